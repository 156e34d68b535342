package org.ionspike.benchmarks.task;

import java.util.Arrays;
import org.ionspike.engine.monitor.IntervalMonitor;

/**
 * How a group fired.
 *
 * @param group its name
 * @param neurons its size
 * @param spikes of all its neurons
 * @param rateHz mean rate over all its neurons
 * @param rateSpreadHz standard deviation of the rate from neuron to neuron
 * @param activeShare share of the neurons that fired at all
 * @param intervalVariation mean of the coefficient of variation of the intervals, over the neurons that fired at least
 *     three times; NaN for none
 * @param intervalNeurons number of these neurons
 * @param correlation mean correlation of the spike counts of pairs of up to 100 neurons; NaN when no two of them fired
 */
public record GroupActivity(
        String group,
        int neurons,
        long spikes,
        double rateHz,
        double rateSpreadHz,
        double activeShare,
        double intervalVariation,
        int intervalNeurons,
        double correlation) {

    static GroupActivity of(String group, IntervalMonitor monitor, double correlation) {
        double[] rates = monitor.rateHz();
        double rate = Arrays.stream(rates).average().orElse(Double.NaN);
        double square = Arrays.stream(rates)
                .map(hz -> (hz - rate) * (hz - rate))
                .average()
                .orElse(Double.NaN);
        double[] variation = Arrays.stream(monitor.intervalVariation())
                .filter(Double::isFinite)
                .toArray();
        return new GroupActivity(
                group,
                rates.length,
                monitor.spikes(),
                rate,
                Math.sqrt(square),
                (double) Arrays.stream(monitor.counts()).filter(n -> n > 0).count() / rates.length,
                Arrays.stream(variation).average().orElse(Double.NaN),
                variation.length,
                correlation);
    }
}
