package org.ionspike.benchmarks.energy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;

/**
 * What counted operations cost on some hardware: the sum of counts times prices.
 *
 * @param hardware the price table
 * @param terms everything that has a price there
 * @param latencySeconds how long it takes, by typical durations; empty where the table has none
 */
public record EnergyEstimate(HardwareProfile hardware, ImmutableList<Term> terms, Optional<Double> latencySeconds) {
    /**
     * One count at its price.
     *
     * @param part of the model
     * @param precision of that part
     * @param count what was counted
     * @param amount how many
     * @param price of one
     */
    public record Term(String part, Precision precision, Count count, double amount, Price price) {
        /** At the lowest price, in J. */
        public double low() {
            return amount * price.low();
        }

        /** At the typical price, in J. */
        public double typical() {
            return amount * price.typical();
        }

        /** At the highest price, in J. */
        public double high() {
            return amount * price.high();
        }
    }

    /**
     * Prices a tally; empty where the table has no price for an operation that the model needs.
     *
     * <p>An accumulate needs a price of its own, or one of the device read that carries it out. A table with a price of a
     * whole inference has everything in it.
     */
    public static Optional<EnergyEstimate> of(Tally tally, HardwareProfile hardware) {
        var terms = ImmutableList.<Term>builder();
        double seconds = 0;
        for (Tally.Part part : tally.parts()) {
            if (!isPriced(part, hardware)) {
                return Optional.empty();
            }
            for (var entry : part.counts().entrySet()) {
                double amount = entry.getValue();
                hardware.energyOf(entry.getKey(), part.precision())
                        .ifPresent(price ->
                                terms.add(new Term(part.name(), part.precision(), entry.getKey(), amount, price)));
                seconds += hardware.timeOf(entry.getKey(), part.precision())
                        .map(time -> amount * time.typical())
                        .orElse(0.0);
            }
        }
        return Optional.of(new EnergyEstimate(
                hardware, terms.build(), seconds > 0 ? Optional.of(seconds) : Optional.empty()));
    }

    private static boolean isPriced(Tally.Part part, HardwareProfile hardware) {
        Precision precision = part.precision();
        if (hardware.energyOf(Count.INFERENCES, precision).isPresent()) {
            return true;
        }
        boolean macs = part.get(Count.DENSE_MACS) == 0
                || hardware.energyOf(Count.DENSE_MACS, precision).isPresent()
                || hardware.energyOf(Count.EFFECTIVE_MACS, precision).isPresent();
        boolean acs = part.get(Count.DENSE_ACS) == 0
                || hardware.energyOf(Count.DENSE_ACS, precision).isPresent()
                || hardware.energyOf(Count.EFFECTIVE_ACS, precision).isPresent();
        boolean devices = part.get(Count.DEVICE_READS) > 0
                && (hardware.energyOf(Count.READ_JOULES, precision).isPresent()
                        || hardware.energyOf(Count.DEVICE_READS, precision).isPresent());
        return macs && (acs || devices);
    }

    /** The sum of all terms at their lowest prices, in J: a bound, as if all prices were low at once. */
    public double low() {
        return sum(Term::low);
    }

    /** The sum at typical prices, in J. */
    public double typical() {
        return sum(Term::typical);
    }

    /** The sum at the highest prices, in J: a bound. */
    public double high() {
        return sum(Term::high);
    }

    private double sum(ToDoubleFunction<Term> value) {
        return terms.stream().mapToDouble(value).sum();
    }

    /** The part of {@link #typical} that some counts make. */
    public double typicalOf(Set<Count> counts) {
        return terms.stream()
                .filter(term -> counts.contains(term.count()))
                .mapToDouble(Term::typical)
                .sum();
    }
}
