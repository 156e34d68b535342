package org.ionspike.engine.monitor;

import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Samples a state variable of some neurons of a group, at the start of steps at a fixed interval. */
public final class StateMonitor {
    private final Samples samples;

    /**
     * Samples from now on.
     *
     * @param variable name as the neuron model documents it
     * @param neurons indices in the group, at least one, in the order of the columns
     * @param interval a multiple of the time step; samples fall on its multiples
     */
    public StateMonitor(Simulation simulation, String group, String variable, int[] neurons, Time interval) {
        var chosen = new ChosenState("StateMonitor", simulation, group, variable, neurons);
        samples = new Samples(simulation, interval, chosen::row);
    }

    /** The samples, SI units; shape {@code [time, neuron]}. An error before the first sample. */
    public INDArray values() {
        return Nd4j.createFromArray(samples.rows());
    }

    /** As {@link #values}, as plain arrays; shape {@code [time][neuron]}. */
    public float[][] rows() {
        return samples.rows();
    }

    /** Times of the samples in s since the start of the simulation. */
    public double[] timesSeconds() {
        return samples.timesSeconds();
    }
}
