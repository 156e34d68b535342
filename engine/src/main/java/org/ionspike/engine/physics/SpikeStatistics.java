package org.ionspike.engine.physics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ionspike.engine.units.Check;

/**
 * Rate and irregularity of spike trains from independent repeats of one experiment. Standard errors are jackknife
 * estimates: over the repeats if there are three or more, otherwise over ten blocks of consecutive intervals, which
 * ignores correlations between the blocks.
 *
 * @param spikes number of spikes
 * @param intervals number of intervals between spikes of one repeat
 * @param rateHz spikes over the time observed
 * @param rateErrorHz its standard error; NaN if it cannot be estimated
 * @param meanIntervalSeconds mean interval; NaN without one
 * @param cv standard deviation of the intervals over their mean; NaN with fewer than two
 * @param cvError its standard error; NaN if it cannot be estimated
 */
public record SpikeStatistics(
        int spikes,
        int intervals,
        double rateHz,
        double rateErrorHz,
        double meanIntervalSeconds,
        double cv,
        double cvError) {
    private static final int BLOCKS = 10;
    private static final int REPEATS_FOR_ERRORS = 3;

    /**
     * Of trains that were each observed for the same time.
     *
     * @param trains one array of ascending times in s per repeat
     * @param observedSeconds duration of the observation of one repeat, above 0
     */
    public static SpikeStatistics of(List<double[]> trains, double observedSeconds) {
        Check.atLeast("SpikeStatistics trains", trains.size(), 1);
        Check.positive("SpikeStatistics observedSeconds", observedSeconds);
        List<double[]> intervals =
                trains.stream().map(SpikeStatistics::intervals).toList();
        int spikes = trains.stream().mapToInt(train -> train.length).sum();
        double[] all = join(intervals, -1);
        boolean byRepeat = trains.size() >= REPEATS_FOR_ERRORS;
        List<double[]> blocks = byRepeat ? intervals : blocks(all);
        double[] counts = trains.stream().mapToDouble(train -> train.length).toArray();
        double rateError = byRepeat ? deviation(counts) / Math.sqrt(counts.length) / observedSeconds : Double.NaN;
        return new SpikeStatistics(
                spikes,
                all.length,
                spikes / (trains.size() * observedSeconds),
                rateError,
                mean(all),
                deviation(all) / mean(all),
                jackknife(blocks));
    }

    private static double[] intervals(double[] train) {
        double[] intervals = new double[Math.max(0, train.length - 1)];
        for (int k = 0; k < intervals.length; k++) {
            intervals[k] = train[k + 1] - train[k];
        }
        return intervals;
    }

    private static List<double[]> blocks(double[] all) {
        List<double[]> blocks = new ArrayList<>();
        if (all.length >= 2 * BLOCKS) {
            for (int k = 0; k < BLOCKS; k++) {
                blocks.add(Arrays.copyOfRange(all, k * all.length / BLOCKS, (k + 1) * all.length / BLOCKS));
            }
        }
        return blocks;
    }

    private static double[] join(List<double[]> parts, int without) {
        List<double[]> kept = new ArrayList<>(parts);
        if (without >= 0) {
            kept.remove(without);
        }
        return kept.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /** Standard error of the coefficient of variation, leaving out one part at a time. */
    private static double jackknife(List<double[]> parts) {
        int m = parts.size();
        double[] cv = new double[m];
        for (int k = 0; k < m; k++) {
            double[] rest = join(parts, k);
            cv[k] = deviation(rest) / mean(rest);
        }
        return m < REPEATS_FOR_ERRORS ? Double.NaN : deviation(cv) * (m - 1) / Math.sqrt(m);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /** Standard deviation with n - 1; NaN with fewer than two values. */
    private static double deviation(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }
}
