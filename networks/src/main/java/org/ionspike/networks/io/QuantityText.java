package org.ionspike.networks.io;

import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.math.MathContext;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Quantities as text with their unit that reads back as exactly the same double. Reading moves the decimal point of the
 * written number, never of a double, so the shortest decimal of a value stays exact with every prefix.
 */
final class QuantityText {
    /** Significant digits that tell every double from every other. */
    private static final int ENOUGH_DIGITS = 17;

    private QuantityText() {}

    /** The shortest exact text, with the prefix that keeps the number between 1 and 1000 where there is one. */
    static String of(Quantity quantity) {
        String rounded = quantity.toString();
        String unit = rounded.substring(rounded.indexOf(' ') + 1);
        double si = quantity.si();
        if (si == 0) {
            return (Double.compare(si, 0) < 0 ? "-0 " : "0 ") + unit;
        }
        if (Double.isInfinite(si)) {
            return rounded;
        }
        int exponent = (int)
                Math.round(Math.log10(parse(quantity.getClass(), "1 " + unit).si()));
        return decimal(shortest(si).scaleByPowerOfTen(-exponent)) + " " + unit;
    }

    private static BigDecimal shortest(double value) {
        var exact = new BigDecimal(Double.toString(value)); // not always the shortest before JDK 19
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits));
            if (Double.parseDouble(candidate.toString()) == value) {
                return candidate;
            }
        }
        return exact;
    }

    private static String decimal(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        double size = Math.abs(stripped.doubleValue());
        return size >= 1e-4 && size < 1e6 ? stripped.toPlainString() : stripped.toString();
    }

    /** A voltage, a current, a conductance or a time, told by its unit. */
    static Quantity readByUnit(YamlNode node) {
        String text = node.text();
        if (text.endsWith("V")) {
            return read(Voltage.class, node);
        }
        if (text.endsWith("A")) {
            return read(Current.class, node);
        }
        if (text.endsWith("S")) {
            return read(Conductance.class, node);
        }
        if (text.endsWith("s")) {
            return read(Time.class, node);
        }
        throw node.error("('" + YamlNode.shortened(text) + "') must be a voltage, a current, a conductance or a time,"
                + " such as '2 mV', '16 pA', '6 nS' or '5 ms'.");
    }

    /** The quantity of a type that a node gives as text. */
    static <T extends Quantity> T read(Class<T> type, YamlNode node) {
        String text = node.text();
        T quantity;
        try {
            quantity = parse(type, text);
        } catch (NumberFormatException e) {
            throw node.error("(" + YamlNode.shortened(text) + ") is out of the range of numbers.");
        } catch (IllegalArgumentException e) {
            throw new FileFormatException(
                    node.place().file() + ": " + node.place().path() + ": " + Place.reason(e), e);
        }
        if (Double.isInfinite(quantity.si()) && !text.contains("inf")) {
            throw node.error("(" + YamlNode.shortened(text) + ") is out of the range of numbers.");
        }
        return quantity;
    }

    private static <T extends Quantity> T parse(Class<T> type, String text) {
        try {
            var method = type.getMethod("parse", String.class);
            method.setAccessible(true);
            return type.cast(method.invoke(null, text));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    type.getSimpleName() + " has no public static method parse(String), so files cannot hold it.", e);
        }
    }
}
