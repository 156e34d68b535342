package org.ionspike.datasets;

import org.ionspike.engine.units.Check;

/**
 * Shape of image samples; feature {@code (plane * height + row) * width + column} is the pixel of that plane, row and
 * column.
 *
 * @param planes images of a sample that lie on each other, such as polarities of events; 1 or above
 * @param height rows of pixels, 1 or above
 * @param width columns of pixels, 1 or above
 */
public record ImageShape(int planes, int height, int width) {
    public ImageShape {
        Check.atLeast("ImageShape.planes", planes, 1);
        Check.atLeast("ImageShape.height", height, 1);
        Check.atLeast("ImageShape.width", width, 1);
    }

    /** A single plane. */
    public ImageShape(int height, int width) {
        this(1, height, width);
    }

    /** Whether a sample is one image. */
    public boolean isPlane() {
        return planes == 1;
    }

    /** Number of pixels of a plane. */
    public int pixels() {
        return Math.multiplyExact(height, width);
    }

    @Override
    public String toString() {
        return (isPlane() ? "" : planes + "x") + height + "x" + width;
    }
}
