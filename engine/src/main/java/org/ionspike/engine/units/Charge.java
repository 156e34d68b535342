package org.ionspike.engine.units;

/**
 * An electric charge.
 *
 * @param si value in C
 */
public record Charge(double si) implements Quantity {
    private static final Unit UNIT = new Unit("charge", "C");

    public Charge {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "2 fC"}. */
    public static Charge parse(String text) {
        return new Charge(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
