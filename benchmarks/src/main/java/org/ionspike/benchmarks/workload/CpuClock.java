package org.ionspike.benchmarks.workload;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Processor time of the calling thread: what a busy machine takes away by running others does not count. */
public final class CpuClock {
    private static final double NANO = 1e-9;

    private CpuClock() {}

    /** Processor seconds of one piece of work. */
    public static double seconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long begun = threads.getCurrentThreadCpuTime();
        work.run();
        return NANO * (threads.getCurrentThreadCpuTime() - begun);
    }

    /** Processor seconds of work on something that is made anew, unmeasured, for every repeat. */
    static <T> Spread seconds(int warmups, int repeats, Supplier<T> made, Consumer<T> work) {
        return of(warmups, repeats, () -> {
            T fresh = made.get();
            return seconds(() -> work.accept(fresh));
        });
    }

    /** Repeated measurements after some that are thrown away. */
    static Spread of(int warmups, int repeats, DoubleSupplier measurement) {
        var values = new double[warmups + repeats];
        for (int k = 0; k < values.length; k++) {
            values[k] = measurement.getAsDouble();
        }
        return Spread.of(Arrays.copyOfRange(values, warmups, values.length));
    }
}
