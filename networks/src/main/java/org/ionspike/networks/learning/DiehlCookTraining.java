package org.ionspike.networks.learning;

import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.DiehlCook;

/**
 * Shows samples to a {@link DiehlCook} network, one or a batch after the other, each from rest: weights are scaled after
 * each, and weights and thresholds are all that stays. The samples of a batch change the weights as they go, their
 * thresholds are summed afterwards. No label is used.
 */
public final class DiehlCookTraining {
    private final DiehlCook architecture;
    private final Simulation simulation;
    private final int[] counts;

    /** A network that has learnt nothing. */
    public DiehlCookTraining(DiehlCook architecture, SimulationSettings settings) {
        this.architecture = architecture;
        this.simulation = new Simulation(architecture.network(), settings);
        this.counts = new int[settings.batch() * architecture.neurons()];
        simulation.onSpike(DiehlCook.EXCITATORY, (neuron, time) -> counts[neuron]++);
        scale();
    }

    /** As {@link #show(List)}, with one sample. */
    public int[] show(SpikeRaster sample) {
        return show(List.of(sample));
    }

    /**
     * Shows one sample, or a batch of them, for {@link DiehlCook#SAMPLE}, learns from it and scales the weights.
     *
     * @param samples as many as the batch of the settings
     * @return spikes of each excitatory neuron, sample after sample; a copy
     */
    public int[] show(List<SpikeRaster> samples) {
        simulation.reset();
        Arrays.fill(counts, 0);
        simulation.play(samples);
        simulation.run(DiehlCook.SAMPLE);
        scale();
        return counts.clone();
    }

    private void scale() {
        simulation.scaleIncoming(DiehlCook.LEARNING, architecture.weightSum());
    }

    /** The network at work. */
    public Simulation simulation() {
        return simulation;
    }
}
