package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ionspike.benchmarks.energy.EnergyEstimate;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Count;

/**
 * Where an ionic network stops winning against a conventional model: one quantity is changed while all others stay.
 *
 * <pre>energy of reads = reads x energy of a read;   reads and line events grow with input spikes;
 * reads and what neurons turn over at rest grow with the time for which lines are held</pre>
 *
 * @param ionic the network on ionic hardware
 * @param against the conventional model on its hardware
 * @param gap accuracy of the network minus that of the model
 * @param equal whether the gap is within the band
 * @param readJoules energy of one device read
 * @param inputSpikes spikes on input lines, per sample
 * @param holdSeconds for how long lines are held
 */
public record BreakEven(
        Priced ionic,
        Priced against,
        double gap,
        boolean equal,
        Limit readJoules,
        Limit inputSpikes,
        Limit holdSeconds) {
    private static final Set<Count> READS = ImmutableSet.of(Count.READ_JOULES, Count.DEVICE_READS);
    private static final Set<Count> WITH_SPIKES =
            ImmutableSet.of(Count.READ_JOULES, Count.DEVICE_READS, Count.LINE_EVENTS, Count.INPUT_SPIKES);
    private static final Set<Count> WITH_TIME = ImmutableSet.of(
            Count.READ_JOULES, Count.DEVICE_READS, Count.REST_JOULES, Count.DEVICE_SECONDS, Count.NEURON_SECONDS);

    /**
     * What a quantity is, and what it may be at most.
     *
     * @param now in the network that ran
     * @param most where both take the same energy; empty where the network loses even at 0
     */
    public record Limit(double now, Optional<Double> most) {
        /** The limit of a quantity in which some of the energy is proportional. */
        static Limit of(double now, double proportional, double total, double other) {
            double left = other - (total - proportional);
            return new Limit(
                    now, left < 0 || proportional == 0 ? Optional.empty() : Optional.of(now * left / proportional));
        }
    }

    /** Whether the network takes less energy, by typical prices. */
    public boolean wins() {
        return ionic.inference().typical() < against.inference().typical();
    }

    /** Whether it does so by the highest prices of its own and the lowest of the other. */
    public boolean winsForCertain() {
        return ionic.inference().high() < against.inference().low();
    }

    private static double typicalOf(EnergyEstimate estimate, Set<Count> counts) {
        return estimate.terms().stream()
                .filter(term -> counts.contains(term.count()))
                .mapToDouble(EnergyEstimate.Term::typical)
                .sum();
    }

    static BreakEven of(Priced ionic, Priced against, double band) {
        EnergyEstimate ours = ionic.inference();
        double other = against.inference().typical();
        ComparedModel model = ionic.model();
        double reads = model.inference().get(Count.DEVICE_READS);
        double ofReads = typicalOf(ours, READS);
        double gap = model.accuracy() - against.model().accuracy();
        return new BreakEven(
                ionic,
                against,
                gap,
                Math.abs(gap) <= band,
                Limit.of(ofReads / reads, ofReads, ours.typical(), other),
                Limit.of(
                        model.inference().get(Count.INPUT_SPIKES), typicalOf(ours, WITH_SPIKES), ours.typical(), other),
                Limit.of(model.mean(ModelRun::activeSeconds), typicalOf(ours, WITH_TIME), ours.typical(), other));
    }

    /**
     * Every ionic network on ionic hardware against the cheapest model of each conventional family on each hardware that
     * is as accurate, within the band. Families without such a model are left out, unless unequal ones are asked for.
     */
    public static ImmutableList<BreakEven> all(List<Priced> priced, double band, boolean unequal) {
        var results = ImmutableList.<BreakEven>builder();
        for (Priced ionic : priced) {
            if (!ionic.model().isIonic() || !ionic.hardware().runs().contains(ModelKind.IONIC)) {
                continue;
            }
            var taken = new ArrayList<String>();
            priced.stream()
                    .filter(other -> other.model().first().kinds().contains(ModelKind.CONVENTIONAL))
                    .map(other -> of(ionic, other, band))
                    .filter(pair -> pair.equal() || unequal)
                    .sorted(Comparator.comparing((BreakEven pair) -> !pair.equal())
                            .thenComparing(pair -> pair.equal() ? 0 : Math.abs(pair.gap()))
                            .thenComparing(pair -> pair.against().inference().typical()))
                    .forEach(pair -> {
                        String place = pair.against().model().first().family() + " on "
                                + pair.against().hardware().name();
                        if (!taken.contains(place)) {
                            taken.add(place);
                            results.add(pair);
                        }
                    });
        }
        return results.build();
    }
}
