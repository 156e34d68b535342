package org.ionspike.datasets.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionspike.datasets.DatasetException;

/**
 * A file of one recording, read whole, and the words for what is wrong with it.
 *
 * @param path where it is
 */
record EventFile(Path path) {
    /** Longer files are refused; at 5 to 8 bytes an event this is 64 million events or more. */
    private static final long MOST_BYTES = 512L << 20;

    /** The content, big-endian; one byte at least. */
    ByteBuffer content() {
        if (!Files.isRegularFile(path)) {
            throw new DatasetException("File " + path + (Files.isDirectory(path) ? " is a folder" : " does not exist")
                    + ". Name a file of events.");
        }
        try {
            long bytes = Files.size(path);
            if (bytes == 0) {
                throw new DatasetException("File " + path + " is empty. Fetch it again.");
            }
            if (bytes > MOST_BYTES) {
                throw new DatasetException("File " + path + " holds " + bytes
                        + " bytes, and one recording is read from " + MOST_BYTES + " at most. Cut it into several.");
            }
            return ByteBuffer.wrap(Files.readAllBytes(path));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    /** An error of the system. */
    static DatasetException unreadable(Path path, IOException cause) {
        return new DatasetException(
                path + " cannot be read (" + cause + "). Check that it exists and may be read.", cause);
    }

    /** An error at a place of the file. */
    DatasetException at(long offset, String found, String wayOut) {
        return new DatasetException("File " + path + ", byte " + offset + ": " + found + ". " + wayOut);
    }

    /** An event that the recording refuses. */
    DatasetException refused(long offset, IllegalArgumentException cause) {
        return new DatasetException(
                "File " + path + ", event at byte " + offset + ": " + cause.getMessage()
                        + " The file is damaged, of another sensor or of another format.",
                cause);
    }

    /** The recording, which must hold something. */
    EventRecording finished(EventBuilder events) {
        if (events.size() == 0) {
            throw new DatasetException("File " + path + " holds no events. Leave it out or fetch it again.");
        }
        return events.build();
    }

    /** Reads the header line that begins at the position, without its end; empty where none begins with {@code #}. */
    String headerLine(ByteBuffer in) {
        int start = in.position();
        if (!in.hasRemaining() || in.get(start) != '#') {
            return "";
        }
        while (in.hasRemaining()) {
            if (in.get() == '\n') {
                byte[] line = new byte[in.position() - start];
                in.get(start, line);
                return new String(line, StandardCharsets.ISO_8859_1).stripTrailing();
            }
        }
        throw at(start, "the header line that begins here has no end", "The file is truncated; fetch it again.");
    }

    /** Reads the first header line, which names format and version. */
    void requireMagic(ByteBuffer in, String magic, String format) {
        String first = in.get(0) == '#' ? headerLine(in) : "";
        if (!first.equals(magic)) {
            throw at(
                    0,
                    "the first line must be '" + magic + "', and it is "
                            + (first.isEmpty() ? "no header line" : "'" + shortened(first) + "'"),
                    "It is no file of " + format + ".");
        }
    }

    private static String shortened(String line) {
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }
}
