package org.ionspike.benchmarks.energy;

import com.google.common.base.Ascii;
import org.ionspike.engine.units.Check;

/**
 * What one unit of something counted costs.
 *
 * @param item name in the price table, such as {@code mac-int8}
 * @param low smallest value that the source or experience allows, in J (or s) per unit
 * @param typical value to work with, at least {@code low}
 * @param high largest value, at least {@code typical}
 * @param unit as the table writes it, such as {@code pJ}
 * @param source where the number is from
 * @param kind what sort of number it is
 */
public record Price(String item, double low, double typical, double high, String unit, String source, Kind kind) {
    /** What sort of number a price is. */
    public enum Kind {
        /** On a device or chip. */
        MEASURED,
        /** By a model of a device or chip, ours or others'. */
        SIMULATED,
        /** Stated in a publication that does not say which of the two. */
        LITERATURE,
        /** Chosen by us. */
        ASSUMED;

        /** The name in files. */
        @Override
        public String toString() {
            return Ascii.toLowerCase(name());
        }
    }

    public Price {
        Check.notNegative("Price.low", low);
        Check.require(typical >= low, "Price.typical", typical, "must be at least low (" + low + ")");
        Check.require(
                high >= typical && Double.isFinite(high),
                "Price.high",
                high,
                "must be finite and at least typical (" + typical + ")");
    }
}
