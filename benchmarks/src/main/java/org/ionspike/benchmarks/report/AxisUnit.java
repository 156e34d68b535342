package org.ionspike.benchmarks.report;

import java.util.Arrays;
import java.util.List;

/**
 * A unit with the prefix in which the numbers of an axis are between 1 and 1000 at their largest.
 *
 * @param symbol such as {@code "nA"}
 * @param perUnit what one SI unit is in it, such as 1e9
 */
public record AxisUnit(String symbol, double perUnit) {
    private static final List<String> PREFIXES = List.of("a", "f", "p", "n", "u", "m", "", "k", "M", "G");

    /**
     * The unit for these values.
     *
     * @param si the unit without prefix, such as {@code "A"}
     * @param values in it
     */
    public static AxisUnit of(String si, double[] values) {
        double largest = Arrays.stream(values)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
        // a crest of 0.9999 units counts as 1
        int thousands = largest == 0 ? 0 : (int) Math.floor(Math.log10(largest * 1.001) / 3);
        int index = Math.max(0, Math.min(PREFIXES.size() - 1, thousands + 6));
        return new AxisUnit(PREFIXES.get(index) + si, Double.parseDouble("1e" + -3 * (index - 6)));
    }

    /** The values in this unit. */
    public double[] in(double[] values) {
        return Arrays.stream(values).map(x -> x * perUnit).toArray();
    }
}
