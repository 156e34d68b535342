package org.ionspike.networks.convolution;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.SideBySide;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.ConvStdp;

/**
 * Reads samples with filters that have learnt: every position of a sample, without inhibition, pooled block by block. As
 * hardware that is one copy of the crossbar a position, all at once, or one crossbar used position after position.
 */
public final class FeatureReader {
    private final ConvStdp architecture;
    private final Network learnt;
    private final SimulationSettings settings;
    private final FilterReading filters;
    private final int threads;

    /**
     * A reader.
     *
     * @param learnt a network of this architecture
     * @param settings with the streams of the training, from which the devices are drawn
     * @param threads how many samples are read side by side, at least 1
     */
    public FeatureReader(ConvStdp architecture, Network learnt, SimulationSettings settings, int threads) {
        this(architecture, learnt, settings, threads, new Time(0));
    }

    private FeatureReader(ConvStdp architecture, Network learnt, SimulationSettings settings, int threads, Time age) {
        Check.atLeast("FeatureReader.threads", threads, 1);
        this.architecture = architecture;
        this.learnt = learnt;
        this.settings = settings;
        this.threads = threads;
        var simulation = new Simulation(learnt.frozen(), settings);
        simulation.age(age);
        filters = new FilterReading(
                architecture, simulation.programmable(ConvStdp.KERNEL), architecture.thresholds(learnt));
    }

    /** The same reader with devices whose weights have relaxed without voltage for so long. */
    public FeatureReader aged(Time age) {
        return new FeatureReader(architecture, learnt, settings, threads, age);
    }

    /**
     * Reads samples; one entry a sample, in their order. The result does not depend on the number of threads.
     *
     * @param progress is told how many have been read, by any thread, one at a time
     */
    public List<PooledFeatures> read(List<LatencyMap> samples, IntConsumer progress) {
        samples.forEach(sample -> sample.requireShape(architecture.input()));
        var features = new PooledFeatures[samples.size()];
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        SideBySide.run(threads, thread -> {
            var reading = new SampleReading(architecture, filters);
            for (int s = next.getAndIncrement(); s < features.length; s = next.getAndIncrement()) {
                features[s] = reading.read(samples.get(s));
                synchronized (done) {
                    progress.accept(done.incrementAndGet());
                }
            }
        });
        return ImmutableList.copyOf(features);
    }
}
