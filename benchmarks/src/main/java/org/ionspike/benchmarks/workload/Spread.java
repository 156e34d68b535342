package org.ionspike.benchmarks.workload;

import java.util.Arrays;

/**
 * Repeated measurements of one quantity.
 *
 * @param median of all
 * @param min the smallest
 * @param max the largest
 * @param repeats how many
 */
public record Spread(double median, double min, double max, int repeats) {
    /** Of at least one value. */
    public static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new Spread(median, sorted[0], sorted[n - 1], n);
    }

    /** All values times a factor above 0. */
    public Spread times(double factor) {
        return new Spread(median * factor, min * factor, max * factor, repeats);
    }
}
