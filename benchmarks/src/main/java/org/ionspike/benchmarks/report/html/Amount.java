package org.ionspike.benchmarks.report.html;

import java.util.List;
import java.util.Locale;
import org.ionspike.benchmarks.report.AxisUnit;

/** Numbers as people read them: three digits and a prefix, or a percentage. */
final class Amount {
    /** Between a number and its unit, where no line breaks. */
    static final String SPACE = "\u00A0";

    private static final String MINUS = "\u2212";
    private static final List<String> PREFIXES =
            List.of("z", "a", "f", "p", "n", "\u00B5", "m", "", "k", "M", "G", "T");
    private static final int UNITY = 7;
    private static final int LONGEST = 6;

    private Amount() {}

    /** {@code 2.70 nJ}. */
    static String joules(double value) {
        return si(value, "J");
    }

    /** {@code 100 pJ}, of a power of ten. */
    static String tick(double joules) {
        return joules(joules).replaceFirst("\\.0+", "");
    }

    /** {@code 32.0 ms}. */
    static String seconds(double value) {
        return si(value, "s");
    }

    /** A number with a prefix before its unit. */
    static String si(double value, String unit) {
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        if (value == 0) {
            return "0" + SPACE + unit;
        }
        double size = Math.abs(value);
        int thousands = (int) Math.floor(Math.log10(size * 1.0005) / 3);
        int index = Math.max(0, Math.min(PREFIXES.size() - 1, thousands + UNITY));
        double shown = value / Math.pow(1000, index - UNITY);
        return threeDigits(shown) + SPACE + PREFIXES.get(index) + unit;
    }

    /** {@code 97.1 %} of a share. */
    static String percent(double share) {
        return Double.isFinite(share) ? fixed(100 * share, 1) + SPACE + "%" : "unknown";
    }

    /** A difference of shares in points, without its sign. */
    static String points(double difference) {
        String text = fixed(100 * Math.abs(difference), 1);
        return text + SPACE + ("1.0".equals(text) ? "point" : "points");
    }

    /** A number in three digits, of which zeros replace the rest. */
    static String about(double value) {
        return Double.isFinite(value) && value != 0 ? number(significant(value, 3)) : number(value);
    }

    /** The symbol of a unit with its prefix. */
    static String symbol(AxisUnit unit) {
        return unit.symbol().replace('u', '\u00B5');
    }

    /** {@code 12}: how much larger one value is than another, at least 1, in two digits. */
    static String factor(double ratio) {
        return ratio >= 9.95 ? number(significant(ratio, 2)) : fixed(ratio, 1);
    }

    /** A number in three digits, a whole one below a million in full, in groups of three. */
    static String number(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value)) {
            return "unknown";
        }
        if (size != 0 && (size < 1e-3 || size >= 1e9)) {
            return String.format(Locale.ROOT, "%.2e", value).replace("-", MINUS);
        }
        if (size >= 999.5) {
            return grouped(Math.rint(size < 1e6 ? value : significant(value, LONGEST)), 0);
        }
        if (value == Math.rint(value)) {
            return fixed(value, 0);
        }
        return threeDigits(value);
    }

    private static String threeDigits(double value) {
        int before = (int) Math.floor(Math.log10(Math.abs(value) * 1.0005));
        return fixed(value, Math.max(0, 2 - before));
    }

    /** So many decimals. */
    static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value).replace("-", MINUS);
    }

    private static double significant(double value, int digits) {
        double scale = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - digits + 1);
        return Math.rint(value / scale) * scale;
    }

    /** So many decimals, and groups of three before them. */
    static String grouped(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value)
                .replace(",", SPACE)
                .replace("-", MINUS);
    }
}
