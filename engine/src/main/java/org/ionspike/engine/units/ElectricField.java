package org.ionspike.engine.units;

/**
 * An electric field strength.
 *
 * @param si value in V/m
 */
public record ElectricField(double si) implements Quantity {
    private static final Unit UNIT = new Unit("electric field", "V/m");

    public ElectricField {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "5.1 MV/m"}. */
    public static ElectricField parse(String text) {
        return new ElectricField(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
