package org.ionspike.engine.units;

/**
 * An electric conductance.
 *
 * @param si value in S
 */
public record Conductance(double si) implements Quantity {
    private static final Unit UNIT = new Unit("conductance", "S");

    public Conductance {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "10 nS"}. */
    public static Conductance parse(String text) {
        return new Conductance(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
