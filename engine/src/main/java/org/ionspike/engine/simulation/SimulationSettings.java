package org.ionspike.engine.simulation;

import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;

/**
 * How a network is run; nothing here but the seed and the batch changes a result.
 *
 * @param streams where everything random comes from
 * @param backend kernels of the neurons
 * @param parking whether neurons at rest are left out of the computation
 * @param energy whether dissipated energy is accounted for
 * @param batch how many samples run at once on shared weights, at least 1
 * @param assertions what is checked in every step
 * @param threads how many threads share the neurons of large groups, at least 1; changes no bit of a result
 */
public record SimulationSettings(
        RandomStreams streams,
        Backend backend,
        boolean parking,
        boolean energy,
        int batch,
        AssertionLevel assertions,
        int threads) {
    public SimulationSettings {
        Check.atLeast("SimulationSettings.batch", batch, 1);
        Check.between("SimulationSettings.threads", threads, 1, 64);
    }

    /** One sample at a time, nothing checked. */
    public SimulationSettings(RandomStreams streams, Backend backend, boolean parking, boolean energy) {
        this(streams, backend, parking, energy, 1, AssertionLevel.OFF, 1);
    }

    /** Fused kernels, parking on, energy accounted for. */
    public SimulationSettings(long seed) {
        this(new RandomStreams(seed), Backend.FUSED, true, true);
    }

    /** The same settings with parking on or off. */
    public SimulationSettings withParking(boolean on) {
        return new SimulationSettings(streams, backend, on, energy, batch, assertions, threads);
    }

    /** The same settings with other kernels. */
    public SimulationSettings withBackend(Backend other) {
        return new SimulationSettings(streams, other, parking, energy, batch, assertions, threads);
    }

    /** The same settings for so many samples at once. */
    public SimulationSettings withBatch(int samples) {
        return new SimulationSettings(streams, backend, parking, energy, samples, assertions, threads);
    }

    /** The same settings with other checks. */
    public SimulationSettings withAssertions(AssertionLevel level) {
        return new SimulationSettings(streams, backend, parking, energy, batch, level, threads);
    }

    /** The same settings for so many threads. */
    public SimulationSettings withThreads(int count) {
        return new SimulationSettings(streams, backend, parking, energy, batch, assertions, count);
    }
}
