package org.ionspike.networks.convolution;

import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ConvStdp;

/**
 * Filters as they are read, by the crossing of a threshold, against the running neurons of the same network, which take
 * milliseconds to fire; on pieces of samples drawn at random.
 *
 * @param pieces pieces in which a filter crosses its threshold
 * @param sameFirst in how many of them the same neuron fires first
 * @param meanDelaySeconds from the crossing to the first spike, over those pieces
 * @param neuronJoules dissipated by the neurons of one position in one presentation, the mean over all pieces drawn,
 *     silent ones too
 * @param restJoules the part of it that they turn over at rest
 */
public record NeuronCheck(int pieces, int sameFirst, double meanDelaySeconds, double neuronJoules, double restJoules) {
    /**
     * Draws pieces and runs them.
     *
     * @param learnt a network of the architecture
     * @param neuron model of the neurons that run
     * @param settings with the streams of the training
     * @param samples to draw from, at least one
     * @param count how many pieces are drawn, at least 1
     */
    public static NeuronCheck of(
            ConvStdp architecture,
            Network learnt,
            NeuronModel neuron,
            SimulationSettings settings,
            List<LatencyMap> samples,
            int count) {
        Check.require(!samples.isEmpty(), "NeuronCheck: samples", 0, "must be at least 1");
        Check.atLeast("NeuronCheck.pieces", count, 1);
        UniformRandomProvider random = settings.streams().stream("neuron-check");
        var run = new Run(architecture, learnt, neuron, settings);
        for (int n = 0; n < count; n++) {
            LatencyMap sample = samples.get(random.nextInt(samples.size()));
            run.show(
                    sample,
                    random.nextInt(architecture.positionRows()),
                    random.nextInt(architecture.positionColumns()));
        }
        return new NeuronCheck(
                run.pieces,
                run.same,
                run.same == 0 ? 0 : run.delaySeconds / run.same,
                run.joules / count,
                run.restJoules / count);
    }

    private static final class Run {
        private final ConvStdp architecture;
        private final Simulation simulation;
        private final FilterReading reading;
        private final Patch patch;
        private int first = -1;
        private double firstSeconds;
        private int pieces;
        private int same;
        private double delaySeconds;
        private double joules;
        private double restJoules;

        Run(ConvStdp architecture, Network learnt, NeuronModel neuron, SimulationSettings settings) {
            this.architecture = architecture;
            simulation = new Simulation(
                    learnt.frozen().mapGroups(group -> uninhibited(group).withModel(neuron)), settings);
            reading = new FilterReading(
                    architecture, simulation.programmable(ConvStdp.KERNEL), architecture.thresholds(learnt));
            patch = new Patch(architecture);
            simulation.onSpike(ConvStdp.FILTERS, (filter, time) -> {
                if (first < 0) {
                    first = filter;
                    firstSeconds = time;
                }
            });
        }

        private static NeuronGroup uninhibited(NeuronGroup group) {
            return new NeuronGroup(
                    group.name(),
                    group.size(),
                    group.model(),
                    group.biasAmperes(),
                    Optional.empty(),
                    Optional.empty(),
                    group.initial());
        }

        void show(LatencyMap sample, int row, int column) {
            patch.take(sample, row, column);
            reading.read(patch);
            simulation.reset();
            first = -1;
            double begun = simulation.now().si();
            simulation.play(raster());
            simulation.run(architecture.presentation());
            joules += simulation.energy().neurons();
            restJoules += simulation.energy().rest();
            if (reading.winner() < 0) {
                return;
            }
            pieces++;
            if (first == reading.winner()) {
                same++;
                delaySeconds += firstSeconds - begun - seconds(reading.winnerEarliness());
            }
        }

        private double seconds(int earliness) {
            return architecture.presentation().si() * (LatencyMap.TICKS - earliness) / LatencyMap.TICKS;
        }

        private SpikeRaster raster() {
            double[] seconds = new double[patch.size()];
            int[] lines = new int[patch.size()];
            for (int k = 0; k < lines.length; k++) {
                seconds[k] = seconds(patch.earliness(k));
                lines[k] = patch.line(k);
            }
            return SpikeRaster.of(architecture.patchLines(), seconds, lines);
        }
    }
}
