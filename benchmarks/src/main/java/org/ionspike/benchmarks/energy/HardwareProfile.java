package org.ionspike.benchmarks.energy;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;

/**
 * A price table: what the counted operations cost on some hardware.
 *
 * @param name in files and on the command line
 * @param title for people
 * @param runs which kinds of models it can run
 * @param skipsZeros whether it leaves out operations whose input is zero: the effective ones are priced, otherwise the dense ones
 * @param computesSilence whether it also computes synapses that no spike reaches, as processors do that multiply whole
 *     matrices; otherwise a spike that does not come costs nothing
 * @param note what to know about it
 * @param energies prices in J by item
 * @param times durations in s by item, for latency; empty where none is known
 */
public record HardwareProfile(
        String name,
        String title,
        ImmutableSet<ModelKind> runs,
        boolean skipsZeros,
        boolean computesSilence,
        String note,
        ImmutableMap<String, Price> energies,
        ImmutableMap<String, Price> times) {
    /** What kinds of models there are. */
    public enum ModelKind {
        /** Layers of multiply-accumulates, or distances. */
        CONVENTIONAL,
        /** Spikes on digital or analogue electronics: the network, without its ionic devices. */
        SPIKING,
        /** The ionic devices themselves. */
        IONIC;

        /** The name in files. */
        @Override
        public String toString() {
            return Ascii.toLowerCase(name());
        }
    }

    /** The item by which something is priced, if it has a price here. */
    public Optional<Price> energyOf(Count count, Precision precision) {
        return priceOf(energies, count, precision);
    }

    /** As {@link #energyOf}, for durations. */
    public Optional<Price> timeOf(Count count, Precision precision) {
        return priceOf(times, count, precision);
    }

    private Optional<Price> priceOf(ImmutableMap<String, Price> prices, Count count, Precision precision) {
        return PriceItem.of(count, this)
                .flatMap(item -> item.named(precision).stream()
                        .filter(prices::containsKey)
                        .findFirst()
                        .map(prices::get));
    }
}
