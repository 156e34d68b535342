package org.ionspike.networks.learning;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.SideBySide;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Reads samples with a network that does not learn, by counting the spikes of a group. Every sample starts from rest, so
 * neither their order nor the number of threads matters.
 *
 * @param network nothing in it learns while it is read
 * @param group whose spikes are counted
 * @param duration for how long a sample is shown
 * @param threads how many samples are read side by side, at least 1
 */
public record SpikeCounter(Network network, String group, Time duration, SimulationSettings settings, int threads) {
    public SpikeCounter {
        Check.atLeast("SpikeCounter.threads", threads, 1);
    }

    /**
     * What counting gave.
     *
     * @param spikes of every neuron, one entry a sample
     * @param activity of all samples together
     */
    public record Counts(ImmutableList<ImmutableIntArray> spikes, ActivityBook activity) {}

    /**
     * Reads samples.
     *
     * @param count number of samples
     * @param samples encodes one
     * @param progress is told how many have been read, by any thread, one at a time
     */
    public Counts read(int count, IntFunction<SpikeRaster> samples, IntConsumer progress) {
        var spikes = new ImmutableIntArray[count];
        var next = new AtomicInteger();
        var total = new Total(progress);
        SideBySide.run(threads, thread -> new Reader().read(spikes, next, samples, total));
        return new Counts(ImmutableList.copyOf(spikes), total.activity);
    }

    /** One thread's simulation. */
    private final class Reader {
        private final Simulation simulation = new Simulation(network.frozen(), settings);
        private final int[] counts = new int[network.group(group).size()];

        Reader() {
            simulation.onSpike(group, (neuron, time) -> counts[neuron]++);
        }

        void read(ImmutableIntArray[] spikes, AtomicInteger next, IntFunction<SpikeRaster> samples, Total total) {
            for (int s = next.getAndIncrement(); s < spikes.length; s = next.getAndIncrement()) {
                SpikeRaster sample = samples.apply(s);
                simulation.reset();
                ActivityBook before = simulation.activity();
                Arrays.fill(counts, 0);
                simulation.play(sample);
                simulation.run(duration);
                spikes[s] = ImmutableIntArray.copyOf(counts);
                total.add(simulation.activity().minus(before));
            }
        }
    }

    private static final class Total {
        private final IntConsumer progress;
        private int read;
        private ActivityBook activity = ActivityBook.ZERO;

        Total(IntConsumer progress) {
            this.progress = progress;
        }

        synchronized void add(ActivityBook one) {
            activity = activity.plus(one);
            progress.accept(++read);
        }
    }
}
