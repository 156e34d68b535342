package org.ionspike.datasets.event;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ionspike.datasets.DatasetException;

/** Text files that list recordings: a number and a class in each line, lines that begin with {@code #} left out. */
final class ListFile {
    private static final long MOST_BYTES = 64L << 20;
    private static final Pattern ENTRY = Pattern.compile("\\s*(\\d{1,9})\\s+(\\d{1,9})\\s*");

    private ListFile() {}

    /** One line of a list. */
    record Entry(int line, String sample, int label) {}

    /** The lines of a small text file. */
    static List<String> lines(Path file) throws IOException {
        long bytes = Files.size(file);
        if (bytes > MOST_BYTES) {
            throw new DatasetException("File " + file + " holds " + bytes + " bytes, and a list has " + MOST_BYTES
                    + " at most. It is another file.");
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /**
     * Reads a list.
     *
     * @param classes number of classes; labels lie below it
     */
    static ImmutableList<Entry> read(Path file, int classes) {
        var entries = ImmutableList.<Entry>builder();
        try {
            List<String> lines = lines(file);
            for (int k = 0; k < lines.size(); k++) {
                String text = lines.get(k);
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                Matcher entry = ENTRY.matcher(text);
                if (!entry.matches() || Integer.parseInt(entry.group(2)) >= classes) {
                    throw new DatasetException("File " + file + ", row " + (k + 1) + ": '" + text.strip()
                            + "' must be the number of a recording and a class from 0 to " + (classes - 1) + ".");
                }
                entries.add(new Entry(k + 1, entry.group(1), Integer.parseInt(entry.group(2))));
            }
        } catch (IOException e) {
            throw EventFile.unreadable(file, e);
        }
        ImmutableList<Entry> all = entries.build();
        if (all.isEmpty()) {
            throw new DatasetException("File " + file + " lists no recordings. Fetch it again.");
        }
        return all;
    }
}
