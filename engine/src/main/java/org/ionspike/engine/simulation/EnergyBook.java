package org.ionspike.engine.simulation;

/**
 * Energy dissipated in the devices of a network, in J. Model outputs: integrals of G V^2 over the ionic devices. Line
 * drivers, amplifiers, ramp generator, spike detection and supplies are not in it.
 *
 * @param rest what the neurons' batteries turn over at rest, over the whole time: slits and leaks without input
 * @param activity what input and spikes add in the neurons; below 0 where a neuron dissipates less than at rest
 * @param synapses devices of all projections while they are read
 * @param programming pulses that changed weights
 * @param refresh pulses that wrote relaxed weights back
 */
public record EnergyBook(double rest, double activity, double synapses, double programming, double refresh) {
    /** Nothing dissipated. */
    public static final EnergyBook ZERO = new EnergyBook(0, 0, 0, 0, 0);

    /** Slits and leaks of all neurons. */
    public double neurons() {
        return rest + activity;
    }

    /** The sum of all terms. */
    public double total() {
        return rest + activity + synapses + programming + refresh;
    }

    /** Term by term this plus the other. */
    public EnergyBook plus(EnergyBook other) {
        return new EnergyBook(
                rest + other.rest,
                activity + other.activity,
                synapses + other.synapses,
                programming + other.programming,
                refresh + other.refresh);
    }

    /** Term by term this minus the other. */
    public EnergyBook minus(EnergyBook other) {
        return plus(other.times(-1));
    }

    /** Every term multiplied. */
    public EnergyBook times(double factor) {
        return new EnergyBook(
                rest * factor, activity * factor, synapses * factor, programming * factor, refresh * factor);
    }
}
