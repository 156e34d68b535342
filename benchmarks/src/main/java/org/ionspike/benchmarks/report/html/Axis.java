package org.ionspike.benchmarks.report.html;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.function.DoubleFunction;

/**
 * One axis of a picture.
 *
 * @param title what it shows, with unit
 * @param low value at its beginning
 * @param high value at its end
 * @param logarithmic whether equal ratios have equal lengths
 * @param ticks labelled values
 */
record Axis(String title, double low, double high, boolean logarithmic, ImmutableList<Tick> ticks) {
    private static final int MOST_TICKS = 5;
    private static final double ROOM = 0.06;

    /** A labelled value. */
    record Tick(double value, String label) {}

    /** Decades that hold all values above 0. */
    static Axis decades(String title, double[] values, DoubleFunction<String> label) {
        double[] positive = Arrays.stream(values)
                .filter(v -> v > 0 && Double.isFinite(v))
                .sorted()
                .toArray();
        if (positive.length == 0) {
            positive = new double[] {1, 10};
        }
        int from = (int) Math.floor(Math.log10(positive[0]) - 0.02);
        int to = Math.max(from + 1, (int) Math.ceil(Math.log10(positive[positive.length - 1]) + 0.02));
        int step = (to - from + MOST_TICKS - 2) / (MOST_TICKS - 1);
        var ticks = ImmutableList.<Tick>builder();
        for (int k = from; k <= to; k += step) {
            double value = Double.parseDouble("1e" + k);
            ticks.add(new Tick(value, label.apply(value)));
        }
        return new Axis(title, Math.pow(10, from), Math.pow(10, to), true, ticks.build());
    }

    /** Even steps over all values and a little more, labelled at round numbers. */
    static Axis even(String title, double[] values) {
        return even(title, values, 1);
    }

    /**
     * As {@link #even(String, double[])}.
     *
     * @param perUnit labels are values times this
     */
    static Axis even(String title, double[] values, double perUnit) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(1);
        double span = most > least ? most - least : Math.max(Math.abs(most), 1e-3 / perUnit);
        double room = ROOM * span;
        double low = least >= 0 ? Math.max(0, least - room) : least - room;
        double high = most + room;
        double step = roundStep((high - low) / MOST_TICKS);
        int decimals = (int) Math.max(0, -Math.floor(Math.log10(step * perUnit) + 1e-9));
        var ticks = ImmutableList.<Tick>builder();
        for (long k = (long) Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * span; k++) {
            ticks.add(new Tick(k * step, Amount.grouped(k * step * perUnit, decimals)));
        }
        return new Axis(title, low, high, false, ticks.build());
    }

    /** Where a value lies between beginning (0) and end (1). */
    double share(double value) {
        double share = logarithmic
                ? Math.log(Math.max(value, low) / low) / Math.log(high / low)
                : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    private static double roundStep(double least) {
        double decade = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : new double[] {1, 2, 5}) {
            if (factor * decade >= least * (1 - 1e-9)) {
                return factor * decade;
            }
        }
        return 10 * decade;
    }
}
