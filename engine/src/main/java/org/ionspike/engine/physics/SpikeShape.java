package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.nA;

import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * The spikes of a circuit under a held current, each from one upward crossing of a level to the next: mean interval,
 * peak, trough and width.
 *
 * @param interval mean time between upward crossings
 * @param peak mean highest voltage between two crossings
 * @param trough mean lowest voltage between two crossings
 * @param width mean time above the level, per interval
 * @param intervals that were averaged
 */
public record SpikeShape(Time interval, Voltage peak, Voltage trough, Time width, int intervals) {
    /** Samples per run; a run of thirteen intervals then resolves the width to a thousandth of an interval. */
    private static final int SAMPLES = 20_000;

    /**
     * The circuit of {@link IonicCircuit#robin2021()} under 0.1 nA for the 1.22 ms of the published trace, from the
     * state of the reference table {@code neuron_robin2021_chi1_0.1nA}; the first interval is left out.
     *
     * @param level at which intervals and widths are taken
     */
    public static SpikeShape robin2021(IonicCircuit circuit, Voltage level) {
        var start = new CircuitState(0.005e10 * PhysicalConstants.thermalVoltage(298) * 2e-6, 0.02, 0.04);
        return of(circuit, start, InputCurrent.constant(nA(0.1)), new Time(1.22e-3), level);
    }

    /**
     * Runs the reference solution.
     *
     * @throws IllegalArgumentException if fewer than three spikes come
     */
    public static SpikeShape of(
            IonicCircuit circuit, CircuitState start, InputCurrent input, Time duration, Voltage level) {
        double step = duration.si() / SAMPLES;
        double[] seconds =
                IntStream.rangeClosed(0, SAMPLES).mapToDouble(k -> k * step).toArray();
        CircuitTrace trace = CircuitReference.scaledTo(circuit)
                .withTolerance(1e-10)
                .withSpikeLevels(level, level)
                .trace(start, input, seconds);
        List<CircuitTrace.Sample> spikes = trace.spikes();
        Check.require(
                spikes.size() >= 3,
                "SpikeShape spikes",
                spikes.size(),
                "must be at least 3 within " + duration + "; take a longer run or another current");
        int intervals = spikes.size() - 2;
        double from = spikes.get(1).seconds();
        double to = spikes.get(spikes.size() - 1).seconds();
        double peaks = 0;
        double troughs = 0;
        int above = 0;
        for (int k = 1; k <= intervals; k++) {
            double begin = spikes.get(k).seconds();
            double end = spikes.get(k + 1).seconds();
            double highest = Double.NEGATIVE_INFINITY;
            double lowest = Double.POSITIVE_INFINITY;
            for (CircuitTrace.Sample sample : trace.samples()) {
                if (sample.seconds() >= begin && sample.seconds() < end) {
                    double volts = sample.state().volts();
                    highest = Math.max(highest, volts);
                    lowest = Math.min(lowest, volts);
                    above += volts >= level.si() ? 1 : 0;
                }
            }
            peaks += highest / intervals;
            troughs += lowest / intervals;
        }
        return new SpikeShape(
                new Time((to - from) / intervals),
                new Voltage(peaks),
                new Voltage(troughs),
                new Time(above * step / intervals),
                intervals);
    }
}
