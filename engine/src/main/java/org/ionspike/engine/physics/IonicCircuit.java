package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.nS;
import static org.ionspike.engine.units.Units.pF;
import static org.ionspike.engine.units.Units.volt;

import org.ionspike.engine.units.Capacitance;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Voltage;

/**
 * The ionic neuron: a capacitor, a sodium and a potassium slit with a battery each, and a leak.
 *
 * <pre>
 * C dV/dt = I - g_Na n_Na (V - E_Na) - g_K n_K (V - E_K) - g_L (V - E_L)
 * dn_X/dt = k_d,X(V) (1 - n_X) - k_a,X(V) n_X^2
 * V I - sum_X E_X I_X = d(C V^2 / 2)/dt + sum_X g_X n_X (V - E_X)^2      (X = Na, K and the leak with n = 1)
 * </pre>
 *
 * The ions of a slit feel V alone, the current is driven by V - E_X. The third line is exact: what source and batteries
 * give is stored or dissipated. The batteries are external sources; 1 V is no Nernst potential of divalent ions.
 *
 * <p>Source: circuit and ratios of the slits as in the published inputs of PEmRobin/2D-nanofluidic-memristors; leak and
 * default geometry are our choice, as is the kinetics (see {@link Slit}). The default is that circuit with all voltages
 * scaled by the length (2 um to 20 nm), its times stretched tenfold through chi, and a leak that makes it excitable:
 * rest at -30.1 mV, sustained firing between 67.5 and 255 pA at 0.11 to 2.4 kHz, silent by depolarization above.
 * It is not quantitative for the particle neuron: with chi = 1 intervals come out 1.9 times too long.
 *
 * @param sodium slits of the depolarizing branch
 * @param potassium slits of the repolarizing branch
 * @param sodiumBattery E_Na
 * @param potassiumBattery E_K
 * @param leak g_L, 0 or above
 * @param leakBattery E_L
 * @param capacitance C, above 0
 */
public record IonicCircuit(
        Slit sodium,
        Slit potassium,
        Voltage sodiumBattery,
        Voltage potassiumBattery,
        Conductance leak,
        Voltage leakBattery,
        Capacitance capacitance) {

    /** V: 0.2 kT/(e A) at 298 K, the field of the published inputs, times 20 nm; 1.02719 V as printed. */
    private static final double BATTERY_OF_20_NM = 40 * PhysicalConstants.thermalVoltage(298);

    public IonicCircuit {
        Check.finite("IonicCircuit.sodiumBattery", sodiumBattery);
        Check.finite("IonicCircuit.potassiumBattery", potassiumBattery);
        Check.notNegative("IonicCircuit.leak", leak);
        Check.finite("IonicCircuit.leakBattery", leakBattery);
        Check.positive("IonicCircuit.capacitance", capacitance);
        Check.require(
                sodium.multiplicity() + potassium.multiplicity() + leak.si() > 0,
                "IonicCircuit.leak",
                leak,
                "must be above 0 in a circuit without slits, or no steady state exists");
    }

    /** The default neuron: batteries +-1.02719 V, leak 0.5 nS at -0.1 V, 0.1 pF; it lives in milliseconds. */
    public IonicCircuit() {
        this(
                Slit.sodium(),
                Slit.potassium(),
                volt(BATTERY_OF_20_NM),
                volt(-BATTERY_OF_20_NM),
                nS(0.5),
                mV(-100),
                pF(0.1));
    }

    /** The circuit with the size of the published particle neuron: 2 um, +-102.72 V, 0.1 fF, no leak, chi = 1. */
    public static IonicCircuit robin2021() {
        return new IonicCircuit(
                Slit.robin2021Sodium(),
                Slit.robin2021Potassium(),
                volt(100 * BATTERY_OF_20_NM),
                volt(-100 * BATTERY_OF_20_NM),
                nS(0),
                volt(0),
                pF(1e-4));
    }

    /** This circuit with another leak. */
    public IonicCircuit withLeak(Conductance value, Voltage battery) {
        return new IonicCircuit(sodium, potassium, sodiumBattery, potassiumBattery, value, battery, capacitance);
    }

    /** Current in A that leaves the membrane through the sodium slits. */
    public double sodiumCurrent(CircuitState state) {
        return sodium.current(state.sodiumFraction(), state.volts() - sodiumBattery.si());
    }

    /** Current in A that leaves the membrane through the potassium slits. */
    public double potassiumCurrent(CircuitState state) {
        return potassium.current(state.potassiumFraction(), state.volts() - potassiumBattery.si());
    }

    /** Current in A that leaves the membrane through the leak. */
    public double leakCurrent(CircuitState state) {
        return leak.si() * (state.volts() - leakBattery.si());
    }

    /** Power in W turned into heat: sum of g_X n_X (V - E_X)^2, leak included. */
    public double dissipation(CircuitState state) {
        return sodiumCurrent(state) * (state.volts() - sodiumBattery.si())
                + potassiumCurrent(state) * (state.volts() - potassiumBattery.si())
                + leakCurrent(state) * (state.volts() - leakBattery.si());
    }

    /** Energy in J on the capacitor: C V^2 / 2. */
    public double storedEnergy(CircuitState state) {
        return capacitance.si() * state.volts() * state.volts() / 2;
    }

    /** The steady state without input. */
    public CircuitState rest() {
        return steadyState(new Current(0));
    }

    /**
     * The steady state at a held input current, the one nearest to 0 V if there are several.
     * Whether it is stable is not asked: a circuit that fires has one too.
     */
    public CircuitState steadyState(Current input) {
        Check.finite("IonicCircuit input", input);
        double span = Math.max(
                Math.abs(sodiumBattery.si()), Math.max(Math.abs(potassiumBattery.si()), Math.abs(leakBattery.si())));
        double step = (span > 0 ? span : 1) / 2048;
        boolean positive = steadyCurrent(0) > input.si();
        double sign = positive ? -1 : 1;
        // the steady current grows without bound with |V|, so the search ends; steps grow once beyond the batteries
        double inner = 0;
        double outer = sign * step;
        while ((steadyCurrent(outer) > input.si()) == positive) {
            inner = outer;
            outer += sign * Math.max(step, Math.abs(outer) > 2 * span ? Math.abs(outer) / 8 : 0);
        }
        while (Math.abs(outer - inner) > Math.ulp(outer)) {
            double middle = (inner + outer) / 2;
            if (middle == inner || middle == outer) {
                break;
            }
            if ((steadyCurrent(middle) > input.si()) == positive) {
                inner = middle;
            } else {
                outer = middle;
            }
        }
        return steadyAt(outer);
    }

    private double steadyCurrent(double volts) {
        CircuitState state = steadyAt(volts);
        return sodiumCurrent(state) + potassiumCurrent(state) + leakCurrent(state);
    }

    private CircuitState steadyAt(double volts) {
        return new CircuitState(volts, sodium.steadyMobileFraction(volts), potassium.steadyMobileFraction(volts));
    }
}
