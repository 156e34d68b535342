package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import org.ionspike.benchmarks.workload.CpuClock;

/**
 * How long a model takes for a sample when it reads batches of up to 500 on one thread of the JVM.
 *
 * @param cpuSeconds processor time of that thread; threads of native code beside it, if any, are not in it
 * @param wallSeconds wall time
 */
record InferenceTime(double cpuSeconds, double wallSeconds) {
    private static final int MOST_SAMPLES = 2000;
    private static final double LEAST_SECONDS = 0.05;

    /** Reads the first 2000 samples, or all, over and over until 50 ms are full; the model has read before. */
    static InferenceTime of(Classifier classifier, ScaledSamples samples) {
        ImmutableList<ScaledSamples> batches =
                samples.part(0, Math.min(samples.size(), MOST_SAMPLES)).batches();
        int read = 0;
        double cpuSeconds = 0;
        long begun = System.nanoTime();
        while (cpuSeconds < LEAST_SECONDS) {
            cpuSeconds += CpuClock.seconds(() -> batches.forEach(batch -> classifier.classify(batch.features())));
            read += batches.stream().mapToInt(ScaledSamples::size).sum();
        }
        return new InferenceTime(cpuSeconds / read, (System.nanoTime() - begun) / 1e9 / read);
    }
}
