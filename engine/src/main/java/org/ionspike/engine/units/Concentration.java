package org.ionspike.engine.units;

/**
 * An amount of dissolved salt per volume; 1 mol/m^3 is 1 mmol/L.
 *
 * @param si value in mol/m^3
 */
public record Concentration(double si) implements Quantity {
    private static final Unit UNIT = new Unit("concentration", "mol/m^3");

    public Concentration {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "0.1 mol/m^3"}. */
    public static Concentration parse(String text) {
        return new Concentration(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
