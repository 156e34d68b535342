package org.ionspike.engine.units;

/**
 * A rate of events.
 *
 * @param si value in Hz
 */
public record Frequency(double si) implements Quantity {
    private static final Unit UNIT = new Unit("frequency", "Hz");

    public Frequency {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "20 Hz"}. */
    public static Frequency parse(String text) {
        return new Frequency(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
