package org.ionspike.benchmarks.workload;

import java.nio.file.Path;
import java.util.Optional;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.download.DataAccess;
import org.ionspike.engine.units.Check;

/**
 * Images of 28 x 28 pixels for networks that learn: the test part of MNIST, in its order, from a data folder; or without
 * one the digits that ship with Ionspike, drawn as MNIST is, 20 x 20 pixels in the middle, which take about as many spikes.
 */
final class ImagesToLearn {
    private static final int SIDE = 28;
    private static final int BOX = 20;
    private static final int MARGIN = (SIDE - BOX) / 2;

    private final String name;
    private final Dataset images;
    private final int first;
    private final double largest;

    private ImagesToLearn(String name, Dataset images, int first) {
        this.name = name;
        this.images = images;
        this.first = first;
        this.largest = images.valueRange().orElseThrow().high();
    }

    /** Those of a data folder, or those that ship with Ionspike. */
    static ImagesToLearn of(Optional<Path> dataFolder) {
        if (dataFolder.isEmpty()) {
            return new ImagesToLearn("digits", Datasets.resolve("digits"), 0);
        }
        Dataset mnist = Datasets.resolve("mnist", new CsvOptions(), DataAccess.offline(dataFolder));
        Check.require(
                mnist.featureCount() == SIDE * SIDE, "mnist: pixels of an image", mnist.featureCount(), "must be 784");
        return new ImagesToLearn("mnist", mnist, mnist.officialTrainCount().orElse(0));
    }

    String name() {
        return name;
    }

    int pixels() {
        return SIDE * SIDE;
    }

    /** Pixels from 0 to 1 of an image; after the last the first comes again. */
    float[] image(int index) {
        int sample = first + index % (images.size() - first);
        var pixels = new float[SIDE * SIDE];
        if (images.featureCount() == pixels.length) {
            for (int f = 0; f < pixels.length; f++) {
                pixels[f] = (float) (images.feature(sample, f) / largest);
            }
            return pixels;
        }
        int small = images.imageShape().orElseThrow().width();
        for (int row = 0; row < BOX; row++) {
            for (int column = 0; column < BOX; column++) {
                int feature = row * small / BOX * small + column * small / BOX;
                pixels[(MARGIN + row) * SIDE + MARGIN + column] = (float) (images.feature(sample, feature) / largest);
            }
        }
        return pixels;
    }
}
