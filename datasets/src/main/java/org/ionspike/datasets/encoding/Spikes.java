package org.ionspike.datasets.encoding;

import java.util.Arrays;
import org.ionspike.engine.spikes.SpikeRaster;

/** Collects spikes in any order. */
final class Spikes {
    private double[] timeSeconds;
    private int[] line;
    private int size;

    /** @param expected number of spikes to make room for; more are possible */
    Spikes(int expected) {
        timeSeconds = new double[Math.max(1, expected)];
        line = new int[timeSeconds.length];
    }

    void add(double seconds, int spikingLine) {
        if (size == line.length) {
            timeSeconds = Arrays.copyOf(timeSeconds, 2 * size);
            line = Arrays.copyOf(line, 2 * size);
        }
        timeSeconds[size] = seconds;
        line[size++] = spikingLine;
    }

    SpikeRaster toRaster(int lines) {
        return SpikeRaster.of(lines, Arrays.copyOf(timeSeconds, size), Arrays.copyOf(line, size));
    }
}
