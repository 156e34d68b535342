package org.ionspike.datasets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import org.ionspike.datasets.CsvOptions.Delimiter;

/** Finds the delimiter of a text from its first rows. */
final class CsvSniffer {
    private static final int SAMPLE_CHARS = 1 << 16;
    private static final int ROWS = 20;

    /** Best first: a text with decimal commas and semicolons is cut at the semicolons. */
    private static final Delimiter[] CANDIDATES = {Delimiter.TAB, Delimiter.SEMICOLON, Delimiter.COMMA};

    private CsvSniffer() {}

    /** The delimiter that cuts most of the first rows into as many cells as the first; the reader stays in place. */
    static Delimiter delimiterOf(BufferedReader reader) throws IOException {
        char[] sample = new char[SAMPLE_CHARS];
        reader.mark(SAMPLE_CHARS + 1);
        int length = 0;
        while (length < sample.length) {
            int read = reader.read(sample, length, sample.length - length);
            if (read < 0) {
                break;
            }
            length += read;
        }
        reader.reset();
        String text = new String(sample, 0, length);

        Delimiter best = Delimiter.COMMA;
        int most = 0;
        for (Delimiter candidate : CANDIDATES) {
            int rows = equalRows(text, candidate);
            if (rows > most) {
                most = rows;
                best = candidate;
            }
        }
        return best;
    }

    private static int equalRows(String text, Delimiter candidate) throws IOException {
        var parser = new CsvParser(new StringReader(text), "", candidate.sign());
        int columns = 0;
        int equal = 0;
        try {
            var row = parser.next();
            for (int k = 0; k < ROWS && row != null; k++) {
                int cells = row.cells().size();
                columns = k == 0 ? cells : columns;
                equal += cells == columns && cells > 1 ? 1 : 0;
                row = parser.next();
            }
        } catch (DatasetException malformed) {
            return equal; // the reader itself will say what is wrong, if it meets it with the chosen delimiter
        }
        return equal;
    }

    /** A delimiter as it is written in messages. */
    static String show(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }
}
