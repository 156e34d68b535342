package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;

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

    /**
     * The books of a mean spike: from the first upward crossing of the spike level to the last, over the intervals
     * between; what the circuit turns over at rest is part of it. Empty with fewer than two spikes.
     */
    public Optional<EnergyBooks> perSpike() {
        int intervals = spikes.size() - 1;
        return intervals < 1
                ? Optional.empty()
                : Optional.of(spikes.get(intervals)
                        .books()
                        .since(spikes.get(0).books())
                        .times(1.0 / intervals));
    }

    /**
     * How far the books are from closing at the end of the run: the difference between what they retained and what the
     * capacitor gained, over what was dissipated; 0 when nothing was.
     *
     * @param circuit whose books these are
     * @param start the state the run began in
     */
    public double closureError(IonicCircuit circuit, CircuitState start) {
        double gained = circuit.storedEnergy(end.state()) - circuit.storedEnergy(start);
        double dissipated = end.books().dissipated();
        return dissipated == 0 ? 0 : Math.abs(end.books().retained() - gained) / dissipated;
    }
}
