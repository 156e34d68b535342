package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nAPerSecond;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.CircuitTrace;
import org.ionspike.engine.physics.InputCurrent;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Power;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Units;
import org.ionspike.engine.units.Voltage;

/**
 * Derives a {@link ReducedIonicNeuron} from an {@link IonicCircuit} by measurements on its reference solution.
 * Deterministic; a few seconds.
 *
 * <ol>
 *   <li>Rheobase: the smallest step from rest that makes a spike within the window, by bisection.
 *   <li>Sustained firing: the range of steps that still fire at the end of the window; both ends by bisection. Interval
 *       T(I): the last one in the window, at currents that lie denser towards both ends.
 *   <li>k, I_th and the delay: least squares of the relative error of the latency of steps from rest between 1.01 and 4
 *       times the rheobase.
 *   <li>D(I) = T(I) - L(I), so that the intervals are met at the nodes.
 *   <li>D below the rheobase: after the spike of a ramp the input is 0 for a while and then 1.5 times the rheobase; the
 *       constant that gives the least squares of the error of the second spike's time, for six such pauses.
 *   <li>I_sp(r, I_0): ramps switched on at rest, for every rate and start.
 *   <li>Powers: dissipation of the steady states at the given currents and just below the rheobase.
 *   <li>Spike energy: dissipation of a circuit at rest under a ramp of 50 nA/s from 0 until its spike and for one window
 *       afterwards without input, less the table's power at the momentary current. Clamped: from the spike on the
 *       membrane is held at its rest voltage; what was on the capacitor counts as dissipated at once.
 * </ol>
 *
 * A spike is an upward crossing of the levels of {@link CircuitReference}. The default lists and window suit circuits
 * with the currents and times of the default one; scale them with the circuit.
 *
 * @param rampRates rates of the ramp table, above 0, rising
 * @param rampStarts starts of the ramp table, rising
 * @param powerCurrents currents of the power table, rising; those below the rheobase are used
 * @param firingCurrents number of nodes of T(I), at least 2
 * @param window time that counts as sustained
 */
public record CircuitReduction(
        List<CurrentRate> rampRates,
        List<Current> rampStarts,
        List<Current> powerCurrents,
        int firingCurrents,
        Time window) {
    private static final double[] RATES = {2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 250, 300};
    private static final double[] STARTS = {
        -600, -450, -350, -300, -250, -200, -175, -150, -125, -100, -75, -50, -25, 0, 10, 20, 30, 40, 47, 52, 56, 60,
        63, 66, 70, 75, 80, 90, 105, 130, 170, 250
    };
    private static final double[] POWERS = {
        -600, -400, -300, -200, -150, -100, -75, -62, -50, -42, -35, -28, -20, -10, 0, 20, 30, 40, 45, 50, 55, 60, 63
    };

    /** Steps of the latency fit, in rheobases; denser where the latency bends. */
    private static final double[] STEPS = {1.01, 1.02, 1.04, 1.07, 1.1, 1.15, 1.2, 1.3, 1.4, 1.6, 1.8, 2, 2.5, 3, 4};

    /** Current of the second spike whose latency gives the recovery at rest, in rheobases. */
    private static final double PROBE = 1.5;

    /** Its onsets after the first spike, in recovery times under that current. */
    private static final double[] ONSETS = {0.4, 0.6, 0.8, 1, 1.2, 1.5};

    private static final CurrentRate ENERGY_RAMP = nAPerSecond(50);
    private static final double RELATIVE_TOLERANCE = 1e-9;
    private static final double CURRENT_TOLERANCE = 1e-5;

    public CircuitReduction {
        rampRates = ImmutableList.copyOf(rampRates);
        rampStarts = ImmutableList.copyOf(rampStarts);
        powerCurrents = ImmutableList.copyOf(powerCurrents);
        Check.atLeast("CircuitReduction.firingCurrents", firingCurrents, 2);
        Check.positive("CircuitReduction.window", window);
    }

    /** The lists and the window of the default circuit: 2 to 300 nA/s, -600 to 250 pA, 32 nodes of firing, 60 ms. */
    public CircuitReduction() {
        this(
                DoubleStream.of(RATES).mapToObj(Units::nAPerSecond).toList(),
                DoubleStream.of(STARTS).mapToObj(Units::pA).toList(),
                DoubleStream.of(POWERS).mapToObj(Units::pA).toList(),
                32,
                ms(60));
    }

    /** The reduced neuron of a circuit, with the default lists and window. */
    public static ReducedIonicNeuron reduce(IonicCircuit circuit) {
        return new CircuitReduction().of(circuit);
    }

    /**
     * The reduced neuron of a circuit.
     *
     * @throws IllegalArgumentException if the circuit fires without input, or has no range of sustained firing
     */
    public ReducedIonicNeuron of(IonicCircuit circuit) {
        var solver = new CircuitReference(circuit).withTolerance(RELATIVE_TOLERANCE);
        CircuitState rest = circuit.rest();
        Check.require(
                spikes(solver, rest, 0, 1).spikes().isEmpty(),
                "CircuitReduction circuit",
                "steady at " + new Voltage(rest.volts()),
                "must not fire without input; a reduced neuron needs a rest");

        double rheobase =
                edge(amperes -> !spikes(solver, rest, amperes, 1).spikes().isEmpty(), 0, firing(solver, rest));
        double inner = innermost(solver, rest, rheobase);
        double sustained = edge(amperes -> isSustained(solver, rest, amperes), rheobase, inner);
        double outer = inner;
        while (isSustained(solver, rest, 1.2 * outer)) {
            outer *= 1.2;
        }
        double blocked = edge(amperes -> isSustained(solver, rest, amperes), 1.2 * outer, outer);

        Latency latency = latency(solver, rest, rheobase);
        ImmutableList.Builder<Current> currents = ImmutableList.builder();
        ImmutableList.Builder<Time> recoveries = ImmutableList.builder();
        for (int k = 0; k < firingCurrents; k++) {
            // denser at both ends, where the interval changes fastest; at the lower one like a logarithm
            double s = Math.pow(k / (firingCurrents - 1.0), 1.5);
            double amperes = sustained + (blocked - sustained) * s * s * s * (10 + s * (6 * s - 15));
            currents.add(new Current(amperes));
            recoveries.add(new Time(interval(solver, rest, amperes) - latency.at(amperes)));
        }

        ImmutableList<Current> levels = ImmutableList.<Current>builder()
                .addAll(powerCurrents.stream()
                        .filter(level -> level.si() < 0.99 * rheobase)
                        .toList())
                .add(new Current(0.995 * rheobase))
                .build();
        var draft = new ReducedIonicNeuron(
                rampRates,
                rampStarts,
                rampRates.stream().map(rate -> thresholds(solver, rest, rate)).toList(),
                currents.build(),
                recoveries.build(),
                restRecovery(solver, rest, latency, PROBE * rheobase),
                new Current(blocked * (1 + CURRENT_TOLERANCE)),
                new Current(rheobase),
                new Current(latency.threshold()),
                latency.excitability(),
                new Time(latency.delay()),
                levels,
                levels.stream()
                        .map(level -> new Power(circuit.dissipation(circuit.steadyState(level))))
                        .toList(),
                new Energy(0),
                new Energy(0));
        double toSpike = energyToSpike(solver, rest, draft);
        CircuitTrace.Sample spike = rampSpike(solver, rest);
        return new ReducedIonicNeuron(
                draft.rampRates(),
                draft.rampStarts(),
                draft.rampThresholds(),
                draft.recoveryCurrents(),
                draft.recoveryTimes(),
                draft.restRecovery(),
                draft.blockCurrent(),
                draft.rheobase(),
                draft.threshold(),
                draft.excitability(),
                draft.spikeDelay(),
                draft.powerCurrents(),
                draft.powers(),
                new Energy(toSpike + energyAlone(solver, spike.state(), draft)),
                new Energy(toSpike + energyClamped(circuit, spike.state(), rest)));
    }

    private CircuitTrace spikes(CircuitReference solver, CircuitState rest, double amperes, int most) {
        return solver.spikes(rest, InputCurrent.constant(new Current(amperes)), window, most);
    }

    /** A step that makes a spike, found by doubling. */
    private double firing(CircuitReference solver, CircuitState rest) {
        for (double amperes = 1e-12; amperes < 1e-6; amperes *= 2) {
            if (!spikes(solver, rest, amperes, 1).spikes().isEmpty()) {
                return amperes;
            }
        }
        throw new IllegalArgumentException(
                "The circuit makes no spike through " + solver.spikeLevel() + " for steps of 1 pA to 1 uA.");
    }

    /** A current of sustained firing, found by growing steps above the rheobase. */
    private double innermost(CircuitReference solver, CircuitState rest, double rheobase) {
        for (double more = 0.005; more < 4; more *= 1.5) {
            if (isSustained(solver, rest, rheobase * (1 + more))) {
                return rheobase * (1 + more);
            }
        }
        throw new IllegalArgumentException(
                "The circuit fires on under no current up to five times its rheobase (" + new Current(rheobase) + ").");
    }

    /** Whether one more spike follows within two intervals of the end of the window. */
    private boolean isSustained(CircuitReference solver, CircuitState rest, double amperes) {
        var times = spikes(solver, rest, amperes, Integer.MAX_VALUE).spikeSeconds();
        int n = times.length();
        return n >= 3 && window.si() - times.get(n - 1) < 2 * (times.get(n - 1) - times.get(n - 2));
    }

    private double interval(CircuitReference solver, CircuitState rest, double amperes) {
        var times = spikes(solver, rest, amperes, Integer.MAX_VALUE).spikeSeconds();
        return times.get(times.length() - 1) - times.get(times.length() - 2);
    }

    /** The border between a current at which something does not hold and one at which it does, on the side where it does. */
    private static double edge(DoublePredicate holds, double not, double does) {
        double outside = not;
        double inside = does;
        while (Math.abs(inside - outside) > CURRENT_TOLERANCE * Math.abs(inside)) {
            double middle = (inside + outside) / 2;
            if (holds.test(middle)) {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        return inside;
    }

    private List<Current> thresholds(CircuitReference solver, CircuitState rest, CurrentRate rate) {
        return rampStarts.stream()
                .map(start -> new Current(rampThreshold(solver, rest, rate, start)))
                .toList();
    }

    /** I_sp in A of the circuit itself. */
    static double rampThreshold(CircuitReference solver, CircuitState rest, CurrentRate rate, Current start) {
        // one second of a rising current beyond what the start needs to come back to 0 is ample for rates above 1 nA/s
        var limit = new Time(1 + Math.max(0, -start.si()) / rate.si());
        var trace = solver.spikes(rest, InputCurrent.ramp(start, rate), limit, 1);
        Check.require(
                !trace.spikes().isEmpty(),
                "CircuitReduction ramp rate",
                rate,
                "must make the circuit spike, and it does not within " + limit);
        return start.si() + rate.si() * trace.spikes().get(0).seconds();
    }

    /** L(I) of a quadratic integrate-and-fire neuron that starts at its rest without input. */
    private record Latency(double threshold, double excitability, double delay) {
        double at(double amperes) {
            return shape(threshold, amperes) / Math.sqrt(excitability) + delay;
        }

        /** sqrt(k) (L - delay) */
        static double shape(double threshold, double amperes) {
            double above = amperes - threshold;
            return Math.atan2(Math.sqrt(above), -Math.sqrt(threshold)) / Math.sqrt(above);
        }
    }

    private Latency latency(CircuitReference solver, CircuitState rest, double rheobase) {
        double[] amperes = DoubleStream.of(STEPS).map(part -> part * rheobase).toArray();
        double[] seconds = DoubleStream.of(amperes)
                .map(step -> spikes(solver, rest, step, 1).spikes().get(0).seconds())
                .toArray();
        double threshold = minimum(th -> fit(th, amperes, seconds)[2], 0.8 * rheobase, rheobase);
        double[] best = fit(threshold, amperes, seconds);
        return new Latency(threshold, 1 / (best[0] * best[0]), best[1]);
    }

    /** Linear least squares of seconds = a shape + b with weights 1/seconds^2: a, b and the sum of squares. */
    private static double[] fit(double threshold, double[] amperes, double[] seconds) {
        double ww = 0;
        double ws = 0;
        double ss = 0;
        double w = 0;
        double s = 0;
        for (int k = 0; k < amperes.length; k++) {
            double weight = 1 / seconds[k];
            double shape = Latency.shape(threshold, amperes[k]) * weight;
            ww += weight * weight;
            ws += weight * shape;
            ss += shape * shape;
            w += weight;
            s += shape;
        }
        double det = ww * ss - ws * ws;
        double a = (ww * s - ws * w) / det;
        double b = (ss * w - ws * s) / det;
        double squares = 0;
        for (int k = 0; k < amperes.length; k++) {
            double error = (a * Latency.shape(threshold, amperes[k]) + b) / seconds[k] - 1;
            squares += error * error;
        }
        return new double[] {a, b, squares};
    }

    /** Golden section. */
    private static double minimum(DoubleUnaryOperator f, double low, double high) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double from = low;
        double to = high;
        while (to - from > CURRENT_TOLERANCE * to) {
            double left = to - ratio * (to - from);
            double right = from + ratio * (to - from);
            if (f.applyAsDouble(left) < f.applyAsDouble(right)) {
                to = right;
            } else {
                from = left;
            }
        }
        return (from + to) / 2;
    }

    /** Recovered part at the onset d of the probe is d/D; the rest takes (1 - d/D) D(probe), then comes the latency. */
    private Time restRecovery(CircuitReference solver, CircuitState rest, Latency latency, double probe) {
        double recovery = interval(solver, rest, probe) - latency.at(probe);
        CircuitState spike = rampSpike(solver, rest).state();
        double[] onset = DoubleStream.of(ONSETS).map(part -> part * recovery).toArray();
        double[] left = new double[onset.length]; // time from the onset until the neuron is excitable
        for (int k = 0; k < onset.length; k++) {
            double second = secondSpike(solver, spike, onset[k], probe, window);
            left[k] = second - onset[k] - latency.at(probe);
        }
        double best = minimum(
                d -> {
                    double squares = 0;
                    for (int k = 0; k < onset.length; k++) {
                        double error = left[k] - Math.max(0, 1 - onset[k] / d) * recovery;
                        squares += error * error;
                    }
                    return squares;
                },
                0.2 * recovery,
                5 * recovery);
        return new Time(best);
    }

    /** Time in s of the next spike of a circuit that has just spiked, is left alone for a pause and then gets a step. */
    static double secondSpike(CircuitReference solver, CircuitState spike, double pause, double amperes, Time window) {
        var input = InputCurrent.constant(new Current(0)).then(new Time(pause), new Current(amperes));
        // the run starts on the spike level, so the first spike may count again
        return solver.spikes(spike, input, window, 2).spikeSeconds().stream()
                .filter(t -> t > pause / 2)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The circuit at the spike of the ramp that defines the spike energy. */
    static CircuitTrace.Sample rampSpike(CircuitReference solver, CircuitState rest) {
        return solver.spikes(rest, InputCurrent.ramp(new Current(0), ENERGY_RAMP), new Time(1), 1)
                .spikes()
                .get(0);
    }

    private static double energyToSpike(CircuitReference solver, CircuitState rest, ReducedIonicNeuron draft) {
        var spike = rampSpike(solver, rest);
        double t = spike.seconds();
        return spike.books().dissipated() - draft.subthresholdEnergy(0, ENERGY_RAMP.si() * t, t);
    }

    private double energyAlone(CircuitReference solver, CircuitState spike, ReducedIonicNeuron draft) {
        var after = spikes(solver, spike, 0, Integer.MAX_VALUE).end();
        return after.books().dissipated() - draft.restPower().si() * after.seconds();
    }

    /** Half C (V - V_rest)^2 goes to the shunt at once, then the slits relax at V_rest by their exact step. */
    private double energyClamped(IonicCircuit circuit, CircuitState spike, CircuitState rest) {
        double volts = rest.volts();
        double jump = spike.volts() - volts;
        return circuit.capacitance().si() * jump * jump / 2
                + relaxation(
                        circuit.sodium(),
                        spike.sodiumFraction(),
                        volts,
                        circuit.sodiumBattery().si())
                + relaxation(
                        circuit.potassium(),
                        spike.potassiumFraction(),
                        volts,
                        circuit.potassiumBattery().si());
    }

    private double relaxation(Slit slit, double n, double volts, double battery) {
        double extra =
                slit.mobileFractionIntegral(n, volts, window.si()) - slit.steadyMobileFraction(volts) * window.si();
        return slit.maximalConductance().si() * (volts - battery) * (volts - battery) * extra;
    }
}
