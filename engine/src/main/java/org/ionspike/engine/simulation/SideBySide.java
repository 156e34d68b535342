package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.ionspike.engine.units.Check;

/** Runs work that shares nothing on several threads and waits for all of it. */
public final class SideBySide {
    private SideBySide() {}

    /**
     * Runs a piece of work once on every thread.
     *
     * @param threads how many, at least 1; a single one is the caller's own
     * @param work is given the index of its thread, from 0
     * @throws RuntimeException or Error what a piece threw; the others are given up
     */
    public static void run(int threads, IntConsumer work) {
        Check.atLeast("threads", threads, 1);
        if (threads == 1) {
            work.accept(0);
            return;
        }
        var pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "ionspike-worker");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<?>> parts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int index = t;
                parts.add(pool.submit(() -> work.accept(index)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was interrupted.", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
