package org.ionspike.networks.readout;

import java.util.List;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.convolution.PooledFeatures;

/** Turns pooled features of a sample into a class. */
public interface FeatureReadout extends Readout {
    /** The class of a sample. */
    int classify(PooledFeatures features);

    /** Whether inputs only add a weight each, as spikes do; otherwise they are multiplied with it. */
    boolean adds();

    /**
     * The same readout with weights rounded to so many bits; the features are whole numbers of 8 bits already.
     *
     * @param bits 2 to 16
     */
    FeatureReadout rounded(int bits);

    /** Checks that there is one label per sample, and a sample. */
    static void requireLabels(List<PooledFeatures> features, int[] labels) {
        Check.require(
                features.size() == labels.length && labels.length > 0,
                "Readout: labels",
                labels.length,
                "must be one per sample, and there are " + features.size());
    }
}
