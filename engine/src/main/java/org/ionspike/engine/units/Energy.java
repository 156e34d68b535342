package org.ionspike.engine.units;

/**
 * An energy.
 *
 * @param si value in J
 */
public record Energy(double si) implements Quantity {
    private static final Unit UNIT = new Unit("energy", "J");

    public Energy {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "3 pJ"}. */
    public static Energy parse(String text) {
        return new Energy(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
