package org.ionspike.engine.units;

/**
 * An electric current.
 *
 * @param si value in A
 */
public record Current(double si) implements Quantity {
    private static final Unit UNIT = new Unit("current", "A");

    public Current {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "50 pA"}. */
    public static Current parse(String text) {
        return new Current(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
