package org.ionspike.datasets.encoding;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.engine.spikes.LabelledRaster;
import org.ionspike.engine.units.Check;

/**
 * A data set seen through a scaling and an encoder; samples are encoded when asked for and nothing is kept. Safe for
 * use by several threads.
 *
 * @param dataset the samples
 * @param scaler fitted to the training part
 * @param encoder with streams, if it draws random numbers
 */
public record EncodedDataset(Dataset dataset, Scaler scaler, Encoder encoder) {
    public EncodedDataset {
        Check.require(
                scaler.offset().length() == dataset.featureCount(),
                "EncodedDataset.scaler",
                scaler.offset().length() + " features",
                "must be fitted to the " + dataset.featureCount() + " features of dataset " + dataset.name());
    }

    /** Number of input lines. */
    public int lines() {
        return encoder.lines(dataset.featureCount());
    }

    /** One sample as spikes, with its label. */
    public LabelledRaster encode(int sample) {
        return new LabelledRaster(encoder.encode(scaler.apply(dataset, sample), sample), dataset.label(sample));
    }

    /** Samples as spikes, with their labels, in the order of the indices; all in memory. */
    public ImmutableList<LabelledRaster> encode(ImmutableIntArray samples) {
        return samples.stream().mapToObj(this::encode).collect(ImmutableList.toImmutableList());
    }
}
