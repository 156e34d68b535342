package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * One bit held by ions: the sodium slits with their battery, and an ohmic resistor to ground.
 *
 * <pre>C dV/dt = I - g n (V - E) - (G + G_shunt) V      dn/dt: the slit's pair kinetics</pre>
 *
 * Near 0 V the ions are paired and the resistor holds the voltage down; near E the field keeps them apart and the slit
 * holds it up. A current pulse sets the cell. A negative one does not reset it, because the slit does not ask for the
 * sign of its voltage: a shunt does. Source: our choice.
 *
 * @param circuit sodium slits, leak to ground, no potassium
 */
public record BistableCell(IonicCircuit circuit) {
    private static final int SCAN = 4000;

    /**
     * What is done to the cell; a phase begins where the one before ends.
     *
     * @param until its end
     * @param current I while it lasts
     * @param shunt G_shunt while it lasts
     */
    public record Phase(Time until, Current current, Conductance shunt) {
        public Phase {
            Check.positive("BistableCell.until", until);
            Check.finite("BistableCell.current", current);
            Check.notNegative("BistableCell.shunt", shunt);
        }
    }

    /** The default: the sodium slits of the default neuron, 3 nS to ground, 0.1 pF. */
    public BistableCell() {
        this(of(new Conductance(3e-9)));
    }

    /** The default slits and capacitor with another resistor to ground. */
    public static IonicCircuit of(Conductance ground) {
        return of(new IonicCircuit(), ground);
    }

    /** Sodium slits, their battery and the capacitor of a neuron, with a resistor to ground. */
    public static IonicCircuit of(IonicCircuit neuron, Conductance ground) {
        return new IonicCircuit(
                neuron.sodium(),
                neuron.potassium().withMultiplicity(0),
                neuron.sodiumBattery(),
                neuron.potassiumBattery(),
                ground,
                new Voltage(0),
                neuron.capacitance());
    }

    /**
     * The cell through all phases, from its steady state nearest to 0 V.
     *
     * @param seconds 0 or above, ascending, not after the end of the last phase
     */
    public List<CircuitTrace.Sample> run(List<Phase> phases, double... seconds) {
        return run(
                phases,
                (shunted, phase, state, times) ->
                        CircuitReference.scaledTo(shunted).trace(state, InputCurrent.constant(phase.current()), times),
                seconds);
    }

    /**
     * The cell with a finite number of ions through all phases, once.
     *
     * @param streams what is drawn from
     * @param seconds as in the run without noise
     */
    public List<CircuitTrace.Sample> run(List<Phase> phases, IonNoise noise, RandomStreams streams, double... seconds) {
        return run(
                phases,
                (shunted, phase, state, times) -> NoisyCircuit.of(shunted, noise)
                        .trace(
                                state,
                                InputCurrent.constant(phase.current()),
                                streams.child("phase until " + phase.until().si()),
                                times),
                seconds);
    }

    /** Brings a circuit through one phase. */
    private interface Solver {
        CircuitTrace trace(IonicCircuit shunted, Phase phase, CircuitState state, double[] times);
    }

    private List<CircuitTrace.Sample> run(List<Phase> phases, Solver solver, double[] seconds) {
        List<CircuitTrace.Sample> samples = new ArrayList<>();
        CircuitState state = circuit.rest();
        double from = 0;
        int row = 0;
        for (int p = 0; p < phases.size(); p++) {
            Phase phase = phases.get(p);
            double to = phase.until().si();
            Check.require(to > from, "BistableCell.until", phase.until(), "must lie after the phase before");
            int first = row;
            boolean last = p == phases.size() - 1;
            while (row < seconds.length && (seconds[row] < to || (last && seconds[row] == to))) {
                row++;
            }
            double[] times = new double[row - first + 1];
            for (int k = first; k < row; k++) {
                times[k - first] = Math.max(0, seconds[k] - from);
            }
            times[row - first] = to - from;
            var shunted = circuit.withLeak(
                    new Conductance(circuit.leak().si() + phase.shunt().si()), circuit.leakBattery());
            var trace = solver.trace(shunted, phase, state, times);
            for (int k = first; k < row; k++) {
                var sample = trace.samples().get(k - first);
                samples.add(new CircuitTrace.Sample(seconds[k], sample.state(), sample.books()));
            }
            state = trace.end().state();
            from = to;
        }
        Check.require(row == seconds.length, "BistableCell seconds", seconds.length, "must not end after the phases");
        return ImmutableList.copyOf(samples);
    }

    /** Steady states without input from 0 V to the battery, in order of voltage: stable, unstable, stable if three. */
    public List<CircuitState> steadyStates() {
        List<CircuitState> found = new ArrayList<>();
        double battery = circuit.sodiumBattery().si();
        double low = 0;
        for (int k = 1; k <= SCAN; k++) {
            double high = battery * k / SCAN;
            if ((net(low) > 0) != (net(high) > 0)) {
                double a = low;
                double b = high;
                for (double middle = (a + b) / 2; middle > a && middle < b; middle = (a + b) / 2) {
                    if ((net(middle) > 0) == (net(low) > 0)) {
                        a = middle;
                    } else {
                        b = middle;
                    }
                }
                found.add(new CircuitState(b, circuit.sodium().steadyMobileFraction(b), 0));
            }
            low = high;
        }
        return found;
    }

    private double net(double volts) {
        var state = new CircuitState(volts, circuit.sodium().steadyMobileFraction(volts), 0);
        return circuit.sodiumCurrent(state) + circuit.leakCurrent(state);
    }
}
