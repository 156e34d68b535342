package org.ionspike.networks.convolution;

import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.PlaneShape;

/**
 * One sample as the first spike of every pixel, in {@value #TICKS} ticks of a presentation: earliness {@value #TICKS} for
 * a spike at its start, 1 for one in its last tick, 0 for none.
 *
 * <pre>earliness = TICKS - floor(t TICKS / presentation)</pre>
 */
public final class LatencyMap {
    /** Ticks of a presentation. */
    public static final int TICKS = 255;

    private final PlaneShape shape;
    private final byte[] earliness;

    private LatencyMap(PlaneShape shape, byte[] earliness) {
        this.shape = shape;
        this.earliness = earliness;
    }

    /**
     * The first spikes of a raster. Later spikes of a line, and spikes after the presentation, do not count: a line that
     * is on stays on.
     *
     * @param raster with one line per pixel
     * @param presentation for how long the sample is shown
     */
    public static LatencyMap of(SpikeRaster raster, PlaneShape shape, Time presentation) {
        Check.require(
                raster.lines() == shape.lines(),
                "LatencyMap: raster",
                raster.lines() + " lines",
                "must have one line per pixel of " + shape + ", " + shape.lines());
        Check.positive("LatencyMap.presentation", presentation);
        var earliness = new byte[shape.lines()];
        int pixels = shape.rows() * shape.columns();
        for (int k = 0; k < raster.size(); k++) {
            double tick = Math.floor(raster.timeSeconds().get(k) / presentation.si() * TICKS);
            int line = raster.line().get(k);
            int at = line % shape.planes() * pixels + line / shape.planes();
            if (tick < TICKS && earliness[at] == 0) {
                earliness[at] = (byte) (TICKS - (int) tick);
            }
        }
        return new LatencyMap(shape, earliness);
    }

    /** The shape of the sample. */
    public PlaneShape shape() {
        return shape;
    }

    /** An error if the shape is another. */
    void requireShape(PlaneShape expected) {
        Check.require(
                shape.equals(expected), "Shape of a sample", shape, "must be that of the filters' input, " + expected);
    }

    /** Earliness of a pixel, 0 to {@value #TICKS}. */
    public int at(int plane, int row, int column) {
        return earliness[(plane * shape.rows() + row) * shape.columns() + column] & 0xff;
    }

    /**
     * The lines that spike, in order of time, then of plane and pixel.
     *
     * @param order receives them; at least as long as there are lines
     * @return how many spike
     */
    int inOrder(int[] order) {
        int spikes = inOrder(earliness, order);
        int pixels = shape.rows() * shape.columns();
        for (int k = 0; k < spikes; k++) {
            order[k] = order[k] % pixels * shape.planes() + order[k] / pixels;
        }
        return spikes;
    }

    /** A counting sort by falling earliness, then by index; those with 0 are left out. */
    static int inOrder(byte[] earliness, int[] order) {
        var next = new int[TICKS + 1];
        for (byte value : earliness) {
            next[value & 0xff]++;
        }
        int spikes = 0;
        for (int early = TICKS; early > 0; early--) {
            int count = next[early];
            next[early] = spikes;
            spikes += count;
        }
        for (int k = 0; k < earliness.length; k++) {
            int early = earliness[k] & 0xff;
            if (early > 0) {
                order[next[early]++] = k;
            }
        }
        return spikes;
    }

    /** Number of pixels that spike. */
    public int spikes() {
        int spikes = 0;
        for (byte value : earliness) {
            spikes += value == 0 ? 0 : 1;
        }
        return spikes;
    }
}
