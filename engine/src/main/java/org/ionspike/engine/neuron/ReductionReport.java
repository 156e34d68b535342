package org.ionspike.engine.neuron;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.CircuitTrace;
import org.ionspike.engine.physics.InputCurrent;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.CurrentRate;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Units;

/**
 * The error of a {@link ReducedIonicNeuron} against its {@link IonicCircuit}, measured on the circuit's reference
 * solution. Each row holds the circuit's number and the reduced neuron's.
 *
 * @param firing sustained firing under held currents
 * @param steps first spike of steps from rest
 * @param ramps spikes of ramps switched on at rest
 * @param decays smallest input that jumps up, decays and still makes a spike
 * @param pairs second spike of a step that follows a spike after a pause
 */
public record ReductionReport(
        List<Firing> firing, List<Step> steps, List<Ramp> ramps, List<Decay> decays, List<Pair> pairs) {
    /** Window of held currents and steps. */
    private static final Time WINDOW = ms(60);

    public ReductionReport {
        firing = ImmutableList.copyOf(firing);
        steps = ImmutableList.copyOf(steps);
        ramps = ImmutableList.copyOf(ramps);
        decays = ImmutableList.copyOf(decays);
        pairs = ImmutableList.copyOf(pairs);
    }

    /**
     * Rate of firing and dissipation per spike under a held current; 0 where it does not fire on.
     *
     * @param current held from time 0
     * @param circuit rate from the last interval within 60 ms
     * @param reduced 1 / (D + L)
     * @param circuitEnergy dissipation of the circuit over that interval
     * @param reducedEnergy spike energy and subthreshold power times the interval
     */
    public record Firing(
            Current current, Frequency circuit, Frequency reduced, Energy circuitEnergy, Energy reducedEnergy) {
        /** Relative error of the rate; 0 if both are silent, infinite if the circuit alone is. */
        public double relativeError() {
            return circuit.si() == reduced.si() ? 0 : reduced.si() / circuit.si() - 1;
        }
    }

    /**
     * Time to the first spike after a step from rest; infinite where none comes.
     *
     * @param current height of the step
     */
    public record Step(Current current, Time circuit, Time reduced) {
        /** Relative error of the time; 0 if neither spikes. */
        public double relativeError() {
            return circuit.si() == reduced.si() ? 0 : reduced.si() / circuit.si() - 1;
        }
    }

    /**
     * Current at the spike of a ramp.
     *
     * @param rate rate of the ramp
     * @param start its current at time 0, when it is switched on at rest
     */
    public record Ramp(CurrentRate rate, Current start, Current circuit, Current reduced) {
        /** Error of the current at the spike. */
        public Current error() {
            return new Current(reduced.si() - circuit.si());
        }

        /** Error of the time of the spike. */
        public Time timeError() {
            return new Time(error().si() / rate.si());
        }
    }

    /**
     * Smallest I_0 of an input I_0 e^{-t/tau}, switched on at rest, that makes a spike.
     *
     * @param decay tau
     */
    public record Decay(Time decay, Current circuit, Current reduced) {
        /** Relative error of the threshold. */
        public double relativeError() {
            return reduced.si() / circuit.si() - 1;
        }
    }

    /**
     * Spike of a step that follows the spike of a ramp after a pause without input.
     *
     * @param current height of the step
     * @param pause from the first spike to the step
     * @param circuit from the step to the second spike
     * @param reduced the same
     */
    public record Pair(Current current, Time pause, Time circuit, Time reduced) {
        /** Error of the time of the second spike. */
        public Time error() {
            return new Time(reduced.si() - circuit.si());
        }
    }

    /** The whole report at currents, rates and times that suit the default circuit and are no nodes of its reduction. */
    public static ReductionReport of(IonicCircuit circuit, ReducedIonicNeuron neuron) {
        return new ReductionReport(
                firing(circuit, neuron, currents(60, 66.5, 67.6, 69, 75, 85, 105, 130, 160, 200, 240, 252, 256, 280)),
                steps(circuit, neuron, currents(64, 65.6, 65.7, 66, 67, 71, 77, 95, 130, 190, 250, 300)),
                ramps(
                        circuit,
                        neuron,
                        DoubleStream.of(2.4, 6, 12, 25, 60, 120, 270)
                                .mapToObj(Units::nAPerSecond)
                                .toList(),
                        currents(-300, -160, -87, -35, 5, 35, 50)),
                decays(circuit, neuron, List.of(us(30), us(200), ms(1), ms(5))),
                pairs(circuit, neuron, currents(75, 100, 200), List.of(us(500), ms(1), ms(2), ms(5), ms(10))));
    }

    private static List<Current> currents(double... picoamperes) {
        return DoubleStream.of(picoamperes).mapToObj(Units::pA).toList();
    }

    /** Sustained firing at each current. */
    public static List<Firing> firing(IonicCircuit circuit, ReducedIonicNeuron neuron, List<Current> currents) {
        var solver = solver(circuit);
        CircuitState rest = circuit.rest();
        return currents.stream()
                .map(current -> {
                    List<CircuitTrace.Sample> spikes = solver.spikes(
                                    rest, InputCurrent.constant(current), WINDOW, Integer.MAX_VALUE)
                            .spikes();
                    double rate = neuron.firingRate(current.si());
                    double energy =
                            rate == 0 ? 0 : neuron.spikeEnergy().si() + neuron.subthresholdPower(current.si()) / rate;
                    int n = spikes.size();
                    double interval = n < 3
                            ? 0
                            : spikes.get(n - 1).seconds() - spikes.get(n - 2).seconds();
                    boolean sustained =
                            n >= 3 && WINDOW.si() - spikes.get(n - 1).seconds() < 2 * interval;
                    return new Firing(
                            current,
                            new Frequency(sustained ? 1 / interval : 0),
                            new Frequency(rate),
                            new Energy(
                                    sustained
                                            ? spikes.get(n - 1).books().dissipated()
                                                    - spikes.get(n - 2).books().dissipated()
                                            : 0),
                            new Energy(energy));
                })
                .toList();
    }

    /** First spike at each height of a step. */
    public static List<Step> steps(IonicCircuit circuit, ReducedIonicNeuron neuron, List<Current> currents) {
        var solver = solver(circuit);
        CircuitState rest = circuit.rest();
        return currents.stream()
                .map(current -> new Step(
                        current,
                        firstSpike(solver, rest, InputCurrent.constant(current)),
                        new Time(neuron.latencyFrom(neuron.startingPoint(), current.si()))))
                .toList();
    }

    /** Ramps of every rate from every start. */
    public static List<Ramp> ramps(
            IonicCircuit circuit, ReducedIonicNeuron neuron, List<CurrentRate> rates, List<Current> starts) {
        var solver = solver(circuit);
        CircuitState rest = circuit.rest();
        return rates.stream()
                .flatMap(rate -> starts.stream()
                        .map(start -> new Ramp(
                                rate,
                                start,
                                new Current(CircuitReduction.rampThreshold(solver, rest, rate, start)),
                                new Current(neuron.rampThreshold(rate.si(), start.si())))))
                .toList();
    }

    /** Thresholds of decaying inputs, by bisection; both see the same 100 constant pieces over ten decay times. */
    public static List<Decay> decays(IonicCircuit circuit, ReducedIonicNeuron neuron, List<Time> decays) {
        var solver = solver(circuit);
        CircuitState rest = circuit.rest();
        return decays.stream()
                .map(decay -> new Decay(
                        decay,
                        leastPeak(
                                neuron,
                                peak -> firstSpike(solver, rest, staircase(peak, decay))
                                        .si()),
                        leastPeak(neuron, peak -> firstSpike(neuron, staircase(peak, decay)))))
                .toList();
    }

    /** Second spikes after every pause at every height of the step. */
    public static List<Pair> pairs(
            IonicCircuit circuit, ReducedIonicNeuron neuron, List<Current> currents, List<Time> pauses) {
        var solver = solver(circuit);
        CircuitState spike = CircuitReduction.rampSpike(solver, circuit.rest()).state();
        return currents.stream()
                .flatMap(current -> pauses.stream()
                        .map(pause -> new Pair(
                                current,
                                pause,
                                new Time(CircuitReduction.secondSpike(solver, spike, pause.si(), current.si(), WINDOW)
                                        - pause.si()),
                                new Time(afterPause(neuron, pause.si(), current.si())))))
                .toList();
    }

    /** The largest absolute value of something over rows. */
    public static <T> double worst(List<T> rows, ToDoubleFunction<T> error) {
        return rows.stream().mapToDouble(error).map(Math::abs).max().orElse(0);
    }

    private static CircuitReference solver(IonicCircuit circuit) {
        return new CircuitReference(circuit).withTolerance(1e-9);
    }

    private static Time firstSpike(CircuitReference solver, CircuitState rest, InputCurrent input) {
        var times = solver.spikes(rest, input, WINDOW, 1).spikeSeconds();
        return new Time(times.isEmpty() ? Double.POSITIVE_INFINITY : times.get(0));
    }

    private static double afterPause(ReducedIonicNeuron neuron, double pause, double amperes) {
        double progress = pause / neuron.recoveryTime(0);
        double recovery = Math.max(0, 1 - progress) * neuron.recoveryTime(amperes);
        // a neuron that recovered early rests at the starting point
        return recovery + neuron.latencyFrom(neuron.startingPoint(), amperes);
    }

    /** The first spike of an excitable reduced neuron under constant pieces. */
    private static double firstSpike(ReducedIonicNeuron neuron, InputCurrent input) {
        double x = neuron.startingPoint();
        List<InputCurrent.Piece> pieces = input.pieces();
        for (int k = 0; k < pieces.size(); k++) {
            double from = pieces.get(k).start().si();
            double length = k + 1 < pieces.size() ? pieces.get(k + 1).start().si() - from : WINDOW.si() - from;
            double amperes = pieces.get(k).level().si();
            double latency = neuron.latencyFrom(x, amperes);
            if (latency <= length) {
                return from + latency;
            }
            x = neuron.advanceExcitable(x, amperes, length);
        }
        return Double.POSITIVE_INFINITY;
    }

    private static InputCurrent staircase(double peak, Time decay) {
        int pieces = 100;
        double length = 10 * decay.si() / pieces;
        InputCurrent input = InputCurrent.constant(new Current(peak * Math.exp(-length / 2 / decay.si())));
        for (int k = 1; k < pieces; k++) {
            input = input.then(new Time(k * length), new Current(peak * Math.exp(-(k + 0.5) * length / decay.si())));
        }
        return input.then(new Time(pieces * length), new Current(0));
    }

    private static Current leastPeak(ReducedIonicNeuron neuron, DoubleUnaryOperator firstSpike) {
        double silent = neuron.rheobase().si() / 2;
        double spiking = neuron.rheobase().si();
        while (firstSpike.applyAsDouble(spiking) == Double.POSITIVE_INFINITY) {
            silent = spiking;
            spiking *= 2;
        }
        while (spiking - silent > 1e-4 * spiking) {
            double middle = (silent + spiking) / 2;
            if (firstSpike.applyAsDouble(middle) == Double.POSITIVE_INFINITY) {
                silent = middle;
            } else {
                spiking = middle;
            }
        }
        return new Current(spiking);
    }
}
