package org.ionspike.engine.plasticity;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.units.Time;

/**
 * A trace of its spikes for every neuron of a population: it rises at a spike and decays exponentially. All decay alike,
 * so what is kept is each trace divided by one common factor, and time costs nothing: a trace is {@code scaled x factor}.
 *
 * <p>From time to time the factor is set to 1 again ({@link #rebase}); traces below {@link #NEGLIGIBLE} are then 0.
 * Memory: 4 bytes a neuron, and 4 for each whose trace is not 0.
 */
final class SpikeTrace {
    /** A trace below this counts as 0, 14 time constants after a spike. */
    static final float NEGLIGIBLE = 1e-6f;

    private final double tauSeconds;
    private final double periodSeconds;
    private final boolean nearest;
    private final float[] scaled;
    private int[] active = new int[16];
    private int activeCount;
    private double reference;
    private double factorSeconds;
    private double factor = 1;

    /**
     * Traces that are 0.
     *
     * @param period time constants after which the factor is to be set to 1 again, at most 60, so that floats hold it
     * @param nearest whether a spike sets the trace to 1; otherwise it adds 1
     */
    SpikeTrace(int neurons, Time tau, double period, boolean nearest) {
        this.tauSeconds = tau.si();
        this.periodSeconds = period * tauSeconds;
        this.nearest = nearest;
        this.scaled = new float[neurons];
    }

    /** What the scaled traces are to be multiplied by at a time. */
    double factor(double timeSeconds) {
        if (timeSeconds != factorSeconds) { // events of one step come at one time
            factorSeconds = timeSeconds;
            factor = Math.exp((reference - timeSeconds) / tauSeconds);
        }
        return factor;
    }

    /** The live scaled traces, one per neuron. */
    float[] scaled() {
        return scaled;
    }

    double value(int neuron, double timeSeconds) {
        return scaled[neuron] * factor(timeSeconds);
    }

    void spike(int neuron, double timeSeconds) {
        float one = (float) (1 / factor(timeSeconds));
        if (scaled[neuron] == 0) {
            if (activeCount == active.length) {
                active = Arrays.copyOf(active, 2 * activeCount);
            }
            active[activeCount++] = neuron;
        }
        scaled[neuron] = nearest ? one : scaled[neuron] + one;
    }

    /** The neurons whose trace is not 0: the first {@link #activeCount()} entries, in no order. */
    int[] active() {
        return active;
    }

    int activeCount() {
        return activeCount;
    }

    /** Whether it is time to {@link #rebase}. */
    boolean isStale(double timeSeconds) {
        return timeSeconds - reference > periodSeconds;
    }

    /** Sets the factor to 1 at a time. */
    void rebase(double timeSeconds) {
        float now = (float) factor(timeSeconds);
        int kept = 0;
        for (int n = 0; n < activeCount; n++) {
            int neuron = active[n];
            float value = scaled[neuron] * now;
            if (value < NEGLIGIBLE) {
                scaled[neuron] = 0;
            } else {
                scaled[neuron] = value;
                active[kept++] = neuron;
            }
        }
        activeCount = kept;
        reference = timeSeconds;
        factorSeconds = timeSeconds;
        factor = 1;
    }

    void transfer(StateTransfer state) {
        state.array("trace", scaled);
        long[] stored = state.list(
                "activeTraces",
                Arrays.stream(active, 0, activeCount).asLongStream().toArray());
        activeCount = stored.length;
        active = Arrays.copyOf(Arrays.stream(stored).mapToInt(Math::toIntExact).toArray(), Math.max(16, activeCount));
        reference = state.number("traceReference", reference);
        factorSeconds = state.number("traceFactorSeconds", factorSeconds);
        factor = state.number("traceFactor", factor);
    }

    /** All traces are 0, and time may begin anew. */
    void clear() {
        Arrays.fill(scaled, 0);
        activeCount = 0;
        reference = 0;
        factorSeconds = 0;
        factor = 1;
    }
}
