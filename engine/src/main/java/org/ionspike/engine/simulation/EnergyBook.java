package org.ionspike.engine.simulation;

/**
 * Energy dissipated in the devices of a network, in J. Model outputs: integrals of G V^2 over the ionic devices. Line
 * drivers, amplifiers, ramp generator, spike detection and supplies are not in it.
 *
 * @param neurons slits and leaks of all neurons
 * @param synapses devices of all projections
 * @param programming pulses that changed weights
 */
public record EnergyBook(double neurons, double synapses, double programming) {
    /** Nothing dissipated. */
    public static final EnergyBook ZERO = new EnergyBook(0, 0, 0);

    /** The sum of all terms. */
    public double total() {
        return neurons + synapses + programming;
    }

    /** Term by term this plus the other. */
    public EnergyBook plus(EnergyBook other) {
        return new EnergyBook(neurons + other.neurons, synapses + other.synapses, programming + other.programming);
    }

    /** Term by term this minus the other. */
    public EnergyBook minus(EnergyBook other) {
        return new EnergyBook(neurons - other.neurons, synapses - other.synapses, programming - other.programming);
    }
}
