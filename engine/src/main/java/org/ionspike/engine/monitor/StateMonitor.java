package org.ionspike.engine.monitor;

import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Check;
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
        int size = simulation.network().group(group).size();
        int[] columns = neurons.clone();
        Check.atLeast("StateMonitor: number of neurons", columns.length, 1);
        for (int neuron : columns) {
            if (neuron < 0 || neuron >= size) {
                Check.require(false, "StateMonitor: neuron", neuron, "must lie between 0 and " + (size - 1));
            }
        }
        simulation.state(group, variable); // an unknown variable is an error now
        samples = new Samples(simulation, interval, () -> {
            INDArray all = simulation.state(group, variable);
            var row = new float[columns.length];
            for (int c = 0; c < row.length; c++) {
                row[c] = all.getFloat(0, columns[c]);
            }
            return row;
        });
    }

    /** The samples, SI units; shape {@code [time, neuron]}. An error before the first sample. */
    public INDArray values() {
        return Nd4j.createFromArray(samples.rows());
    }

    /** Times of the samples in s since the start of the simulation. */
    public double[] timesSeconds() {
        return samples.timesSeconds();
    }
}
