package org.ionspike.engine.monitor;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A table that is written row by row while a simulation runs. */
final class CsvStream implements AutoCloseable {
    private final Path file;
    private final BufferedWriter writer;
    private final StringBuilder row = new StringBuilder();
    private boolean open = true;

    CsvStream(Path file, String header) {
        this.file = file;
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            writer.append(header).append('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    boolean isOpen() {
        return open;
    }

    /** Adds an entry to the row; commas come by themselves. */
    CsvStream add(double value) {
        return add(Double.toString(value));
    }

    /** See {@link #add(double)}. */
    CsvStream add(float value) {
        return add(Float.toString(value));
    }

    /** See {@link #add(double)}. */
    CsvStream add(String text) {
        if (row.length() > 0) {
            row.append(',');
        }
        row.append(text);
        return this;
    }

    void endRow() {
        try {
            writer.append(row).append('\n');
            row.setLength(0);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Names with a comma or a quotation mark stand in quotation marks (RFC 4180). */
    static String quoted(String name) {
        boolean plain = name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() {
        open = false;
        try {
            writer.close();
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
