package org.ionspike.engine.units;

/**
 * An electric capacitance.
 *
 * @param si value in F
 */
public record Capacitance(double si) implements Quantity {
    private static final Unit UNIT = new Unit("capacitance", "F");

    public Capacitance {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "0.1 pF"}. */
    public static Capacitance parse(String text) {
        return new Capacitance(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
