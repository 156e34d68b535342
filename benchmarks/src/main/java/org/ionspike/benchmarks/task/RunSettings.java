package org.ionspike.benchmarks.task;

import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.AssertionLevel;
import org.ionspike.engine.simulation.BatchReader.Crossbar;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.units.Check;

/**
 * How a run is computed; changes no result beyond the last digits of single precision.
 *
 * @param threads how many samples are read side by side, at least 1
 * @param parking whether neurons at rest are left out of the computation
 * @param backend kernels and crossbar
 * @param assertions what is checked in every step of the neurons
 */
public record RunSettings(int threads, boolean parking, BackendChoice backend, AssertionLevel assertions) {
    public RunSettings {
        Check.between("threads", threads, 1, 1024);
    }

    /** Nothing is checked in the steps. */
    public RunSettings(int threads, boolean parking, BackendChoice backend) {
        this(threads, parking, backend, AssertionLevel.OFF);
    }

    /** The same settings for another number of threads. */
    public RunSettings withThreads(int count) {
        return new RunSettings(count, parking, backend, assertions);
    }

    /** What computes. */
    public enum BackendChoice {
        /** Fused kernels; batch reads of the crossbar on ND4J. */
        AUTO,
        /** ND4J for neurons and crossbar. */
        VECTORIZED,
        /** Fused kernels and events for everything; ND4J is not loaded. */
        FUSED
    }

    Crossbar crossbar() {
        return backend == BackendChoice.FUSED ? Crossbar.EVENTS : Crossbar.MATRIX_PRODUCT;
    }

    SimulationSettings simulation(RandomStreams streams) {
        Backend kernels = backend == BackendChoice.VECTORIZED ? Backend.VECTORIZED : Backend.FUSED;
        return new SimulationSettings(streams, kernels, parking, true).withAssertions(assertions);
    }
}
