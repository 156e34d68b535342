package org.ionspike.engine.simulation;

import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;

/**
 * How a network is run; nothing here but the seed changes a result.
 *
 * @param streams where everything random comes from
 * @param backend kernels of the neurons
 * @param parking whether neurons at rest are left out of the computation
 * @param energy whether dissipated energy is accounted for
 */
public record SimulationSettings(RandomStreams streams, Backend backend, boolean parking, boolean energy) {
    /** Fused kernels, parking on, energy accounted for. */
    public SimulationSettings(long seed) {
        this(new RandomStreams(seed), Backend.FUSED, true, true);
    }

    /** The same settings with parking on or off. */
    public SimulationSettings withParking(boolean on) {
        return new SimulationSettings(streams, backend, on, energy);
    }

    /** The same settings with other kernels. */
    public SimulationSettings withBackend(Backend other) {
        return new SimulationSettings(streams, other, parking, energy);
    }
}
