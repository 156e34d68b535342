package org.ionspike.engine.units;

/**
 * A length.
 *
 * @param si value in m
 */
public record Length(double si) implements Quantity {
    private static final Unit UNIT = new Unit("length", "m");

    public Length {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "20 nm"}. */
    public static Length parse(String text) {
        return new Length(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
