package org.ionspike.networks.architecture;

import org.ionspike.engine.units.Check;

/**
 * The shape of an input of several planes, such as the two polarities of an image. Line {@code (row columns + column)
 * planes + plane} is the pixel of that plane, as encoders number the lines of a feature.
 *
 * @param planes number of planes, at least 1
 * @param rows at least 1
 * @param columns at least 1
 */
public record PlaneShape(int planes, int rows, int columns) {
    public PlaneShape {
        Check.atLeast("PlaneShape.planes", planes, 1);
        Check.atLeast("PlaneShape.rows", rows, 1);
        Check.atLeast("PlaneShape.columns", columns, 1);
        Check.require(
                (long) planes * rows * columns <= 1 << 24,
                "PlaneShape",
                planes + " planes of " + rows + "x" + columns,
                "must have at most 2^24 pixels");
    }

    /** Number of input lines. */
    public int lines() {
        return planes * rows * columns;
    }

    @Override
    public String toString() {
        return (planes == 1 ? "" : planes + " planes of ") + rows + "x" + columns;
    }
}
