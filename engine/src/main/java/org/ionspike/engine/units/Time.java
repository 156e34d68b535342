package org.ionspike.engine.units;

/**
 * A duration or a point in time.
 *
 * @param si value in s
 */
public record Time(double si) implements Quantity {
    private static final Unit UNIT = new Unit("time", "s");

    public Time {
        UNIT.requireNumber(si);
    }

    /** Reads a number with its unit, such as {@code "20 ms"}. */
    public static Time parse(String text) {
        return new Time(UNIT.parse(text));
    }

    @Override
    public String toString() {
        return UNIT.format(si);
    }
}
