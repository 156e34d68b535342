package org.ionspike.benchmarks.task;

import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.random.RandomStreams;

/**
 * What every training begins with. Held samples take no part in scaling.
 *
 * @param streams of the seed
 * @param split which samples are for what
 * @param labelled the data set with the labels that the run sees
 * @param scaler fitted on the training part
 * @param encoder with its streams
 */
record Preparation(RandomStreams streams, Split split, Dataset labelled, Scaler scaler, Encoder encoder) {
    /**
     * Splits, scales and chooses the encoder as the settings say.
     *
     * @param scaling unless the settings name another
     * @param encoder unless the settings name another
     */
    static Preparation of(Dataset dataset, TrainSettings settings, Scaling scaling, Encoder encoder) {
        var streams = new RandomStreams(settings.seed());
        Split split = settings.split(dataset, streams);
        return new Preparation(
                streams,
                split,
                settings.shuffleLabels() ? split.shuffleTrainingLabels(dataset, streams) : dataset,
                Scaler.fit(settings.scaling().orElse(scaling), dataset, split.train()),
                seeded(settings.encoder().orElse(encoder), settings.seed()));
    }

    /** Streams of a network and everything in it, of a run with this seed. */
    static RandomStreams networkStreams(long seed) {
        return new RandomStreams(seed).child("network");
    }

    /** Encoder with the streams of a run with this seed. */
    static Encoder seeded(Encoder encoder, long seed) {
        return encoder.withStreams(new RandomStreams(seed).child("encoder"));
    }

    /** Samples as spikes. */
    EncodedDataset encoded() {
        return new EncodedDataset(labelled, scaler, encoder);
    }

    /** Class of each training sample, in the order of the split. */
    int[] trainingLabels() {
        return split.train().stream().map(labelled::label).toArray();
    }
}
