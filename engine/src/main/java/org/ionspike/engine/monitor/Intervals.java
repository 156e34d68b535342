package org.ionspike.engine.monitor;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;

/**
 * Number of spikes, mean and spread of the intervals between them for every neuron, updated spike by spike (Welford,
 * Technometrics 4, 419 (1962)).
 */
final class Intervals {
    private final int[] counts;
    private final double[] last;
    private final double[] mean;
    private final double[] squares;
    private long spikes;

    Intervals(int neurons) {
        counts = new int[neurons];
        last = new double[neurons];
        mean = new double[neurons];
        squares = new double[neurons];
    }

    void add(int neuron, double timeSeconds) {
        int intervals = counts[neuron]++;
        if (intervals > 0) {
            double departure = timeSeconds - last[neuron] - mean[neuron];
            mean[neuron] += departure / intervals;
            squares[neuron] += departure * (timeSeconds - last[neuron] - mean[neuron]);
        }
        last[neuron] = timeSeconds;
        spikes++;
    }

    void transfer(StateTransfer state) {
        state.array("counts", counts);
        state.array("last", last);
        state.array("mean", mean);
        state.array("squares", squares);
        spikes = state.whole("spikes", spikes);
    }

    long spikes() {
        return spikes;
    }

    int[] counts() {
        return counts.clone();
    }

    double[] rateHz(double seconds) {
        return Arrays.stream(counts)
                .mapToDouble(count -> seconds > 0 ? count / seconds : Double.NaN)
                .toArray();
    }

    /** NaN below two spikes. */
    double[] meanSeconds() {
        var out = new double[counts.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = counts[j] < 2 ? Double.NaN : mean[j];
        }
        return out;
    }

    /** Standard deviation over the number of intervals, by mean; NaN below three spikes. */
    double[] variation() {
        var out = new double[counts.length];
        for (int j = 0; j < out.length; j++) {
            out[j] = counts[j] < 3 ? Double.NaN : Math.sqrt(squares[j] / (counts[j] - 1)) / mean[j];
        }
        return out;
    }
}
