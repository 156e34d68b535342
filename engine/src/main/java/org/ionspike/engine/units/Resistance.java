package org.ionspike.engine.units;

/**
 * An electric resistance.
 *
 * @param si value in ohm
 */
public record Resistance(double si) implements Quantity {
    private static final Unit UNIT = new Unit("resistance", "ohm");

    public Resistance {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "10 kohm"}. */
    public static Resistance parse(String text) {
        return new Resistance(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
