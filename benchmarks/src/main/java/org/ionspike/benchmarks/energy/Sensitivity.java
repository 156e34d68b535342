package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.energy.EnergyEstimate.Term;

/**
 * Which price an estimate depends on most: the sum when one price alone is at its low or its high end, all others typical. A
 * price that several parts pay moves in all of them.
 *
 * @param bars one for each price, the widest first
 */
public record Sensitivity(ImmutableList<Bar> bars) {
    /**
     * What one price can do to the sum.
     *
     * @param item that has the price
     * @param low energy in J when this price alone is low
     * @param high energy in J when this price alone is high
     */
    public record Bar(String item, double low, double high) {
        /** The width in J. */
        public double span() {
            return high - low;
        }
    }

    /** Moves each price of an estimate by itself. */
    public static Sensitivity of(EnergyEstimate estimate) {
        return new Sensitivity(estimate.terms().stream()
                .map(term -> term.price().item())
                .distinct()
                .map(item -> new Bar(item, moved(estimate, item, Term::low), moved(estimate, item, Term::high)))
                .sorted(Comparator.comparingDouble(Bar::span).reversed().thenComparing(Bar::item))
                .collect(ImmutableList.toImmutableList()));
    }

    private static double moved(EnergyEstimate estimate, String item, ToDoubleFunction<Term> end) {
        return EnergyEstimate.sum(
                estimate.terms(), term -> term.price().item().equals(item) ? end.applyAsDouble(term) : term.typical());
    }
}
