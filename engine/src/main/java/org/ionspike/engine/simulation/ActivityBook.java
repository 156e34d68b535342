package org.ionspike.engine.simulation;

/**
 * What happened in a network, counted while it ran.
 *
 * @param inputSpikes spikes of sources that the network's projections carry
 * @param spikes of neurons, those that inhibition silences not counted
 * @param synapticOperations synapses that spikes reached
 * @param neuronUpdates how often an event changed a neuron: its input changed, an impulse reached it, it fired, or it was
 *     clamped; what a closed form or the passing of time changes is not counted
 * @param deviceWrites programming pulses
 * @param seconds time that passed in the network
 * @param neuronSeconds that time, summed over neurons
 */
public record ActivityBook(
        long inputSpikes,
        long spikes,
        long synapticOperations,
        long neuronUpdates,
        long deviceWrites,
        double seconds,
        double neuronSeconds) {
    /** Nothing happened. */
    public static final ActivityBook ZERO = new ActivityBook(0, 0, 0, 0, 0, 0, 0);

    /** Term by term this plus the other. */
    public ActivityBook plus(ActivityBook other) {
        return new ActivityBook(
                inputSpikes + other.inputSpikes,
                spikes + other.spikes,
                synapticOperations + other.synapticOperations,
                neuronUpdates + other.neuronUpdates,
                deviceWrites + other.deviceWrites,
                seconds + other.seconds,
                neuronSeconds + other.neuronSeconds);
    }

    /** Term by term this minus the other. */
    public ActivityBook minus(ActivityBook other) {
        return new ActivityBook(
                inputSpikes - other.inputSpikes,
                spikes - other.spikes,
                synapticOperations - other.synapticOperations,
                neuronUpdates - other.neuronUpdates,
                deviceWrites - other.deviceWrites,
                seconds - other.seconds,
                neuronSeconds - other.neuronSeconds);
    }
}
