package org.ionspike.engine.units;

/**
 * An electric potential difference.
 *
 * @param si value in V
 */
public record Voltage(double si) implements Quantity {
    private static final Unit UNIT = new Unit("voltage", "V");

    public Voltage {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "100 mV"}. */
    public static Voltage parse(String text) {
        return new Voltage(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
