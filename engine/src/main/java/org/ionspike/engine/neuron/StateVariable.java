package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * A variable that a neuron's state is made of.
 *
 * @param name as the kernel knows it, such as {@code "v"}
 * @param unit SI unit, such as {@code "V"}; empty for a pure number
 * @param low the least value that makes sense; negative infinity for none
 * @param high the largest value that makes sense; infinity for none
 * @param meaning what it is, for people
 */
public record StateVariable(String name, String unit, double low, double high, String meaning) {
    /** What the variables of a neuron can be besides pure numbers, by SI unit. */
    public static final ImmutableMap<String, Class<? extends Quantity>> QUANTITIES =
            ImmutableMap.of("V", Voltage.class, "A", Current.class, "S", Conductance.class, "s", Time.class);

    /** No membrane of any model reaches this, in V. */
    private static final double HIGHEST_VOLTS = 10;

    /** The membrane voltage {@code v}. */
    public static StateVariable voltage() {
        return new StateVariable("v", "V", -HIGHEST_VOLTS, HIGHEST_VOLTS, "membrane voltage");
    }

    /** A share of something, 0 to 1. */
    public static StateVariable fraction(String name, String meaning) {
        return new StateVariable(name, "", 0, 1, meaning);
    }

    /** A finite value without bounds. */
    public static StateVariable unbounded(String name, String unit, String meaning) {
        return new StateVariable(name, unit, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, meaning);
    }

    /** A finite value of 0 or above. */
    public static StateVariable notNegative(String name, String unit, String meaning) {
        return new StateVariable(name, unit, 0, Double.POSITIVE_INFINITY, meaning);
    }

    /** Whether a value makes sense: finite, within the bounds. */
    public boolean allows(float value) {
        return Float.isFinite(value) && value >= low && value <= high;
    }

    /** The bound in words, such as {@code "a number between 0 and 1"}. */
    public String bound() {
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
            return "a finite number";
        }
        if (high == Double.POSITIVE_INFINITY) {
            return "a finite number of at least " + number(low);
        }
        return "a number between " + number(low) + " and " + number(high);
    }

    /** A value with the unit. */
    public String withUnit(double value) {
        return number(value) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.6g", value);
    }
}
