package org.ionspike.engine.physics;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Firing of an {@link IonicCircuit} under held currents, by the reference integrator: the circuit starts at the steady
 * state without input, the current is held from time 0, and what comes after {@code settling} counts.
 *
 * @param solver the circuit and its spike levels
 * @param window duration of a run
 * @param settling part of it that is left out, below the window
 */
public record FiringCurve(CircuitReference solver, Time window, Time settling) {
    /** Samples of the voltage after settling; between them extremes are off by about 1e-5 of the spike. */
    private static final int SAMPLES = 20_000;

    /** Relative width to which rheobase and block are bisected. */
    private static final double CLOSE = 1e-3;

    /**
     * Firing under one current.
     *
     * @param current held from time 0
     * @param rate number of intervals between the spikes over the time they take; 0 with fewer than two spikes
     * @param lowest lowest voltage
     * @param highest highest voltage
     * @param perSpike dissipation over the intervals per interval; 0 without one
     */
    public record Point(Current current, Frequency rate, Voltage lowest, Voltage highest, Energy perSpike) {}

    public FiringCurve {
        Check.positive("FiringCurve.window", window);
        Check.notNegative("FiringCurve.settling", settling);
        Check.require(
                settling.si() < window.si(),
                "FiringCurve.settling",
                settling,
                "must be below the window (" + window + ")");
    }

    /** 60 ms of which the first 20 are left out, relative tolerance 1e-10. */
    public FiringCurve(IonicCircuit circuit) {
        this(CircuitReference.scaledTo(circuit).withTolerance(1e-10), new Time(0.06), new Time(0.02));
    }

    /** The circuit under a current. */
    public Point at(Current current) {
        double[] seconds = new double[SAMPLES + 1];
        for (int k = 0; k <= SAMPLES; k++) {
            seconds[k] = settling.si() + (window.si() - settling.si()) * k / SAMPLES;
        }
        var trace = solver.trace(solver.circuit().rest(), InputCurrent.constant(current), seconds);
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (var sample : trace.samples()) {
            lowest = Math.min(lowest, sample.state().volts());
            highest = Math.max(highest, sample.state().volts());
        }
        var counted = trace.spikes().stream()
                .filter(spike -> spike.seconds() >= settling.si())
                .toList();
        var settled = new CircuitTrace(trace.samples(), counted, trace.end());
        int intervals = counted.size() - 1;
        return new Point(
                current,
                new Frequency(
                        intervals < 1
                                ? 0
                                : intervals
                                        / (counted.get(intervals).seconds()
                                                - counted.get(0).seconds())),
                new Voltage(lowest),
                new Voltage(highest),
                new Energy(settled.perSpike().map(EnergyBooks::dissipated).orElse(0.0)));
    }

    /**
     * The least current at which the circuit fires on, to 0.1 %, between one at which it is silent and one at which it
     * fires.
     */
    public Current rheobase(Current silent, Current firing) {
        return boundary(silent, firing);
    }

    /** The current from which the circuit is silent by depolarization, to 0.1 %, between a firing and a silent one. */
    public Current block(Current firing, Current silent) {
        return boundary(silent, firing);
    }

    private Current boundary(Current silent, Current firing) {
        Check.require(!fires(silent), "FiringCurve silent current", silent, "must not make the circuit fire");
        Check.require(fires(firing), "FiringCurve firing current", firing, "must make the circuit fire");
        double off = silent.si();
        double on = firing.si();
        while (Math.abs(on - off) > CLOSE * Math.max(Math.abs(on), Math.abs(off))) {
            double middle = (on + off) / 2;
            if (fires(new Current(middle))) {
                on = middle;
            } else {
                off = middle;
            }
        }
        return new Current(on);
    }

    private boolean fires(Current current) {
        var spikes = solver.spikes(solver.circuit().rest(), InputCurrent.constant(current), window, Integer.MAX_VALUE)
                .spikes();
        return spikes.stream().filter(spike -> spike.seconds() >= settling.si()).count() >= 2;
    }
}
