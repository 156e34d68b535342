package org.ionspike.engine.units;

/**
 * A number of particles per area of the slit.
 *
 * @param si value in 1/m^2
 */
public record ArealDensity(double si) implements Quantity {
    private static final Unit UNIT = new Unit("areal density", "1/m^2");

    public ArealDensity {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "1e14 1/m^2"}. */
    public static ArealDensity parse(String text) {
        return new ArealDensity(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
