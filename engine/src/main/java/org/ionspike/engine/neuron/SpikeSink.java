package org.ionspike.engine.neuron;

/** Receives the spikes of a kernel in any order. */
@FunctionalInterface
public interface SpikeSink {
    /**
     * Takes one spike.
     *
     * @param neuron index in the group
     * @param timeSeconds time of the spike, inside the step that is being advanced
     */
    void spike(int neuron, double timeSeconds);
}
