package org.ionspike.datasets;

import com.google.common.hash.Hasher;
import org.ionspike.engine.units.Check;

/**
 * The values of all samples, {@code [sample][feature]}, immutable. Whole numbers from 0 to 255 are held as bytes, so
 * that 70 000 images of 28x28 take 55 MB; everything else as doubles.
 */
public final class FeatureTable {
    /** The most values one table can hold, the longest array of the JVM. */
    public static final int MOST_VALUES = Integer.MAX_VALUE - 8;

    private final int features;
    private final int samples;
    private final byte[] bytes;
    private final double[] doubles;

    private FeatureTable(int features, int samples, byte[] bytes, double[] doubles) {
        this.features = features;
        this.samples = samples;
        this.bytes = bytes;
        this.doubles = doubles;
    }

    /**
     * A table of any finite numbers; held as bytes where that loses nothing.
     *
     * @param features number of features, 1 or above
     * @param values all values, sample after sample; copied
     */
    public static FeatureTable of(int features, double[] values) {
        int samples = samplesOf(features, values.length);
        boolean fit = true;
        for (int k = 0; k < values.length; k++) {
            double value = values[k];
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("FeatureTable: value " + value + " of sample " + k / features
                        + ", feature " + k % features + ", is not finite. Leave the sample out or replace the value.");
            }
            fit &= value >= 0 && value <= 255 && value == Math.rint(value);
        }
        if (!fit) {
            return new FeatureTable(features, samples, new byte[0], values.clone());
        }
        byte[] bytes = new byte[values.length];
        for (int k = 0; k < values.length; k++) {
            bytes[k] = (byte) (int) values[k];
        }
        return new FeatureTable(features, samples, bytes, new double[0]);
    }

    /**
     * A table of whole numbers from 0 to 255.
     *
     * @param features number of features, 1 or above
     * @param values all values as unsigned bytes, sample after sample; copied
     */
    public static FeatureTable ofUnsignedBytes(int features, byte[] values) {
        return ofBytes(features, values.clone());
    }

    /** A table of unsigned bytes that takes over the array, which nobody may change afterwards. */
    static FeatureTable ofBytes(int features, byte[] values) {
        return new FeatureTable(features, samplesOf(features, values.length), values, new double[0]);
    }

    private static int samplesOf(int features, int values) {
        Check.atLeast("FeatureTable.features", features, 1);
        Check.require(
                values % features == 0,
                "FeatureTable.values",
                values + " values",
                "must be a multiple of the " + features + " features");
        return values / features;
    }

    /** Number of features of a sample. */
    public int features() {
        return features;
    }

    /** Number of samples. */
    public int samples() {
        return samples;
    }

    /** The value of one feature of one sample. */
    public double get(int sample, int feature) {
        if (feature < 0 || feature >= features) {
            throw new IndexOutOfBoundsException("Feature " + feature + " of " + features + " asked for.");
        }
        int k = sample * features + feature;
        return doubles.length > 0 ? doubles[k] : bytes[k] & 0xff;
    }

    /** Puts shape and values into a hash; whole numbers below 256 count the same however they came in. */
    void putInto(Hasher hasher) {
        hasher.putInt(samples).putInt(features).putBoolean(doubles.length > 0).putBytes(bytes);
        for (double value : doubles) {
            hasher.putDouble(value == 0 ? 0.0 : value);
        }
    }
}
