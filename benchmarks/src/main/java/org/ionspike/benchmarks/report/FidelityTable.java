package org.ionspike.benchmarks.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What each rung of the ladder costs: rows of a number on the finer rung and the same number on the coarser one.
 *
 * <pre>error_percent = 100 (approximation / reference - 1)      error_us = 1e6 (approximation - reference), of times in s</pre>
 */
public final class FidelityTable {
    private final List<Row> rows = new ArrayList<>();

    /**
     * One comparison.
     *
     * @param rung such as {@code circuit -> reduced}
     * @param quantity with its unit
     * @param at under which condition, with units
     * @param reference the number of the finer rung; NaN if there is none, as of a spike that does not come
     * @param approximation that of the coarser rung
     * @param errorPercent NaN where a relative error says nothing
     * @param errorMicroseconds NaN of anything but times
     */
    private record Row(
            String rung,
            String quantity,
            String at,
            double reference,
            double approximation,
            double errorPercent,
            double errorMicroseconds) {}

    /** Adds a number that is no time. */
    public FidelityTable number(String rung, String quantity, String at, double reference, double approximation) {
        return add(rung, quantity, at, reference, approximation, percent(reference, approximation), Double.NaN);
    }

    /** Adds a number that may have either sign: its relative error is left empty. */
    public FidelityTable signed(String rung, String quantity, String at, double reference, double approximation) {
        return add(rung, quantity, at, reference, approximation, Double.NaN, Double.NaN);
    }

    /** Adds a span of time in s; infinite where what ends it does not come. */
    public FidelityTable time(String rung, String quantity, String at, double reference, double approximation) {
        return add(
                rung,
                quantity,
                at,
                reference,
                approximation,
                percent(reference, approximation),
                1e6 * (approximation - reference));
    }

    /** Adds a number that stands for a time, with the error of that time in s; the relative error is of the number. */
    public FidelityTable timed(
            String rung, String quantity, String at, double reference, double approximation, double errorSeconds) {
        return add(rung, quantity, at, reference, approximation, percent(reference, approximation), 1e6 * errorSeconds);
    }

    private FidelityTable add(
            String rung,
            String quantity,
            String at,
            double reference,
            double approximation,
            double percent,
            double microseconds) {
        rows.add(new Row(
                rung, quantity, at, finite(reference), finite(approximation), finite(percent), finite(microseconds)));
        return this;
    }

    private static double percent(double reference, double approximation) {
        return reference == approximation ? 0 : 100 * (approximation / reference - 1);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }

    /** All rows. */
    public Table table() {
        return new Table()
                .words("rung", rows.stream().map(Row::rung).toArray(String[]::new))
                .words("quantity", rows.stream().map(Row::quantity).toArray(String[]::new))
                .words("at", rows.stream().map(Row::at).toArray(String[]::new))
                .column("reference", each(Row::reference))
                .column("approximation", each(Row::approximation))
                .column("error_percent", each(Row::errorPercent))
                .column("error_us", each(Row::errorMicroseconds));
    }

    /** The largest relative error of every quantity of every rung, in percent and with its sign. */
    public Map<String, Double> worst() {
        Map<String, Double> out = new LinkedHashMap<>();
        for (Row row : rows) {
            if (Double.isFinite(row.errorPercent())) {
                String name = "worst_percent " + row.rung() + ": " + row.quantity();
                out.merge(name, row.errorPercent(), (a, b) -> Math.abs(a) >= Math.abs(b) ? a : b);
            }
        }
        return out;
    }

    /** The size of the relative errors, row by row, one series for each rung; errors of 0 are left out. */
    public Chart chart() {
        var chart = new Chart("What each rung costs against the one below it", "row of the table", "error (%)").logY();
        rows.stream().map(Row::rung).distinct().forEach(rung -> {
            int[] drawn = IntStream.range(0, rows.size())
                    .filter(k -> rows.get(k).rung().equals(rung)
                            && Math.abs(rows.get(k).errorPercent()) > 0)
                    .toArray();
            if (drawn.length > 0) {
                chart.scatter(
                        rung,
                        Arrays.stream(drawn).mapToDouble(k -> k + 1).toArray(),
                        Arrays.stream(drawn)
                                .mapToDouble(k -> Math.abs(rows.get(k).errorPercent()))
                                .toArray());
            }
        });
        return chart;
    }

    private double[] each(ToDoubleFunction<Row> value) {
        return rows.stream().mapToDouble(value).toArray();
    }
}
