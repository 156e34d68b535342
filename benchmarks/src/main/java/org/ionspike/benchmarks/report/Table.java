package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Columns of numbers whose names end in their unit, {@code t_s}, {@code V_volt}, {@code I_amp}; one without a unit is a
 * pure number. Columns of words say what a row is about. Printed for people, written as CSV and JSON with all digits.
 *
 * <pre>new Table().column("t_s", seconds).column("V_volt", volts).print(out, 20);</pre>
 */
public final class Table {
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int rows = -1;

    /** The cells below one name. */
    private interface Column {
        int rows();

        /** A cell for people. */
        String plain(int row);

        /** A cell with all its digits. */
        String csv(int row);

        void addTo(ArrayNode array, int row);

        /** The cell with its name's width, numbers on the right and words on the left. */
        String padded(String cell, int width);

        int width(String name);
    }

    private record Numbers(ImmutableDoubleArray values) implements Column {
        @Override
        public int rows() {
            return values.length();
        }

        @Override
        public String plain(int row) {
            return Table.plain(values.get(row));
        }

        @Override
        public String csv(int row) {
            return Double.toString(values.get(row));
        }

        @Override
        public void addTo(ArrayNode array, int row) {
            if (Double.isFinite(values.get(row))) {
                array.add(values.get(row));
            } else {
                array.addNull();
            }
        }

        @Override
        public String padded(String cell, int width) {
            return " ".repeat(Math.max(1, width - cell.length())) + cell;
        }

        @Override
        public int width(String name) {
            return Math.max(14, name.length() + 2);
        }
    }

    private record Words(ImmutableList<String> values) implements Column {
        @Override
        public int rows() {
            return values.size();
        }

        @Override
        public String plain(int row) {
            return values.get(row);
        }

        @Override
        public String csv(int row) {
            String value = values.get(row);
            return value.contains(",") || value.contains("\"") ? '"' + value.replace("\"", "\"\"") + '"' : value;
        }

        @Override
        public void addTo(ArrayNode array, int row) {
            array.add(values.get(row));
        }

        @Override
        public String padded(String cell, int width) {
            return "  " + cell + " ".repeat(Math.max(0, width - 2 - cell.length()));
        }

        @Override
        public int width(String name) {
            return 2 + values.stream().mapToInt(String::length).reduce(name.length(), Math::max);
        }
    }

    /**
     * Adds a column on the right.
     *
     * @param name its name with the unit
     * @param values one per row, as many as in the other columns
     */
    public Table column(String name, double[] values) {
        return add(name, new Numbers(ImmutableDoubleArray.copyOf(values)));
    }

    /** Adds a column of words on the right; see {@link #column}. */
    public Table words(String name, String... values) {
        return add(name, new Words(ImmutableList.copyOf(values)));
    }

    private Table add(String name, Column column) {
        if (rows >= 0 && column.rows() != rows) {
            throw new IllegalArgumentException(
                    "Column '" + name + "' has " + column.rows() + " rows, the others have " + rows + ".");
        }
        if (columns.put(name, column) != null) {
            throw new IllegalArgumentException("Column '" + name + "' is there already.");
        }
        rows = column.rows();
        return this;
    }

    /** A table of these columns only. */
    public Table only(Collection<String> names) {
        var table = new Table();
        columns.forEach((name, values) -> {
            if (names.contains(name)) {
                table.add(name, values);
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
        columns.forEach((name, column) -> line.append(column.padded(name, column.width(name))));
        out.println(line.toString().stripTrailing());
        int printed = Math.min(Math.max(0, rows), most);
        for (int k = 0; k < printed; k++) {
            int row = printed < rows ? (int) ((long) k * (rows - 1) / (printed - 1)) : k;
            line.setLength(0);
            columns.forEach((name, column) -> line.append(column.padded(column.plain(row), column.width(name))));
            out.println(line.toString().stripTrailing());
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
                                    .map(column -> column.csv(row))
                                    .toList()))
                    .append('\n');
        }
        return text.toString();
    }

    /** Writes {@link #toCsv()}; the file is complete or not there. */
    public void writeCsv(Path file) {
        WholeFile.write(file, "table", toCsv());
    }

    /** Adds one array per column to an object; a number that is not finite becomes null. */
    public void addTo(ObjectNode node) {
        columns.forEach((name, column) -> {
            ArrayNode array = node.putArray(name);
            for (int row = 0; row < rows; row++) {
                column.addTo(array, row);
            }
        });
    }
}
