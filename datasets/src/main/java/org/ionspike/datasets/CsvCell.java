package org.ionspike.datasets;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import java.util.regex.Pattern;

/** Reads the number in a cell. */
final class CsvCell {
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*,\\d+(?:[eE][-+]?\\d+)?");
    private static final ImmutableSet<String> MISSING = ImmutableSet.of("", "?", "-", "na", "n/a", "null", "none");
    private static final ImmutableSet<String> NOT_FINITE =
            ImmutableSet.of("nan", "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity");

    private CsvCell() {}

    static boolean isNumber(String cell) {
        return NUMBER.matcher(cell).matches();
    }

    /** The number in a cell of a row, or an error that says why there is none. */
    static double number(CsvLayout layout, long line, int column, String cell) {
        if (isNumber(cell)) {
            double value = Double.parseDouble(cell);
            if (Double.isFinite(value)) {
                return value;
            }
            throw error(layout, line, column, "'" + show(cell) + "' is too large for a number", "Rescale the column.");
        }
        String lower = Ascii.toLowerCase(cell);
        if (MISSING.contains(lower)) {
            throw error(
                    layout,
                    line,
                    column,
                    (cell.isEmpty() ? "the cell" : "the cell '" + cell + "'") + " is missing its value",
                    "Fill it in or remove the row.");
        }
        if (NOT_FINITE.contains(lower)) {
            throw error(
                    layout,
                    line,
                    column,
                    "'" + cell + "' is not a finite number",
                    "Replace it by a number or remove the row.");
        }
        String wayOut = DECIMAL_COMMA.matcher(cell).matches()
                ? "Write the decimal comma as a point."
                : line == layout.line() && !layout.hasHeader()
                        ? "If this line holds the names of the columns, set header to yes."
                        : "Features must be numbers: correct the cell, remove the column, or set label to this column "
                                + "if it holds the classes.";
        throw error(layout, line, column, "'" + show(cell) + "' is not a number, such as 5.1 or 2e-3", wayOut);
    }

    private static DatasetException error(CsvLayout layout, long line, int column, String what, String wayOut) {
        return new DatasetException("File " + layout.file() + ", line " + line + ", " + layout.describe(column) + ": "
                + what + ". " + wayOut);
    }

    /** A cell cut to a length that fits into a message, on one line. */
    static String show(String cell) {
        String line = cell.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 40 ? line : line.substring(0, 37) + "...";
    }
}
