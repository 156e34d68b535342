package org.ionspike.engine.physics;

import static org.ionspike.engine.units.Units.s;
import static org.ionspike.engine.units.Units.volt;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Long-term memory of an ionic synapse: the fraction w of adsorption sites that are covered, between 0 and 1.
 *
 * <pre>
 * dw/dt = k_on (1 - w) - k_off w      k_on = (w_0 / t_m) e^{V / V_b}      k_off = ((1 - w_0) / t_m) e^{-V / V_b}
 * </pre>
 *
 * The sign of the voltage decides the direction; without voltage w returns to w_0 within t_m. Exact for held voltages.
 *
 * <p>Source: our choice. The memory time of the experiment preset lies in the 50 to 400 s reported for nanofluidic
 * channels; its write and erase do not return to the start as reported there, so that preset is no model of them.
 *
 * @param memoryTime t_m, above 0
 * @param equilibrium w_0, coverage at rest, above 0 and below 1
 * @param voltageScale V_b, voltage that multiplies the rates by e, above 0
 */
public record AdsorbedCoverage(Time memoryTime, double equilibrium, Voltage voltageScale) {
    /** Voltages beyond so many times the scale are not considered for a pulse; e^300 times any rate is a jump. */
    private static final double MOST_SCALES = 300;

    public AdsorbedCoverage {
        Check.positive("AdsorbedCoverage.memoryTime", memoryTime);
        Check.require(
                equilibrium > 0 && equilibrium < 1,
                "AdsorbedCoverage.equilibrium",
                equilibrium,
                "must lie between 0 and 1, both excluded");
        Check.positive("AdsorbedCoverage.voltageScale", voltageScale);
    }

    /** The preset for networks: t_m 3600 s, w_0 0.5, V_b 60 mV. */
    public AdsorbedCoverage() {
        this(s(3600), 0.5, volt(0.06));
    }

    /** The preset for networks, as the no-argument constructor. */
    public static AdsorbedCoverage network() {
        return new AdsorbedCoverage();
    }

    /** The preset for pulse experiments of seconds and volts: t_m 200 s, w_0 0.2, V_b 1 V. */
    public static AdsorbedCoverage experiment() {
        return new AdsorbedCoverage(s(200), 0.2, volt(1));
    }

    /** k_on in 1/s. */
    public double adsorptionRate(double volts) {
        return equilibrium / memoryTime.si() * Math.exp(volts / voltageScale.si());
    }

    /** k_off in 1/s. */
    public double desorptionRate(double volts) {
        return (1 - equilibrium) / memoryTime.si() * Math.exp(-volts / voltageScale.si());
    }

    /** Coverage at which w rests when this voltage is held: k_on / (k_on + k_off). */
    public double steadyCoverage(double volts) {
        return 1 / (1 + (1 - equilibrium) / equilibrium * Math.exp(-2 * volts / voltageScale.si()));
    }

    /**
     * The coverage after this voltage was held for a time, by the exact exponential step.
     *
     * @param w coverage at the start, 0 to 1
     * @param seconds duration, 0 or above
     */
    public double advance(double w, double volts, double seconds) {
        if (seconds == 0) {
            return w;
        }
        double moved = -Math.expm1(-(adsorptionRate(volts) + desorptionRate(volts)) * seconds);
        return w + (steadyCoverage(volts) - w) * moved;
    }

    /**
     * The voltage of a rectangular pulse that moves the coverage from one value to another. Positive for a rise,
     * negative for a fall, except for changes smaller than what relaxation does in that time without a pulse.
     *
     * @param from coverage before, 0 to 1
     * @param to coverage after, above 0 and below 1
     * @param seconds duration of the pulse, above 0
     * @throws IllegalArgumentException if no voltage does it
     */
    public Voltage pulseVoltage(double from, double to, double seconds) {
        Check.between("AdsorbedCoverage.pulseVoltage from", from, 0, 1);
        Check.require(
                to > 0 && to < 1,
                "AdsorbedCoverage.pulseVoltage to",
                to,
                "must lie between 0 and 1, both excluded: full and empty coverage take infinite voltages");
        Check.require(
                seconds > 0 && Double.isFinite(seconds),
                "AdsorbedCoverage.pulseVoltage duration",
                seconds + " s",
                "must be above 0 s and finite");
        double most = MOST_SCALES * voltageScale.si();
        double low = -most;
        double high = most;
        Check.require(
                advance(from, low, seconds) <= to && advance(from, high, seconds) >= to,
                "AdsorbedCoverage.pulseVoltage to",
                to,
                "cannot be reached from " + from + " in " + new Time(seconds) + " with less than " + new Voltage(most)
                        + "; take a longer pulse");
        // dw/dt grows with V at every w, so w after the pulse grows with V and bisection finds the one voltage
        while (true) {
            double middle = (low + high) / 2;
            if (middle <= low || middle >= high) {
                return new Voltage(middle);
            }
            if (advance(from, middle, seconds) < to) {
                low = middle;
            } else {
                high = middle;
            }
        }
    }
}
