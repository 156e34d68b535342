package org.ionspike.datasets.event;

import org.ionspike.engine.units.Check;

/**
 * Shape of the sensor that events come from: rows and columns of pixels, each with one or two polarities. A cochlea of
 * 700 channels is 700x1x1.
 *
 * @param width columns, 1 to 32768
 * @param height rows, 1 to 32768
 * @param polarities 2 if events are OFF (0) or ON (1), 1 if all are alike (0)
 */
public record SensorShape(int width, int height, int polarities) {
    private static final int MOST = 1 << 15;

    public SensorShape {
        Check.between("SensorShape.width", width, 1, MOST);
        Check.between("SensorShape.height", height, 1, MOST);
        Check.between("SensorShape.polarities", polarities, 1, 2);
        Check.require(
                (long) width * height * polarities <= Integer.MAX_VALUE,
                "SensorShape",
                width + "x" + height + "x" + polarities,
                "must have at most " + Integer.MAX_VALUE + " lines");
    }

    /** Number of lines, one for each polarity of each pixel. */
    public int lines() {
        return width * height * polarities;
    }

    /** The line of an event, {@code (p height + y) width + x}: polarity by polarity, row by row. */
    public int line(int x, int y, int p) {
        return (p * height + y) * width + x;
    }

    /** Width, height and polarities, as in Tonic: {@code 34x34x2}. */
    @Override
    public String toString() {
        return width + "x" + height + "x" + polarities;
    }
}
