package org.ionspike.engine.monitor;

import java.util.Arrays;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.spikes.SpikeRaster;

/** Records the spikes of a group from its making on. */
public final class SpikeMonitor {
    private final Simulation simulation;
    private final int neurons;
    private final double startSeconds;
    private int[] neuron = new int[64];
    private double[] timeSeconds = new double[64];
    private int size;

    /** Records the spikes of the group of that name from now on. */
    public SpikeMonitor(Simulation simulation, String group) {
        this.simulation = simulation;
        this.neurons = simulation.neurons(group);
        this.startSeconds = simulation.now().si();
        simulation.onSpike(group, this::add);
    }

    private void add(int firing, double time) {
        if (size == neuron.length) {
            neuron = Arrays.copyOf(neuron, 2 * size);
            timeSeconds = Arrays.copyOf(timeSeconds, 2 * size);
        }
        neuron[size] = firing;
        timeSeconds[size++] = time;
    }

    /** Number of spikes so far. */
    public int size() {
        return size;
    }

    /** All spikes so far, one line per neuron; times count from the start of the simulation. */
    public SpikeRaster raster() {
        return SpikeRaster.of(neurons, Arrays.copyOf(timeSeconds, size), Arrays.copyOf(neuron, size));
    }

    /** Number of spikes of every neuron. */
    public int[] counts() {
        return intervals().counts();
    }

    /** Spikes a second of every neuron since the monitor was made, in Hz; NaN when no time has passed. */
    public double[] rateHz() {
        return intervals().rateHz(simulation.now().si() - startSeconds);
    }

    /** Mean interval between the spikes of every neuron in s; NaN below two spikes. */
    public double[] meanIntervalSeconds() {
        return intervals().meanSeconds();
    }

    /**
     * Coefficient of variation of the intervals of every neuron: standard deviation (over the number of intervals) by
     * mean; NaN below three spikes.
     */
    public double[] intervalVariation() {
        return intervals().variation();
    }

    private Intervals intervals() {
        var intervals = new Intervals(neurons);
        for (int k = 0; k < size; k++) {
            intervals.add(neuron[k], timeSeconds[k]);
        }
        return intervals;
    }
}
