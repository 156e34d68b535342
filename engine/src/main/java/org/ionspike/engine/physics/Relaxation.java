package org.ionspike.engine.physics;

import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.physics.BrownianRun.Estimate;

/** The integral relaxation time of a mean over replicas, see {@link BrownianMemory}. */
final class Relaxation {
    private static final int LEAST_BLOCKS = 8;

    private Relaxation() {}

    /** Whether enough blocks lie before and after the switch. */
    static boolean canBeMeasured(int blocksBefore, int blocks) {
        return blocksBefore >= 1 && blocks - blocksBefore >= LEAST_BLOCKS;
    }

    /**
     * The time with its jackknife error.
     *
     * @param series one array of block means per replica
     * @param before blocks before the switch
     * @param blockSeconds length of a block
     */
    static Estimate of(List<double[]> series, int before, double blockSeconds) {
        int replicas = series.size();
        double[] without = IntStream.range(0, replicas)
                .mapToDouble(k -> time(series, k, before, blockSeconds))
                .toArray();
        double mean = IntStream.range(0, replicas).mapToDouble(k -> without[k]).sum() / replicas;
        double squares = IntStream.range(0, replicas)
                .mapToDouble(k -> (without[k] - mean) * (without[k] - mean))
                .sum();
        return new Estimate(
                time(series, -1, before, blockSeconds),
                replicas < 2 ? Double.NaN : Math.sqrt(squares * (replicas - 1) / replicas));
    }

    private static double time(List<double[]> series, int leftOut, int before, double blockSeconds) {
        int blocks = series.get(0).length;
        double[] mean = new double[blocks];
        for (int k = 0; k < series.size(); k++) {
            for (int block = 0; block < blocks; block++) {
                mean[block] += k == leftOut ? 0 : series.get(k)[block];
            }
        }
        int plateau = blocks - (blocks - before) / 4;
        double first = average(mean, 0, before);
        double last = average(mean, plateau, blocks);
        double sum = 0;
        for (int block = before; block < plateau; block++) {
            sum += (mean[block] - last) / (first - last);
        }
        return sum * blockSeconds;
    }

    private static double average(double[] values, int from, int to) {
        return IntStream.range(from, to).mapToDouble(k -> values[k]).sum() / (to - from);
    }
}
