package org.ionspike.benchmarks.task;

import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.datasets.encoding.ThermometerEncoder;

/** What a task uses when the user does not say, by the kind of its data. */
final class TaskDefaults {
    /** With so many presentations the learning has settled, whatever the number of samples. */
    private static final int PRESENTATIONS = 14_000;

    private static final int FEWEST_EPOCHS = 3;

    /** Images up to so many pixels get several levels a pixel, larger ones a single threshold. */
    private static final int SMALL_IMAGE = 256;

    private TaskDefaults() {}

    /** Small images: 4 levels a pixel; larger ones: on from 96 of 255; tables: 16 levels a feature. */
    static Encoder encoder(Dataset dataset) {
        if (dataset.imageShape().isEmpty()) {
            return new ThermometerEncoder(16);
        }
        return dataset.featureCount() <= SMALL_IMAGE
                ? new ThermometerEncoder(4)
                : ThermometerEncoder.ofThreshold(96 / 255.0);
    }

    /** Enough epochs for about 14 000 presentations, at least 3. */
    static int epochs(int trainingSamples) {
        return Math.max(FEWEST_EPOCHS, (PRESENTATIONS + trainingSamples - 1) / trainingSamples);
    }
}
