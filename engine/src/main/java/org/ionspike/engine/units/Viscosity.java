package org.ionspike.engine.units;

/**
 * A dynamic viscosity.
 *
 * @param si value in Pa s
 */
public record Viscosity(double si) implements Quantity {
    private static final Unit UNIT = new Unit("viscosity", "Pa s");

    public Viscosity {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "1 mPa s"}. */
    public static Viscosity parse(String text) {
        return new Viscosity(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
