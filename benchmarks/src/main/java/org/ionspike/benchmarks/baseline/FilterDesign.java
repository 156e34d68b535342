package org.ionspike.benchmarks.baseline;

import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.engine.units.Check;

/**
 * The filters of the small convolutional network. Images below 16 pixels get 3 x 3 at every pixel and the largest of 2 x 2
 * neighbours; larger ones get 5 x 5 at every second pixel, which leaves a quarter of the positions before they are computed
 * and not after: fewer operations than pooling, to the advantage of the baseline. Filters stay within the image.
 *
 * @param image what they look at
 * @param filters how many
 * @param side rows and columns of a filter
 * @param stride pixels from one position to the next
 * @param pooling side of the square of positions of which the largest answer is kept; 1 for all
 */
record FilterDesign(ImageShape image, int filters, int side, int stride, int pooling) {
    private static final int LEAST_SIDE = 6;
    private static final int LARGE_SIDE = 16;

    FilterDesign {
        Check.atLeast("FilterDesign.filters", filters, 1);
        Check.atLeast("FilterDesign.side", side, 1);
        Check.atLeast("FilterDesign.stride", stride, 1);
        int shorter = Math.min(image.height(), image.width());
        Check.between("FilterDesign.side", side, 1, shorter);
        Check.between("FilterDesign.pooling", pooling, 1, (shorter - side) / stride + 1);
    }

    /** Whether samples are images large enough. */
    static boolean suits(Dataset dataset) {
        return dataset.imageShape()
                .map(image -> Math.min(image.height(), image.width()) >= LEAST_SIDE)
                .orElse(false);
    }

    /** What suits the images of a data set. */
    static FilterDesign of(Dataset dataset, int filters) {
        ImageShape image = dataset.imageShape()
                .filter(shape -> suits(dataset))
                .orElseThrow(() -> new IllegalArgumentException("Dataset " + dataset.name()
                        + " holds no images of 6 x 6 pixels or more, and a cnn has filters over images. Use mlp."));
        return Math.min(image.height(), image.width()) < LARGE_SIDE
                ? new FilterDesign(image, filters, 3, 1, 2)
                : new FilterDesign(image, filters, 5, 2, 1);
    }

    /** Rows of positions. */
    int rows() {
        return (image.height() - side) / stride + 1;
    }

    /** Columns of positions. */
    int columns() {
        return (image.width() - side) / stride + 1;
    }

    @Override
    public String toString() {
        String at = stride == 1 ? "" : ", stride " + stride;
        String pool = pooling == 1 ? "" : ", largest of " + pooling + " x " + pooling + " positions";
        return filters + " filters of " + side + " x " + side + at + pool;
    }
}
