package org.ionspike.benchmarks.workload;

import java.util.Map;
import java.util.TreeMap;
import org.ionspike.engine.random.RandomStreams;

/**
 * What this machine can do at best, by small loops that the JIT vectorizes where it can: bytes a second of an array
 * update, and the time of adding to a random entry. Measured when first asked for, in processor time, the best of
 * several repeats.
 */
public final class MachineLimits {
    /** Number of floats of the stream that does not fit into any cache: 256 MB. */
    public static final int STREAM_FLOATS = 1 << 26;

    private static final int REPEATS = 9;
    private static final long UPDATES = 1L << 26;
    private static final int ADDITIONS = 1 << 20;

    private final Map<Integer, Double> bytesPerSecond = new TreeMap<>();
    private final Map<Integer, Double> additionSeconds = new TreeMap<>();
    private double sink;

    /**
     * Bytes read and written a second by {@code a[i] = a[i] x + y}, read and written bytes both counted.
     *
     * @param floats length of the array
     */
    public double updateBytesPerSecond(int floats) {
        return bytesPerSecond.computeIfAbsent(floats, this::measureUpdate);
    }

    /** As {@link #updateBytesPerSecond}, of an array that fits into no cache. */
    public double streamBytesPerSecond() {
        return updateBytesPerSecond(STREAM_FLOATS);
    }

    private double measureUpdate(int floats) {
        float[] a = new float[floats];
        int rounds = (int) Math.max(1, UPDATES / floats);
        Spread seconds = CpuClock.of(
                3,
                REPEATS,
                () -> CpuClock.seconds(() -> {
                    for (int k = 0; k < rounds; k++) {
                        update(a);
                    }
                }));
        sink += a[floats / 2];
        return 8.0 * floats * rounds / seconds.min();
    }

    private static void update(float[] a) {
        for (int i = 0; i < a.length; i++) {
            a[i] = a[i] * 0.999f + 0.001f;
        }
    }

    /**
     * Seconds of one {@code a[index[k]] += x} with random indices that are read in order.
     *
     * @param floats length of {@code a}
     */
    public double additionSeconds(int floats) {
        return additionSeconds.computeIfAbsent(floats, this::measureAddition);
    }

    private double measureAddition(int floats) {
        float[] a = new float[floats];
        var random = new RandomStreams(1).stream("indices");
        int[] index = random.ints(ADDITIONS, 0, floats).toArray();
        Spread seconds = CpuClock.of(5, REPEATS, () -> CpuClock.seconds(() -> add(a, index)));
        sink += a[0];
        return seconds.min() / ADDITIONS;
    }

    private static void add(float[] a, int[] index) {
        for (int k = 0; k < index.length; k++) {
            a[index[k]] += 0.5f;
        }
    }

    /** The bandwidths measured so far, by length of the array. */
    public Map<Integer, Double> bandwidths() {
        return bytesPerSecond;
    }

    /** The times of a random addition measured so far, by length of the array. */
    public Map<Integer, Double> additions() {
        return additionSeconds;
    }

    /** A number that depends on all that was computed, so that none of it can be left out. */
    public double sink() {
        return sink;
    }
}
