package org.ionspike.datasets;

import org.ionspike.engine.units.Check;

/**
 * Shape of image samples; feature {@code row * width + column} is the pixel of that row and column.
 *
 * @param height rows of pixels, 1 or above
 * @param width columns of pixels, 1 or above
 */
public record ImageShape(int height, int width) {
    public ImageShape {
        Check.atLeast("ImageShape.height", height, 1);
        Check.atLeast("ImageShape.width", width, 1);
    }

    /** Number of pixels. */
    public int pixels() {
        return Math.multiplyExact(height, width);
    }

    @Override
    public String toString() {
        return height + "x" + width;
    }
}
