package org.ionspike.engine.units;

/**
 * Checks of arguments whose messages say what, where, the value with its unit, and the bound.
 * Each takes the full name of the parameter first: {@code Check.positive("Slit.length", length)}.
 */
public final class Check {
    private Check() {}

    /** The value must be above 0 and finite. */
    public static void positive(String name, Quantity value) {
        require(value.si() > 0 && Double.isFinite(value.si()), name, value, "must be above 0 and finite");
    }

    /** The value must be 0 or above, and finite. */
    public static void notNegative(String name, Quantity value) {
        require(value.si() >= 0 && Double.isFinite(value.si()), name, value, "must be 0 or above and finite");
    }

    /** The value must be finite. */
    public static void finite(String name, Quantity value) {
        require(Double.isFinite(value.si()), name, value, "must be finite");
    }

    /** The number must be finite. */
    public static void finite(String name, double value) {
        require(Double.isFinite(value), name, value, "must be finite");
    }

    /** The number must be above 0 and finite. */
    public static void positive(String name, double value) {
        require(value > 0 && Double.isFinite(value), name, value, "must be above 0 and finite");
    }

    /** The number must be 0 or above, and finite. */
    public static void notNegative(String name, double value) {
        require(value >= 0 && Double.isFinite(value), name, value, "must be 0 or above and finite");
    }

    /** The number must lie between the two bounds, both included. */
    public static void between(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            require(false, name, value, "must lie between " + low + " and " + high);
        }
    }

    /** The count must lie between the two bounds, both included. */
    public static void between(String name, int value, int low, int high) {
        require(value >= low && value <= high, name, value, "must lie between " + low + " and " + high);
    }

    /** The count must be at least {@code least}. */
    public static void atLeast(String name, int value, int least) {
        if (value < least) {
            require(false, name, value, "must be at least " + least);
        }
    }

    /**
     * The condition must hold; {@code bound} completes the sentence "name (value) ...". In loops over many values test
     * first and call this on failure only: its arguments cost more than most conditions.
     */
    public static void require(boolean holds, String name, Object value, String bound) {
        if (!holds) {
            throw new IllegalArgumentException(name + " (" + value + ") " + bound + ".");
        }
    }
}
