package org.ionspike.datasets.encoding;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import org.ionspike.engine.spikes.SpikeRaster;

/**
 * Collects spikes line after line and sorts them by time. {@link SpikeRaster#of} does the same for any order; this
 * sorts primitive numbers, as an epoch of Poisson images has a hundred million spikes.
 */
final class Spikes {
    private double[] timeSeconds;
    private int[] line;
    private int size;

    /** @param expected number of spikes to make room for; more are possible */
    Spikes(int expected) {
        timeSeconds = new double[Math.max(1, expected)];
        line = new int[timeSeconds.length];
    }

    /** @param spikingLine not below that of the spike before */
    void add(double seconds, int spikingLine) {
        if (size == line.length) {
            timeSeconds = Arrays.copyOf(timeSeconds, 2 * size);
            line = Arrays.copyOf(line, 2 * size);
        }
        timeSeconds[size] = seconds;
        line[size++] = spikingLine;
    }

    /** The spikes by time and, at equal times, by line. */
    SpikeRaster toRaster(int lines) {
        mergeSort();
        return new SpikeRaster(
                lines,
                ImmutableDoubleArray.copyOf(Arrays.copyOf(timeSeconds, size)),
                ImmutableIntArray.copyOf(Arrays.copyOf(line, size)));
    }

    /** From the bottom up. Stable: equal times keep the order of lines in which they were added. */
    private void mergeSort() {
        double[] fromTime = timeSeconds;
        int[] fromLine = line;
        double[] toTime = new double[size];
        int[] toLine = new int[size];
        for (int run = 1; run < size; run *= 2) {
            for (int low = 0; low < size; low += 2 * run) {
                int middle = Math.min(low + run, size);
                int high = Math.min(low + 2 * run, size);
                int a = low;
                int b = middle;
                for (int k = low; k < high; k++) {
                    boolean first = a < middle && (b >= high || fromTime[a] <= fromTime[b]);
                    int next = first ? a++ : b++;
                    toTime[k] = fromTime[next];
                    toLine[k] = fromLine[next];
                }
            }
            double[] times = fromTime;
            fromTime = toTime;
            toTime = times;
            int[] spikingLines = fromLine;
            fromLine = toLine;
            toLine = spikingLines;
        }
        timeSeconds = fromTime;
        line = fromLine;
    }
}
