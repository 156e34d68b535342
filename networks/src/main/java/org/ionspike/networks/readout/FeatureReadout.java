package org.ionspike.networks.readout;

import java.util.List;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.convolution.PooledFeatures;

/** Turns pooled features of a sample into a class. */
public interface FeatureReadout extends Readout {
    /** The class of a sample. */
    int classify(PooledFeatures features);

    /** Checks that there is one label per sample, and a sample. */
    static void requireLabels(List<PooledFeatures> features, int[] labels) {
        Check.require(
                features.size() == labels.length && labels.length > 0,
                "Readout: labels",
                labels.length,
                "must be one per sample, and there are " + features.size());
    }
}
