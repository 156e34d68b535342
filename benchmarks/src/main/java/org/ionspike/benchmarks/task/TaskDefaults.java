package org.ionspike.benchmarks.task;

import java.util.Map;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.datasets.encoding.OnOffEncoder;
import org.ionspike.datasets.encoding.ThermometerEncoder;
import org.ionspike.networks.architecture.PlaneShape;

/** What a task uses when the user does not say, by the kind of its data. */
final class TaskDefaults {
    /** With so many presentations the learning has settled, whatever the number of samples. */
    private static final int PRESENTATIONS = 14_000;

    private static final int FEWEST_EPOCHS = 3;

    private static final int PUBLISHED = 60_000;

    /** After so many pieces filters have settled. */
    private static final int PIECES = 1_200_000;

    /** Images up to so many pixels get several levels a pixel, larger ones a single threshold. */
    private static final int SMALL_IMAGE = 256;

    private TaskDefaults() {}

    /** Small images: 4 levels a pixel; larger ones: on from 96 of 255; tables: 16 levels a feature. */
    static Encoder encoder(Dataset dataset) {
        if (dataset.imageShape().filter(ImageShape::isPlane).isEmpty()) {
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

    /** On and off contrast of the planes of an image. */
    static Encoder onOffEncoder(Dataset dataset) {
        return dataset.imageShape()
                .map(image -> new OnOffEncoder()
                        .withParameters(Map.of(
                                "height", Integer.toString(image.height()), "width", Integer.toString(image.width()))))
                .orElseGet(OnOffEncoder::new);
    }

    /** Images whose values have no range of their own, such as counts of events, are seen sample by sample. */
    static Scaling imageScaling(Dataset dataset) {
        return dataset.valueRange().isPresent() ? Scaling.RANGE : Scaling.SAMPLE_MAX;
    }

    /** Enough epochs for about 60 000 presentations, one epoch of MNIST, at least 1. */
    static int publishedEpochs(int trainingSamples) {
        return Math.max(1, (PUBLISHED + trainingSamples - 1) / trainingSamples);
    }

    /** Enough epochs for about 1.2 million pieces, at least 1. */
    static int filterEpochs(int trainingSamples) {
        return Math.max(1, (PIECES + trainingSamples - 1) / trainingSamples);
    }

    /** 8 passes for many samples, up to 40 for few. */
    static int supervisedPasses(int trainingSamples) {
        return Math.max(8, Math.min(40, 60_000 / trainingSamples));
    }

    /** A third of the image, 3 to 9. */
    static int filterSize(PlaneShape shape) {
        int least = Math.min(shape.rows(), shape.columns());
        return Math.min(least, Math.max(3, Math.min(9, least / 3)));
    }
}
