package org.ionspike.engine.units;

/**
 * An absolute temperature.
 *
 * @param si value in K
 */
public record Temperature(double si) implements Quantity {
    private static final Unit UNIT = new Unit("temperature", "K");

    public Temperature {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "298 K"}. */
    public static Temperature parse(String text) {
        return new Temperature(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
