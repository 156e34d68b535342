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
        int step = (to - from + MOST_TICKS - 1) / MOST_TICKS;
        var ticks = ImmutableList.<Tick>builder();
        for (int k = from; k <= to; k += step) {
            double value = Double.parseDouble("1e" + k);
            ticks.add(new Tick(value, label.apply(value)));
        }
        return new Axis(title, Math.pow(10, from), Math.pow(10, to), true, ticks.build());
    }

    /** Round numbers that hold all values. */
    static Axis even(String title, double[] values, DoubleFunction<String> label) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double least = Arrays.stream(finite).min().orElse(0);
        double most = Arrays.stream(finite).max().orElse(1);
        double span = most > least ? most - least : Math.max(Math.abs(most), 1e-3);
        double step = roundStep(span / (MOST_TICKS - 1));
        double from = Math.floor(least / step + 1e-9) * step;
        double to = Math.max(from + step, Math.ceil(most / step - 1e-9) * step);
        var ticks = ImmutableList.<Tick>builder();
        for (int k = 0; from + k * step <= to + 1e-9 * span; k++) {
            ticks.add(new Tick(from + k * step, label.apply(from + k * step)));
        }
        return new Axis(title, from, to, false, ticks.build());
    }

    /** The same without ticks where room is scarce: every second one stays. */
    Axis thinned() {
        var kept = ImmutableList.<Tick>builder();
        for (int k = 0; k < ticks.size(); k += 2) {
            kept.add(ticks.get(k));
        }
        return new Axis(title, low, high, logarithmic, kept.build());
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
