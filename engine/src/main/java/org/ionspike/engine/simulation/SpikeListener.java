package org.ionspike.engine.simulation;

/** Is told every spike of a group in order of time, then of neuron. */
@FunctionalInterface
public interface SpikeListener {
    /**
     * Takes one spike.
     *
     * @param neuron index in the group
     * @param timeSeconds time since the start of the simulation
     */
    void spike(int neuron, double timeSeconds);
}
