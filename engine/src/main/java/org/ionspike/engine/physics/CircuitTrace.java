package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;

/**
 * What an {@link IonicCircuit} did: its state at the times asked for, and at its spikes.
 *
 * @param samples in order of time
 * @param spikes the state at each upward crossing of the spike level, in order of time
 * @param end the state when the run ended
 */
public record CircuitTrace(List<Sample> samples, List<Sample> spikes, Sample end) {
    /**
     * The circuit at one time.
     *
     * @param seconds time since the start
     * @param state voltage and mobile fractions
     * @param books energies since the start
     */
    public record Sample(double seconds, CircuitState state, EnergyBooks books) {}

    public CircuitTrace {
        samples = ImmutableList.copyOf(samples);
        spikes = ImmutableList.copyOf(spikes);
    }

    /** Times of the spikes in s. */
    public ImmutableDoubleArray spikeSeconds() {
        return ImmutableDoubleArray.copyOf(spikes.stream().mapToDouble(Sample::seconds));
    }
}
