package org.ionspike.networks.learning;

import java.util.Arrays;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.DiehlCook;

/**
 * Shows samples to a {@link DiehlCook} network, one after the other, each from rest: weights are scaled after each, and
 * weights and thresholds are all that stays. No label is used.
 */
public final class DiehlCookTraining {
    private final DiehlCook architecture;
    private final Simulation simulation;
    private final int[] counts;

    /** A network that has learnt nothing. */
    public DiehlCookTraining(DiehlCook architecture, SimulationSettings settings) {
        this.architecture = architecture;
        this.simulation = new Simulation(architecture.network(), settings);
        this.counts = new int[architecture.neurons()];
        simulation.onSpike(DiehlCook.EXCITATORY, (neuron, time) -> counts[neuron]++);
        scale();
    }

    /**
     * Shows one sample for {@link DiehlCook#SAMPLE}, learns from it and scales the weights.
     *
     * @return spikes of each excitatory neuron; a copy
     */
    public int[] show(SpikeRaster sample) {
        simulation.reset();
        Arrays.fill(counts, 0);
        simulation.play(sample);
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
