package org.ionspike.engine.neuron;

import java.util.Arrays;

/** A time for every neuron, and the least of them without looking at all: minima are kept for blocks of neurons. */
final class EarliestTimes {
    private static final int BLOCK = 64;

    private final double[] times;
    private final double[] blockMinima;

    EarliestTimes(int size) {
        times = new double[size];
        blockMinima = new double[(size + BLOCK - 1) / BLOCK];
        Arrays.fill(times, Double.POSITIVE_INFINITY);
        Arrays.fill(blockMinima, Double.POSITIVE_INFINITY);
    }

    double get(int neuron) {
        return times[neuron];
    }

    /** Sets one time and its block's minimum. */
    void set(int neuron, double time) {
        times[neuron] = time;
        refresh(neuron / BLOCK);
    }

    /** The array to fill; {@link #refreshAll} afterwards. */
    double[] all() {
        return times;
    }

    void refreshAll() {
        for (int block = 0; block < blockMinima.length; block++) {
            refresh(block);
        }
    }

    private void refresh(int block) {
        double least = Double.POSITIVE_INFINITY;
        int end = Math.min(times.length, (block + 1) * BLOCK);
        for (int j = block * BLOCK; j < end; j++) {
            least = Math.min(least, times[j]);
        }
        blockMinima[block] = least;
    }

    /** The earliest time of all. */
    double earliest() {
        double least = Double.POSITIVE_INFINITY;
        for (double minimum : blockMinima) {
            least = Math.min(least, minimum);
        }
        return least;
    }

    /** The first neuron at or after {@code from} whose time is below a bound, or -1. */
    int firstBelow(double bound, int from) {
        for (int j = from; j < times.length; j++) {
            if (j % BLOCK == 0 && blockMinima[j / BLOCK] >= bound) {
                j += BLOCK - 1;
            } else if (times[j] < bound) {
                return j;
            }
        }
        return -1;
    }
}
