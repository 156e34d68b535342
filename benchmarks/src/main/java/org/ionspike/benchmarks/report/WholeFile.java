package org.ionspike.benchmarks.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes files that are never seen half-written. */
public final class WholeFile {
    private static final int UUID_LENGTH = 36;

    private WholeFile() {}

    /**
     * Writes text beside its place and moves it there when it is complete.
     *
     * @param what what is written, for messages, such as "result"
     */
    public static void write(Path file, String what, String text) {
        write(file, what, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(Path, String, String)}, of bytes. */
    static void write(Path file, String what, byte[] content) {
        write(file, what, out -> out.write(content));
    }

    /** Writes bytes as they come. */
    @FunctionalInterface
    public interface Content {
        /** Writes all of it; the stream is closed by the caller. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * As {@link #write(Path, String, byte[])}, of content that does not lie in memory. It is on the disk before it takes
     * the place of a file that is there, so that a power cut leaves the one or the other.
     */
    public static void write(Path file, String what, Content content) {
        Path whole = file.toAbsolutePath();
        try {
            Path folder = whole.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path beside = whole.resolveSibling("." + whole.getFileName() + "-" + UUID.randomUUID() + ".part");
            try {
                try (FileChannel channel =
                                FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
                    content.writeTo(out);
                    out.flush();
                    channel.force(true);
                }
                Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot write the " + what + " to " + file + ": " + reason(e)
                            + ". Name a file in a folder that can be written to.",
                    e);
        }
    }

    /** Removes a file, if it is there, and what a kill while it was written has left beside it. */
    public static void delete(Path file) {
        Path whole = file.toAbsolutePath();
        try {
            Files.deleteIfExists(whole);
            Path folder = whole.getParent();
            if (folder != null && Files.isDirectory(folder)) {
                try (DirectoryStream<Path> parts =
                        Files.newDirectoryStream(folder, entry -> isPart(entry, whole.getFileName() + "-"))) {
                    for (Path part : parts) {
                        Files.deleteIfExists(part);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file + ": " + reason(e) + ".", e);
        }
    }

    private static boolean isPart(Path entry, String start) {
        String name = String.valueOf(entry.getFileName());
        return name.startsWith("." + start)
                && name.endsWith(".part")
                && name.length() == start.length() + UUID_LENGTH + ".part".length() + 1;
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
