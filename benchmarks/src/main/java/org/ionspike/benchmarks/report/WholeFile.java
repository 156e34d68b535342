package org.ionspike.benchmarks.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are never seen half-written. */
final class WholeFile {
    private WholeFile() {}

    /**
     * Writes text beside its place and moves it there when it is complete.
     *
     * @param what what is written, for messages, such as "result"
     */
    static void write(Path file, String what, String text) {
        write(file, what, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As {@link #write(Path, String, String)}, of bytes. */
    static void write(Path file, String what, byte[] content) {
        Path whole = file.toAbsolutePath();
        try {
            Path folder = whole.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Path beside = Files.createTempFile(folder, "." + whole.getFileName(), ".part");
            try {
                Files.write(beside, content);
                Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
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

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }
}
