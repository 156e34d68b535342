package org.ionspike.benchmarks.report.html;

/** Words for a price. */
final class Price {
    private Price() {}

    /**
     * A price in its unit.
     *
     * @param value in J or s, or joules for a joule
     * @param item what it is the price of
     * @param unit as the price table writes it
     */
    static String words(double value, String item, String unit) {
        if (item.endsWith("joule") || unit.contains("/")) {
            return "\u00D7" + Amount.SPACE + Amount.number(value);
        } else if (unit.endsWith("J")) {
            return Amount.joules(value);
        } else if (unit.endsWith("W")) {
            return Amount.si(value, "W");
        } else if (unit.endsWith("s")) {
            return Amount.seconds(value);
        }
        return Amount.number(value) + (unit.isEmpty() ? "" : Amount.SPACE + unit);
    }
}
