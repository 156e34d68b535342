package org.ionspike.benchmarks.reservoir;

import java.util.Arrays;

/**
 * Of one figure over the seeds.
 *
 * @param mean of all
 * @param sd standard deviation of a single seed, with n - 1; NaN of one seed
 */
public record MeanAndSpread(double mean, double sd) {
    /** Of one value or more. */
    public static MeanAndSpread of(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return new MeanAndSpread(mean, values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1)));
    }
}
