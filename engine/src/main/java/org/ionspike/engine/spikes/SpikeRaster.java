package org.ionspike.engine.spikes;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ionspike.engine.units.Check;

/**
 * Spikes of a number of lines or neurons, ordered by time and, at equal times, by line.
 *
 * @param lines number of lines; every entry of {@code line} is below it
 * @param timeSeconds times of the spikes in seconds, 0 or above, ascending
 * @param line line of each spike, one entry per time
 */
public record SpikeRaster(int lines, ImmutableDoubleArray timeSeconds, ImmutableIntArray line) {
    public SpikeRaster {
        Check.atLeast("SpikeRaster.lines", lines, 1);
        Check.require(
                timeSeconds.length() == line.length(),
                "SpikeRaster.line",
                line.length() + " entries",
                "must have one entry per time, and there are " + timeSeconds.length());
        for (int k = 0; k < line.length(); k++) {
            if (line.get(k) < 0 || line.get(k) >= lines) {
                Check.require(false, "SpikeRaster.line", line.get(k), "must lie between 0 and " + (lines - 1));
            }
            if (!(timeSeconds.get(k) >= 0 && timeSeconds.get(k) < Double.POSITIVE_INFINITY)) {
                Check.notNegative("SpikeRaster.timeSeconds", timeSeconds.get(k));
            }
            if (k > 0 && !isInOrder(timeSeconds.get(k - 1), line.get(k - 1), timeSeconds.get(k), line.get(k))) {
                Check.require(
                        false,
                        "SpikeRaster: spike of line " + line.get(k),
                        timeSeconds.get(k) + " s",
                        "must not lie before the spike ahead of it (line " + line.get(k - 1) + ", "
                                + timeSeconds.get(k - 1) + " s)");
            }
        }
    }

    /** A raster of spikes given in any order. */
    public static SpikeRaster of(int lines, double[] timeSeconds, int[] line) {
        Check.require(
                timeSeconds.length == line.length,
                "SpikeRaster.line",
                line.length + " entries",
                "must have one entry per time, and there are " + timeSeconds.length);
        if (isOrdered(timeSeconds, line)) {
            return new SpikeRaster(lines, ImmutableDoubleArray.copyOf(timeSeconds), ImmutableIntArray.copyOf(line));
        }
        int[] order = IntStream.range(0, line.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(k -> timeSeconds[k]).thenComparingInt(k -> line[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new SpikeRaster(
                lines,
                ImmutableDoubleArray.copyOf(Arrays.stream(order).mapToDouble(k -> timeSeconds[k])),
                ImmutableIntArray.copyOf(Arrays.stream(order).map(k -> line[k])));
    }

    /** A raster in which the given lines, in ascending order, spike at time 0. */
    public static SpikeRaster atOnset(int lines, int[] active) {
        return new SpikeRaster(
                lines, ImmutableDoubleArray.copyOf(new double[active.length]), ImmutableIntArray.copyOf(active));
    }

    private static boolean isOrdered(double[] timeSeconds, int[] line) {
        for (int k = 1; k < line.length; k++) {
            if (!isInOrder(timeSeconds[k - 1], line[k - 1], timeSeconds[k], line[k])) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInOrder(double time, int line, double nextTime, int nextLine) {
        return nextTime > time || (nextTime == time && nextLine >= line);
    }

    /** Number of spikes. */
    public int size() {
        return line.length();
    }

    /** Time of the last spike in seconds; 0 for an empty raster. */
    public double endSeconds() {
        return size() == 0 ? 0 : timeSeconds.get(size() - 1);
    }
}
