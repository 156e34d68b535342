package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Columns of numbers whose names end in their unit, {@code t_s}, {@code V_volt}, {@code I_amp}; one without a unit is a
 * pure number. Printed for people, written as CSV and JSON with all digits.
 *
 * <pre>new Table().column("t_s", seconds).column("V_volt", volts).print(out, 20);</pre>
 */
public final class Table {
    private final Map<String, double[]> columns = new LinkedHashMap<>();
    private int rows = -1;

    /**
     * Adds a column on the right.
     *
     * @param name its name with the unit
     * @param values one per row, as many as in the other columns
     */
    public Table column(String name, double[] values) {
        if (rows >= 0 && values.length != rows) {
            throw new IllegalArgumentException(
                    "Column '" + name + "' has " + values.length + " rows, the others have " + rows + ".");
        }
        if (columns.put(name, values.clone()) != null) {
            throw new IllegalArgumentException("Column '" + name + "' is there already.");
        }
        rows = values.length;
        return this;
    }

    /** A table of these columns only. */
    public Table only(Collection<String> names) {
        var table = new Table();
        columns.forEach((name, values) -> {
            if (names.contains(name)) {
                table.column(name, values);
            }
        });
        return table;
    }

    /** Prints all rows in aligned columns. */
    public void print(PrintWriter out) {
        print(out, Integer.MAX_VALUE);
    }

    /**
     * Prints aligned columns; of a long table evenly spaced rows, the first and the last among them.
     *
     * @param most rows to print at most, at least 2
     */
    public void print(PrintWriter out, int most) {
        var line = new StringBuilder();
        columns.keySet().forEach(name -> line.append(pad(name, width(name))));
        out.println(line.toString().stripTrailing());
        int printed = Math.min(Math.max(0, rows), most);
        for (int k = 0; k < printed; k++) {
            int row = printed < rows ? (int) ((long) k * (rows - 1) / (printed - 1)) : k;
            line.setLength(0);
            columns.forEach((name, values) -> line.append(pad(plain(values[row]), width(name))));
            out.println(line);
        }
        if (printed < rows) {
            out.println("(" + printed + " of " + rows + " rows; --csv FILE writes all)");
        }
    }

    /** Six significant digits, with an exponent where the number is very small or large. */
    public static String plain(double value) {
        double size = Math.abs(value);
        if (size < 1e6 && value == Math.rint(value)) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value) || size < 1e-3 || size >= 1e6) {
            return String.format(Locale.ROOT, "%.5e", value);
        }
        return String.format(Locale.ROOT, "%.6g", value);
    }

    /** All rows as comma-separated values under a line of names; every number reads back to the same double. */
    public String toCsv() {
        var text = new StringBuilder(String.join(",", columns.keySet())).append('\n');
        for (int k = 0; k < rows; k++) {
            int row = k;
            text.append(String.join(
                            ",",
                            columns.values().stream()
                                    .map(values -> Double.toString(values[row]))
                                    .toList()))
                    .append('\n');
        }
        return text.toString();
    }

    /** Writes {@link #toCsv()}; the file is complete or not there. */
    public void writeCsv(Path file) {
        WholeFile.write(file, "table", toCsv());
    }

    /** Adds one array per column to an object; what is not a finite number becomes null. */
    public void addTo(ObjectNode node) {
        columns.forEach((name, values) -> {
            ArrayNode array = node.putArray(name);
            Arrays.stream(values).forEach(value -> {
                if (Double.isFinite(value)) {
                    array.add(value);
                } else {
                    array.addNull();
                }
            });
        });
    }

    private static int width(String name) {
        return Math.max(14, name.length() + 2);
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(1, width - text.length())) + text;
    }
}
