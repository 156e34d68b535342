package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;

/**
 * What a model would need on some hardware: counts of a run times prices, term by term. For one sample or a whole training, as
 * the tally is.
 *
 * <p>The sum of the low prices and that of the high ones are bounds, reached only if all prices are low or high at once; they
 * are no confidence interval.
 *
 * @param hardware whose prices
 * @param terms energies in J, in the order of the tally; what is included in other prices has none
 * @param delays durations in s, where the hardware has any
 * @param unpriced what was counted and would cost energy there, but has no price, so it is not in the sum
 */
public record EnergyEstimate(
        HardwareProfile hardware, ImmutableList<Term> terms, ImmutableList<Term> delays, ImmutableSet<Count> unpriced) {

    /**
     * A count times its price.
     *
     * @param part of the model
     * @param precision of the part
     * @param count what was counted
     * @param amount how many
     * @param price of one
     */
    public record Term(String part, Precision precision, Count count, double amount, Price price) {
        /** The amount at the low price. */
        public double low() {
            return amount * price.low();
        }

        /** The amount at the typical price. */
        public double typical() {
            return amount * price.typical();
        }

        /** The amount at the high price. */
        public double high() {
            return amount * price.high();
        }
    }

    /**
     * Prices what was counted.
     *
     * @return empty where a sum would say nothing; {@link #gaps} says why
     */
    public static Optional<EnergyEstimate> of(Tally tally, HardwareProfile hardware) {
        if (!gaps(tally, hardware).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new EnergyEstimate(
                hardware,
                terms(tally, hardware, hardware::energyOf),
                terms(tally, hardware, hardware::timeOf),
                unpriced(tally, hardware)));
    }

    /** Why a model cannot be priced on some hardware, a sentence for each reason; none where it can. */
    public static ImmutableList<String> gaps(Tally tally, HardwareProfile hardware) {
        return PriceGaps.of(tally, hardware);
    }

    /** The least energy in J: every price at its low end. */
    public double low() {
        return sum(terms, Term::low);
    }

    /** The energy in J at typical prices. */
    public double typical() {
        return sum(terms, Term::typical);
    }

    /** The largest energy in J: every price at its high end. */
    public double high() {
        return sum(terms, Term::high);
    }

    /** The time in s at typical durations, one thing after the other; empty where the hardware has none. */
    public OptionalDouble latencySeconds() {
        return delays.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum(delays, Term::typical));
    }

    static double sum(ImmutableList<Term> terms, ToDoubleFunction<Term> value) {
        double sum = 0;
        for (Term term : terms) {
            sum += value.applyAsDouble(term);
        }
        return sum;
    }

    private static ImmutableList<Term> terms(
            Tally tally, HardwareProfile hardware, BiFunction<Count, Precision, Optional<Price>> priceOf) {
        var terms = ImmutableList.<Term>builder();
        for (Tally.Part part : tally.parts()) {
            part.counts().forEach((count, amount) -> {
                if (Charges.applies(part, count, hardware)) {
                    priceOf.apply(count, part.precision())
                            .filter(price -> price.high() > 0)
                            .ifPresent(
                                    price -> terms.add(new Term(part.name(), part.precision(), count, amount, price)));
                }
            });
        }
        return terms.build();
    }

    private static ImmutableSet<Count> unpriced(Tally tally, HardwareProfile hardware) {
        var unpriced = EnumSet.noneOf(Count.class);
        for (Tally.Part part : tally.parts()) {
            part.counts().keySet().stream()
                    .filter(count -> count != Count.INFERENCES)
                    .filter(count -> Charges.applies(part, count, hardware))
                    .filter(count -> !Charges.isPriced(part, count, hardware))
                    .forEach(unpriced::add);
        }
        return ImmutableSet.copyOf(unpriced);
    }
}
