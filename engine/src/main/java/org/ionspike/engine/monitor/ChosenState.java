package org.ionspike.engine.monitor;

import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Check;

/** A state variable of chosen neurons of a group, to be read again and again. */
final class ChosenState {
    private final Simulation simulation;
    private final String group;
    private final String variable;
    private final int[] neurons;

    /** An error that begins with {@code what} when a neuron or the variable does not exist. */
    ChosenState(String what, Simulation simulation, String group, String variable, int[] neurons) {
        this.simulation = simulation;
        this.group = group;
        this.variable = variable;
        this.neurons = requireNeurons(what, simulation, group, neurons, 1);
        simulation.values(group, variable); // an unknown variable is an error now
    }

    /** A copy of indices that were checked: at least so many, each in the group. */
    static int[] requireNeurons(String what, Simulation simulation, String group, int[] neurons, int least) {
        int size = simulation.neurons(group);
        Check.atLeast(what + ": number of neurons", neurons.length, least);
        for (int neuron : neurons) {
            if (neuron < 0 || neuron >= size) {
                Check.require(false, what + ": neuron", neuron, "must lie between 0 and " + (size - 1));
            }
        }
        return neurons.clone();
    }

    /** The values now, SI units, in the order in which the neurons were chosen. */
    float[] row() {
        float[] all = simulation.values(group, variable);
        var row = new float[neurons.length];
        for (int c = 0; c < row.length; c++) {
            row[c] = all[neurons[c]];
        }
        return row;
    }
}
