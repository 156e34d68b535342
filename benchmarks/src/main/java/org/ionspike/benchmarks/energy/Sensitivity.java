package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;

/**
 * How much each price alone moves an estimate, all others typical: the bars of a tornado chart.
 *
 * @param bars the widest first
 */
public record Sensitivity(ImmutableList<Bar> bars) {
    /**
     * The total while one price is at an end of its range.
     *
     * @param term whose price it is
     * @param low total at its lowest price, in J
     * @param high total at its highest, in J
     */
    public record Bar(EnergyEstimate.Term term, double low, double high) {}

    /** The bars of an estimate. */
    public static Sensitivity of(EnergyEstimate estimate) {
        double typical = estimate.typical();
        return new Sensitivity(estimate.terms().stream()
                .map(term -> new Bar(
                        term, typical + term.low() - term.typical(), typical + term.high() - term.typical()))
                .sorted(Comparator.comparingDouble(bar -> bar.low() - bar.high()))
                .collect(ImmutableList.toImmutableList()));
    }
}
