package org.ionspike.engine.simulation;

import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;

/**
 * How a network is run; nothing here but the seed, the draw of the devices and the batch changes a result.
 *
 * @param streams where everything random comes from
 * @param backend kernels of the neurons
 * @param parking whether neurons at rest are left out of the computation
 * @param energy whether dissipated energy is accounted for
 * @param batch how many samples run at once on shared weights, at least 1
 * @param assertions what is checked in every step
 * @param threads how many threads share the neurons of large groups, at least 1; changes no bit of a result
 * @param deviceDraw which draw of all that is random in the devices of synapses, 0 or above; everything else random stays
 *     that of the streams
 */
public record SimulationSettings(
        RandomStreams streams,
        Backend backend,
        boolean parking,
        boolean energy,
        int batch,
        AssertionLevel assertions,
        int threads,
        int deviceDraw) {
    public SimulationSettings {
        Check.atLeast("SimulationSettings.batch", batch, 1);
        Check.between("SimulationSettings.threads", threads, 1, 64);
        Check.atLeast("SimulationSettings.deviceDraw", deviceDraw, 0);
    }

    /** One sample at a time, nothing checked. */
    public SimulationSettings(RandomStreams streams, Backend backend, boolean parking, boolean energy) {
        this(streams, backend, parking, energy, 1, AssertionLevel.OFF, 1, 0);
    }

    /** Fused kernels, parking on, energy accounted for. */
    public SimulationSettings(long seed) {
        this(new RandomStreams(seed), Backend.FUSED, true, true);
    }

    /** The same settings with parking on or off. */
    public SimulationSettings withParking(boolean on) {
        return new SimulationSettings(streams, backend, on, energy, batch, assertions, threads, deviceDraw);
    }

    /** The same settings with other kernels. */
    public SimulationSettings withBackend(Backend other) {
        return new SimulationSettings(streams, other, parking, energy, batch, assertions, threads, deviceDraw);
    }

    /** The same settings for so many samples at once. */
    public SimulationSettings withBatch(int samples) {
        return new SimulationSettings(streams, backend, parking, energy, samples, assertions, threads, deviceDraw);
    }

    /** The same settings with other checks. */
    public SimulationSettings withAssertions(AssertionLevel level) {
        return new SimulationSettings(streams, backend, parking, energy, batch, level, threads, deviceDraw);
    }

    /** The same settings for so many threads. */
    public SimulationSettings withThreads(int count) {
        return new SimulationSettings(streams, backend, parking, energy, batch, assertions, count, deviceDraw);
    }

    /**
     * The same settings with devices drawn anew: spread, stuck devices, noise of writing and of reading, rounding to states.
     * Connections, initial weights and everything outside of the devices stay the same.
     *
     * @param draw 0 for those that the streams give by themselves
     */
    public SimulationSettings withDeviceDraw(int draw) {
        return new SimulationSettings(streams, backend, parking, energy, batch, assertions, threads, draw);
    }

    /** The streams of the devices of a projection. */
    RandomStreams devices(String projection) {
        RandomStreams own = streams.child(projection);
        return deviceDraw == 0 ? own : own.child(drawName());
    }

    /** A seed that differs between runs in which different numbers are drawn. */
    long drawnSeed() {
        return deviceDraw == 0 ? streams.seed() : streams.child(drawName()).seed();
    }

    private String drawName() {
        return "device draw " + deviceDraw;
    }
}
