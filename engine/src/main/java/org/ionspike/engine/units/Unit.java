package org.ionspike.engine.units;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The SI unit of one kind of quantity, and how values in it are read and written. */
final class Unit {
    private static final Pattern NUMBER_AND_UNIT =
            Pattern.compile("\\s*([-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?|[-+]?inf)\\s*(.*?)\\s*");

    /** Decimal exponents of the prefixes that are read; those that are multiples of three are also written. */
    private static final Map<String, Integer> PREFIXES = new TreeMap<>(Map.ofEntries(
            Map.entry("a", -18),
            Map.entry("f", -15),
            Map.entry("p", -12),
            Map.entry("n", -9),
            Map.entry("u", -6),
            Map.entry("\u00b5", -6),
            Map.entry("\u03bc", -6),
            Map.entry("m", -3),
            Map.entry("c", -2),
            Map.entry("", 0),
            Map.entry("k", 3),
            Map.entry("M", 6),
            Map.entry("G", 9)));

    private static final String[] WRITTEN = {"a", "f", "p", "n", "u", "m", "", "k", "M", "G"};

    /** Of a text that is no quantity. */
    private static final int MOST_SHOWN = 60;

    private final String quantity;
    private final String symbol;

    /**
     * @param quantity what is measured, for messages, such as "time"
     * @param symbol the SI unit, such as "s"
     */
    Unit(String quantity, String symbol) {
        this.quantity = quantity;
        this.symbol = symbol;
    }

    void requireNumber(double si) {
        if (Double.isNaN(si)) {
            throw new IllegalArgumentException("Not a number (NaN) given where a value of " + quantity + " is needed.");
        }
    }

    double parse(String text) {
        var match = NUMBER_AND_UNIT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("Cannot read '" + shortened(text) + "' as " + quantity
                    + ": expected a number with a unit, such as '" + example() + "'.");
        }
        String unit = match.group(2);
        Integer exponent = exponentOf(unit);
        if (exponent == null) {
            throw new IllegalArgumentException("Cannot read '" + shortened(text) + "' as " + quantity + ": "
                    + (unit.isEmpty() ? "the unit is missing" : "'" + shortened(unit) + "' is no unit of it")
                    + ". Write it in " + symbol + (takesPrefix() ? " or with a prefix" : "") + ", such as '" + example()
                    + "'.");
        }
        String number = match.group(1);
        if (number.endsWith("inf")) {
            return number.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        return parseScaled(number, exponent);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "...";
    }

    /** Moves the decimal exponent inside the text, so that "0.1 ms" is the double nearest to 1e-4. */
    private static double parseScaled(String number, int exponent) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        String mantissa = e < 0 ? number : number.substring(0, e);
        int written = e < 0 ? 0 : Integer.parseInt(number.substring(e + 1));
        return Double.parseDouble(mantissa + "e" + (written + exponent));
    }

    private @Nullable Integer exponentOf(String unit) {
        if (unit.equals(symbol)) {
            return 0;
        }
        if (!takesPrefix() || !unit.endsWith(symbol)) {
            return null;
        }
        return PREFIXES.get(unit.substring(0, unit.length() - symbol.length()));
    }

    private boolean takesPrefix() {
        return !symbol.contains("^");
    }

    private String example() {
        return takesPrefix() ? "20 m" + symbol : "1e14 " + symbol;
    }

    /** Writes up to six significant digits with the prefix that keeps the number between 1 and 1000. */
    String format(double si) {
        if (si == 0 || Double.isInfinite(si) || !takesPrefix()) {
            return significant(si) + " " + symbol;
        }
        int thousands = (int) Math.floor(Math.log10(Math.abs(si)) / 3 + 1e-12);
        int index = Math.max(0, Math.min(WRITTEN.length - 1, thousands + 6));
        double scaled = Double.parseDouble(significant(si * Math.pow(10, -3.0 * (index - 6))));
        return significant(scaled) + " " + WRITTEN[index] + symbol;
    }

    private static String significant(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        double rounded = Double.parseDouble(text);
        double size = Math.abs(rounded);
        if (rounded == Math.rint(rounded) && size < 1e6) {
            return Long.toString((long) rounded);
        }
        if (size >= 1e-3 && size < 1e6) {
            return text.replaceAll("0+$", "");
        }
        return Double.toString(rounded);
    }
}
