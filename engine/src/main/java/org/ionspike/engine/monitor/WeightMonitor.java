package org.ionspike.engine.monitor;

import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Time;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Takes snapshots of the weights of a projection with dense connections at a fixed interval. */
public final class WeightMonitor {
    private final Samples samples;
    private final long[] shape;

    /**
     * Takes snapshots from now on.
     *
     * @param projection name of a projection with programmable synapses
     * @param interval a multiple of the time step; snapshots fall on its multiples
     */
    public WeightMonitor(Simulation simulation, String projection, Time interval) {
        shape = simulation.weights(projection).shape();
        samples = new Samples(
                simulation,
                interval,
                () -> simulation.weights(projection).reshape(-1).toFloatVector());
    }

    /** The snapshots, each 0 to 1; shape {@code [time, pre, post]}. An error before the first one. */
    public INDArray values() {
        float[][] rows = samples.rows();
        return Nd4j.createFromArray(rows).reshape(rows.length, shape[0], shape[1]);
    }

    /** Times of the snapshots in s since the start of the simulation. */
    public double[] timesSeconds() {
        return samples.timesSeconds();
    }
}
