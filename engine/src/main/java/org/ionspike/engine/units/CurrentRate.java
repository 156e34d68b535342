package org.ionspike.engine.units;

/**
 * A rate of change of a current, as of a ramp.
 *
 * @param si value in A/s
 */
public record CurrentRate(double si) implements Quantity {
    private static final Unit UNIT = new Unit("current rate", "A/s");

    public CurrentRate {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "50 nA/s"}. */
    public static CurrentRate parse(String text) {
        return new CurrentRate(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
