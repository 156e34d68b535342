package org.ionspike.engine.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * A table of numbers with a header line, SI units. The tables in {@code /reference} were made with an independent
 * adaptive integrator (relative tolerance 1e-10 to 1e-12); their protocols stand in the tests that read them.
 */
public record ReferenceTable(List<String> columns, List<double[]> rows) {
    /** Reads {@code /reference/<name>} of the test resources. */
    public static ReferenceTable resource(String name) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream("/reference/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("No test resource /reference/" + name + ".");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads text with a header line and numbers separated by commas. */
    public static ReferenceTable parse(String text) {
        List<String> lines = text.lines().toList();
        return new ReferenceTable(
                Arrays.stream(lines.get(0).split(",", -1)).map(String::strip).toList(),
                lines.stream()
                        .skip(1)
                        .map(line -> Arrays.stream(line.split(",", -1))
                                .mapToDouble(cell -> cell.equals("nan") ? Double.NaN : Double.parseDouble(cell))
                                .toArray())
                        .toList());
    }

    /** The numbers of one column. */
    public double[] column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("No column " + name + ". Known: " + columns + ".");
        }
        return rows.stream().mapToDouble(row -> row[index]).toArray();
    }

    /** The numbers of the only column. */
    public double[] only() {
        return rows.stream().mapToDouble(row -> row[0]).toArray();
    }

    /** Largest difference of two columns over the largest magnitude of the first. */
    public static double difference(double[] expected, double[] actual) {
        if (expected.length != actual.length) {
            throw new IllegalArgumentException(expected.length + " rows expected, " + actual.length + " given.");
        }
        return largestDifference(expected, actual)
                / Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    }

    /** Largest difference of two columns. */
    public static double largestDifference(double[] expected, double[] actual) {
        double most = 0;
        for (int k = 0; k < expected.length; k++) {
            double difference = Math.abs(expected[k] - actual[k]);
            most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : Math.max(most, difference);
        }
        return most;
    }
}
