package org.ionspike.engine.units;

import java.math.BigDecimal;

/** Short names for quantities, made to be imported statically: {@code ms(20)}, {@code mV(-70)}. */
public final class Units {
    private Units() {}

    /** The double nearest to the decimal number that the value is written as, so that mV(0.1) is 1e-4 V exactly. */
    private static double scaled(double value, int exponent) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        return new BigDecimal(Double.toString(value))
                .scaleByPowerOfTen(exponent)
                .doubleValue();
    }

    /** s. */
    public static Time s(double value) {
        return new Time(value);
    }

    /** ms. */
    public static Time ms(double value) {
        return new Time(scaled(value, -3));
    }

    /** us. */
    public static Time us(double value) {
        return new Time(scaled(value, -6));
    }

    /** V. */
    public static Voltage volt(double value) {
        return new Voltage(value);
    }

    /** mV. */
    public static Voltage mV(double value) {
        return new Voltage(scaled(value, -3));
    }

    /** nA. */
    public static Current nA(double value) {
        return new Current(scaled(value, -9));
    }

    /** pA. */
    public static Current pA(double value) {
        return new Current(scaled(value, -12));
    }

    /** nA/s. */
    public static CurrentRate nAPerSecond(double value) {
        return new CurrentRate(scaled(value, -9));
    }

    /** nS. */
    public static Conductance nS(double value) {
        return new Conductance(scaled(value, -9));
    }

    /** pS. */
    public static Conductance pS(double value) {
        return new Conductance(scaled(value, -12));
    }

    /** pF. */
    public static Capacitance pF(double value) {
        return new Capacitance(scaled(value, -12));
    }

    /** pJ. */
    public static Energy pJ(double value) {
        return new Energy(scaled(value, -12));
    }

    /** pW. */
    public static Power pW(double value) {
        return new Power(scaled(value, -12));
    }

    /** Hz. */
    public static Frequency Hz(double value) {
        return new Frequency(value);
    }

    /** nm. */
    public static Length nm(double value) {
        return new Length(scaled(value, -9));
    }

    /** K. */
    public static Temperature kelvin(double value) {
        return new Temperature(value);
    }
}
