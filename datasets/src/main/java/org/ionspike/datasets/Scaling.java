package org.ionspike.datasets;

import com.google.common.base.Ascii;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How features are brought to a common scale before they are encoded. */
public enum Scaling {
    /** Values as they are. */
    NONE("none"),
    /** The range the data set declares becomes 0 to 1; no sample is looked at. */
    RANGE("range"),
    /** Each feature's smallest and largest value in the training part become 0 and 1; values outside are clipped. */
    MIN_MAX("min-max"),
    /** Each feature's mean over the training part becomes 0 and its standard deviation 1. */
    STANDARD("standard"),
    /** The largest value of each sample becomes 1, negative ones 0; no other sample is looked at. */
    SAMPLE_MAX("sample-max");

    private final String text;

    Scaling(String text) {
        this.text = text;
    }

    /** The scaling named on the command line or in a file. */
    public static Scaling parse(String text) {
        for (Scaling scaling : values()) {
            if (scaling.text.equals(Ascii.toLowerCase(text.strip()))) {
                return scaling;
            }
        }
        throw new IllegalArgumentException("No scaling is named '" + text + "'. Known: "
                + Arrays.stream(values()).map(Scaling::toString).collect(Collectors.joining(", ", "[", "]")) + ".");
    }

    /** {@link #RANGE} where the data set declares a range, as images do, and {@link #MIN_MAX} for tables. */
    public static Scaling defaultFor(Dataset dataset) {
        return dataset.valueRange().isPresent() ? RANGE : MIN_MAX;
    }

    /** The name on the command line and in files. */
    @Override
    public String toString() {
        return text;
    }
}
