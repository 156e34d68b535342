package org.ionspike.networks.readout;

import org.ionspike.networks.convolution.PooledFeatures;

/** Turns pooled features of a sample into a class. */
public interface FeatureReadout extends Readout {
    /** The class of a sample. */
    int classify(PooledFeatures features);
}
