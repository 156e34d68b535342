package org.ionspike.engine.units;

/**
 * A power.
 *
 * @param si value in W
 */
public record Power(double si) implements Quantity {
    private static final Unit UNIT = new Unit("power", "W");

    public Power {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "145 pW"}. */
    public static Power parse(String text) {
        return new Power(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
