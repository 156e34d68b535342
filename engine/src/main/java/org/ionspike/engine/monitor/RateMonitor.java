package org.ionspike.engine.monitor;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;

/** The rate of a population over time: spikes of a group in bins, per neuron and second. Memory: 4 bytes a bin. */
public final class RateMonitor {
    private final int neurons;
    private final TimeBins bins;
    private int[] counts = new int[64];

    /**
     * Counts from now on.
     *
     * @param bin length of a bin, above 0; a multiple of the time step avoids ripples
     */
    public RateMonitor(Simulation simulation, String group, Time bin) {
        neurons = simulation.neurons(group);
        bins = new TimeBins("RateMonitor", simulation, bin);
        simulation.onSpike(group, (neuron, timeSeconds) -> count(bins.of(timeSeconds)));
    }

    private void count(int bin) {
        if (bin >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(bin + 1, 2 * counts.length));
        }
        counts[bin]++;
    }

    /** Saves or loads what was counted, beside the state of the simulation. */
    public void transfer(StateTransfer state) {
        bins.transfer(state);
        int begun = Math.min(counts.length, bins.complete() + 1);
        long[] saved = state.list(
                "counts", Arrays.stream(counts, 0, begun).asLongStream().toArray());
        counts = Arrays.copyOf(Arrays.stream(saved).mapToInt(Math::toIntExact).toArray(), saved.length + 1);
    }

    /** The rate in every bin that is over, in Hz: the mean over the neurons. */
    public double[] rateHz() {
        double perSpike = 1 / (neurons * bins.seconds());
        var rate = new double[bins.complete()];
        for (int k = 0; k < Math.min(rate.length, counts.length); k++) {
            rate[k] = counts[k] * perSpike;
        }
        return rate;
    }

    /** Middles of these bins in s since the start of the simulation. */
    public double[] timesSeconds() {
        var times = new double[bins.complete()];
        Arrays.setAll(times, bins::middleSeconds);
        return times;
    }
}
