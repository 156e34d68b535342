package org.ionspike.engine.units;

/** Short names for quantities, made to be imported statically: {@code ms(20)}, {@code mV(-70)}. */
public final class Units {
    private Units() {}

    /** s. */
    public static Time s(double value) {
        return new Time(value);
    }

    /** ms. */
    public static Time ms(double value) {
        return new Time(value / 1e3);
    }

    /** us. */
    public static Time us(double value) {
        return new Time(value / 1e6);
    }

    /** V. */
    public static Voltage volt(double value) {
        return new Voltage(value);
    }

    /** mV. */
    public static Voltage mV(double value) {
        return new Voltage(value / 1e3);
    }

    /** nA. */
    public static Current nA(double value) {
        return new Current(value / 1e9);
    }

    /** pA. */
    public static Current pA(double value) {
        return new Current(value / 1e12);
    }

    /** nA/s. */
    public static CurrentRate nAPerSecond(double value) {
        return new CurrentRate(value / 1e9);
    }

    /** nS. */
    public static Conductance nS(double value) {
        return new Conductance(value / 1e9);
    }

    /** pS. */
    public static Conductance pS(double value) {
        return new Conductance(value / 1e12);
    }

    /** pF. */
    public static Capacitance pF(double value) {
        return new Capacitance(value / 1e12);
    }

    /** pJ. */
    public static Energy pJ(double value) {
        return new Energy(value / 1e12);
    }

    /** pW. */
    public static Power pW(double value) {
        return new Power(value / 1e12);
    }

    /** Hz. */
    public static Frequency Hz(double value) {
        return new Frequency(value);
    }

    /** nm. */
    public static Length nm(double value) {
        return new Length(value / 1e9);
    }

    /** K. */
    public static Temperature kelvin(double value) {
        return new Temperature(value);
    }
}
