package org.ionspike.engine.monitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32C;

/** A table on disk that grows row by row; see {@link RecordingFile}. */
abstract class RowStream implements AutoCloseable {
    private static final int ENOUGH_BYTES = 1 << 16;
    private static final long SECOND_NANOS = 1_000_000_000;

    private final Path file;
    private final FileChannel channel;
    private final CRC32C checksum = new CRC32C();
    private ByteBuffer buffer = ByteBuffer.allocate(2 * ENOUGH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private long headerBytes;
    private long bytes;
    private int wholeRows;
    private long forcedNanos = System.nanoTime();
    private boolean open = true;

    /**
     * Opens a table for writing.
     *
     * @param goOn where to go on in a file that is there; empty to begin a new one in its place
     */
    static RowStream open(Path file, List<Column> columns, Optional<FilePlace> goOn) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (String other : List.of(".h5", ".hdf5", ".npz")) {
            if (name.endsWith(other)) {
                throw new IllegalArgumentException("The recording " + file + " cannot be written as " + other
                        + ": such files are complete or broken. Name it FILE.npy or FILE.csv, which grow while they are"
                        + " written.");
            }
        }
        RowStream stream = isNumpy(file) ? new NumpyStream(file, columns) : new CsvStream(file, columns);
        stream.begin(goOn.filter(place -> Files.exists(file)));
        return stream;
    }

    /** Whether a file of this name is a NumPy array. */
    static boolean isNumpy(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".npy");
    }

    RowStream(Path file) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void begin(Optional<FilePlace> goOn) {
        try {
            byte[] header = header(goOn.map(FilePlace::bytes).orElse(0L));
            headerBytes = header.length;
            if (goOn.isPresent()) {
                goOn(goOn.get());
            } else {
                channel.truncate(0);
            }
            write(ByteBuffer.wrap(header), 0);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Checks that the file begins with what was written up to a place, and forgets what comes after it. */
    private void goOn(FilePlace place) throws IOException {
        boolean same = channel.size() >= headerBytes + place.bytes() && hasHeader(read(0, (int) headerBytes));
        while (same && bytes < place.bytes()) {
            byte[] part = read(headerBytes + bytes, (int) Math.min(ENOUGH_BYTES, place.bytes() - bytes));
            checksum.update(part);
            bytes += part.length;
        }
        if (!same || checksum.getValue() != place.checksum()) {
            channel.close();
            throw new IllegalArgumentException("The recording " + file + " is not the one that the checkpoint goes on"
                    + " with, or it was changed. Name another file for the rest of the run, or remove this one.");
        }
        channel.truncate(headerBytes + bytes);
    }

    private byte[] read(long at, int length) throws IOException {
        var part = ByteBuffer.allocate(length);
        while (part.hasRemaining()) {
            if (channel.read(part, at + part.position()) < 0) {
                throw new IOException("the file ends too early");
            }
        }
        return part.array();
    }

    /** The bytes before the first row. */
    abstract byte[] header(long dataBytes);

    /** Whether these are the bytes before the first row, whatever the number of rows they tell. */
    abstract boolean hasHeader(byte[] found);

    /** Whether the header tells the number of rows, so that it has to be written again. */
    abstract boolean headerTellsRows();

    abstract RowStream add(double value);

    abstract RowStream add(float value);

    abstract RowStream add(int value);

    abstract RowStream add(String text);

    /** Ends a row. */
    void endRow() {
        wholeRows = buffer.position();
        if (wholeRows >= ENOUGH_BYTES || System.nanoTime() - forcedNanos > SECOND_NANOS) {
            flush();
        }
    }

    /** The buffer with room for so many bytes. */
    final ByteBuffer room(int more) {
        if (buffer.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(2 * buffer.capacity(), buffer.position() + more))
                    .order(ByteOrder.LITTLE_ENDIAN);
            buffer = larger.put(buffer.flip());
        }
        return buffer;
    }

    final boolean isOpen() {
        return open;
    }

    /** Hands all whole rows to the operating system, and once a second to the disk. */
    private void flush() {
        if (wholeRows > 0) {
            ByteBuffer rows = buffer.duplicate().flip();
            checksum.update(rows.duplicate());
            try {
                write(rows, headerBytes + bytes);
            } catch (IOException e) {
                throw failed(e);
            }
            bytes += wholeRows;
            buffer.clear();
            wholeRows = 0;
        }
        if (System.nanoTime() - forcedNanos > SECOND_NANOS) {
            force();
        }
    }

    /** The rows first and then their number, so that the header never tells of rows that are not there. */
    private void force() {
        try {
            channel.force(false);
            if (headerTellsRows()) {
                write(ByteBuffer.wrap(header(bytes)), 0);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        forcedNanos = System.nanoTime();
    }

    private void write(ByteBuffer from, long at) throws IOException {
        long to = at;
        while (from.hasRemaining()) {
            to += channel.write(from, to);
        }
    }

    /** All whole rows, on the disk. */
    final FilePlace place() {
        flush();
        force();
        try {
            channel.force(false);
        } catch (IOException e) {
            throw failed(e);
        }
        return new FilePlace(bytes, checksum.getValue());
    }

    @Override
    public final void close() {
        if (!open) {
            return;
        }
        open = false;
        try (FileChannel closing = channel) {
            flush();
            force();
            closing.force(false);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                "Cannot write the recording to " + file + ": " + e.getClass().getSimpleName()
                        + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")")
                        + ". Name a file in a folder that can be written to and has room.",
                e);
    }
}
