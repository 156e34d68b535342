package org.ionspike.datasets;

import org.ionspike.engine.units.Check;

/**
 * The range all features of a data set can take by its definition, whatever its samples happen to hold: 0 to 255 for
 * images of one byte per pixel.
 *
 * @param low lowest value, finite
 * @param high highest value, above {@code low} and finite
 */
public record ValueRange(double low, double high) {
    public ValueRange {
        Check.require(Double.isFinite(low), "ValueRange.low", low, "must be finite");
        Check.require(
                Double.isFinite(high) && high > low, "ValueRange.high", high, "must be finite and above low, " + low);
    }
}
