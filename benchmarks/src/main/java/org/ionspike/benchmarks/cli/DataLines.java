package org.ionspike.benchmarks.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The lines of a user's table of measurements. */
final class DataLines {
    private DataLines() {}

    /**
     * Reads them; there is at least one.
     *
     * @param expected what the file should hold, for errors
     */
    static List<String> read(Path file, String expected) {
        if (!Files.isRegularFile(file)) {
            throw new CommandFailedException("Data file " + file + " not found. Name a CSV file. " + expected);
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw new CommandFailedException("Data file " + file + " is empty. " + expected);
            }
            return lines;
        } catch (IOException e) {
            throw new CommandFailedException(
                    "Data file " + file + " cannot be read as text (" + e.getMessage() + "). Name a CSV file.", e);
        }
    }
}
