package org.ionspike.datasets;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.ionspike.engine.units.Check;

/**
 * Brings features to a common scale with numbers taken from the training part only.
 *
 * <pre>scaled = (value - offset) / divisor;   0 where the divisor is 0, that is for a constant feature
 * sample-max: scaled = max(0, value) / largest value of the sample</pre>
 *
 * @param scaling what was fitted
 * @param offset one entry per feature
 * @param divisor one entry per feature, 0 or above
 */
public record Scaler(Scaling scaling, ImmutableDoubleArray offset, ImmutableDoubleArray divisor) {
    public Scaler {
        Check.require(
                offset.length() == divisor.length(),
                "Scaler.divisor",
                divisor.length() + " entries",
                "must have one entry per offset, and there are " + offset.length());
        divisor.forEach(value -> Check.notNegative("Scaler.divisor", value));
    }

    /**
     * Fits a scaling.
     *
     * @param training indices of the training samples; other samples are not looked at
     */
    public static Scaler fit(Scaling scaling, Dataset dataset, ImmutableIntArray training) {
        Check.require(!training.isEmpty(), "Scaler: training", "no samples", "must hold at least one sample");
        int features = dataset.featureCount();
        double[] offset = new double[features];
        double[] divisor = new double[features];
        switch (scaling) {
            case NONE, SAMPLE_MAX -> Arrays.fill(divisor, 1);
            case RANGE -> {
                var range = dataset.valueRange()
                        .orElseThrow(() -> new IllegalArgumentException("Scaling range: dataset " + dataset.name()
                                + " declares no range of its values. Use min-max or standard."));
                Arrays.fill(offset, range.low());
                Arrays.fill(divisor, range.high() - range.low());
            }
            case MIN_MAX -> fitMinMax(dataset, training, offset, divisor);
            case STANDARD -> fitStandard(dataset, training, offset, divisor);
        }
        return new Scaler(scaling, ImmutableDoubleArray.copyOf(offset), ImmutableDoubleArray.copyOf(divisor));
    }

    private static void fitMinMax(Dataset dataset, ImmutableIntArray training, double[] offset, double[] divisor) {
        double[] low = offset;
        double[] high = divisor;
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int k = 0; k < training.length(); k++) {
            for (int f = 0; f < low.length; f++) {
                double value = dataset.feature(training.get(k), f);
                low[f] = Math.min(low[f], value);
                high[f] = Math.max(high[f], value);
            }
        }
        for (int f = 0; f < low.length; f++) {
            divisor[f] = high[f] - low[f];
        }
    }

    /** Mean, then the root of the mean squared deviation (divided by n, as the scaling is of this very part). */
    private static void fitStandard(Dataset dataset, ImmutableIntArray training, double[] offset, double[] divisor) {
        int n = training.length();
        boolean[] varies = new boolean[offset.length];
        for (int k = 0; k < n; k++) {
            for (int f = 0; f < offset.length; f++) {
                double value = dataset.feature(training.get(k), f);
                offset[f] += value / n;
                varies[f] |= value != dataset.feature(training.get(0), f);
            }
        }
        for (int k = 0; k < n; k++) {
            for (int f = 0; f < offset.length; f++) {
                double deviation = dataset.feature(training.get(k), f) - offset[f];
                divisor[f] += deviation * deviation / n;
            }
        }
        for (int f = 0; f < offset.length; f++) {
            divisor[f] = varies[f] ? Math.sqrt(divisor[f]) : 0; // rounding of the mean must not look like spread
        }
    }

    /** The scaled features of a sample, one entry per feature; 0 to 1 for {@code range}, {@code min-max} and {@code
     * sample-max}. */
    public float[] apply(Dataset dataset, int sample) {
        Check.require(
                dataset.featureCount() == offset.length(),
                "Scaler.apply: features of dataset " + dataset.name(),
                dataset.featureCount(),
                "must be the " + offset.length() + " the scaling was fitted to");
        boolean clip = scaling == Scaling.RANGE || scaling == Scaling.MIN_MAX;
        float[] scaled = new float[offset.length()];
        for (int f = 0; f < scaled.length; f++) {
            double d = divisor.get(f);
            double value = d == 0 ? 0 : (dataset.feature(sample, f) - offset.get(f)) / d;
            scaled[f] = (float) (clip ? Math.max(0, Math.min(1, value)) : value);
        }
        if (scaling == Scaling.SAMPLE_MAX) {
            divideByLargest(scaled);
        }
        return scaled;
    }

    private static void divideByLargest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, value);
        }
        for (int f = 0; f < values.length; f++) {
            values[f] = largest == 0 ? 0 : Math.max(0, values[f]) / largest;
        }
    }
}
