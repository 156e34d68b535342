package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into rows of cells: RFC 4180 with any delimiter and any line end. Cells may be quoted, quotes inside are
 * doubled, white space around cells is dropped and blank lines are skipped.
 */
final class CsvParser {
    private static final int END = -1;
    private static final int NOTHING = -2;

    private final Reader reader;
    private final String file;
    private final char delimiter;
    private int peeked = NOTHING;
    private long line = 1;

    /**
     * A row of cells.
     *
     * @param line line of the file in which it begins, counted from 1
     */
    record Row(long line, ImmutableList<String> cells) {}

    /** @param file name of the source, for messages */
    CsvParser(Reader reader, String file, char delimiter) {
        this.reader = reader;
        this.file = file;
        this.delimiter = delimiter;
    }

    /** The next row that is not blank; null at the end. */
    @Nullable
    Row next() throws IOException {
        while (peek() != END) {
            Row row = readRow();
            if (row.cells().size() > 1 || !row.cells().get(0).isEmpty()) {
                return row;
            }
        }
        return null;
    }

    private Row readRow() throws IOException {
        long start = line;
        var cells = ImmutableList.<String>builder();
        while (true) {
            cells.add(readCell());
            int end = read();
            if (end != delimiter) {
                return new Row(start, cells.build()); // end of the line or of the text
            }
        }
    }

    /** Reads up to the delimiter, line end or end of the text, which stays. */
    private String readCell() throws IOException {
        while ((peek() == ' ' || peek() == '\t') && peek() != delimiter) {
            read();
        }
        if (peek() == '"') {
            return readQuoted();
        }
        var cell = new StringBuilder();
        while (!isCellEnd(peek())) {
            cell.append((char) read());
        }
        return cell.toString().strip();
    }

    private String readQuoted() throws IOException {
        long start = line;
        read();
        var cell = new StringBuilder();
        while (true) {
            int c = read();
            if (c == END) {
                throw new DatasetException("File " + file + ", line " + start
                        + ": a quoted cell begins here and does not end. Close the quote, or double it (\"\") if it "
                        + "belongs to the text.");
            }
            if (c != '"') {
                cell.append((char) c);
            } else if (peek() == '"') {
                cell.append((char) read());
            } else {
                break;
            }
        }
        while (!isCellEnd(peek())) {
            int c = read();
            if (!Character.isWhitespace(c)) {
                throw new DatasetException("File " + file + ", line " + line + ": '" + (char) c
                        + "' follows a closing quote, where the delimiter '" + CsvSniffer.show(delimiter)
                        + "' or the line's end must stand. Double quotes (\"\") that belong to the text.");
            }
        }
        return cell.toString().strip();
    }

    private boolean isCellEnd(int c) {
        return c == delimiter || c == '\n' || c == END;
    }

    private int peek() throws IOException {
        if (peeked == NOTHING) {
            peeked = reader.read();
            if (peeked == '\r') { // CRLF and a lone CR are one line end
                peeked = '\n';
                reader.mark(1);
                if (reader.read() != '\n') {
                    reader.reset();
                }
            }
        }
        return peeked;
    }

    private int read() throws IOException {
        int c = peek();
        peeked = c == END ? END : NOTHING;
        if (c == '\n') {
            line++;
        }
        return c;
    }
}
