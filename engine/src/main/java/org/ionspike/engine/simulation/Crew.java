package org.ionspike.engine.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.ionspike.engine.neuron.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Threads that wait awake for the next step, which comes within microseconds, and go to sleep when it does not. Parts are
 * taken by whoever is free, the caller too, so that a thread that the machine has put aside delays nobody. One crew of each
 * size serves all simulations; a simulation that finds it at work does its step alone.
 */
final class Crew implements Workers {
    /** Looks for work before going to sleep, some 50 us. */
    private static final int PATIENCE = 20_000;

    private static final Map<Integer, Crew> CREWS = new ConcurrentHashMap<>();

    private final Thread[] helpers;
    private final boolean[] asleep;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Round current;

    /** The work of one call, and which parts of it are left. */
    private static final class Round {
        private final IntConsumer work;
        private final int parts;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger unfinished;
        private volatile @Nullable Throwable failure;

        Round(IntConsumer work, int parts) {
            this.work = work;
            this.parts = parts;
            this.unfinished = new AtomicInteger(parts);
        }

        /** Does parts until none is left. */
        void help() {
            int part = next.getAndIncrement();
            while (part < parts) {
                try {
                    work.accept(part);
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    unfinished.decrementAndGet();
                }
                part = next.getAndIncrement();
            }
        }

        void await() {
            while (unfinished.get() > 0) {
                Thread.onSpinWait();
            }
            Throwable failed = failure;
            if (failed instanceof Error error) {
                throw error;
            }
            if (failed instanceof RuntimeException reason) {
                throw reason;
            }
        }
    }

    private Crew(int threads) {
        helpers = new Thread[threads - 1];
        asleep = new boolean[helpers.length];
        for (int k = 0; k < helpers.length; k++) {
            int helper = k;
            helpers[k] = new Thread(() -> stand(helper), "ionspike-crew-" + threads + "-" + (k + 1));
            helpers[k].setDaemon(true);
            helpers[k].start();
        }
    }

    /** Workers for so many threads. */
    static Workers of(int threads) {
        return threads == 1 ? Workers.ALONE : CREWS.computeIfAbsent(threads, Crew::new);
    }

    @Override
    public int count() {
        return helpers.length + 1;
    }

    @Override
    public void each(IntConsumer work) {
        var round = new Round(work, count());
        if (!busy.compareAndSet(false, true)) {
            round.help();
            round.await();
            return;
        }
        try {
            current = round;
            for (int k = 0; k < helpers.length; k++) {
                if (asleep[k]) { // a stale answer costs one step's help: the thread looks again before it sleeps
                    LockSupport.unpark(helpers[k]);
                }
            }
            round.help();
            round.await();
        } finally {
            current = null;
            busy.set(false);
        }
    }

    private void stand(int helper) {
        int looks = 0;
        Round done = null;
        while (true) {
            Round round = current;
            if (round != null && round != done) {
                round.help();
                done = round;
                looks = 0;
            } else if (++looks < PATIENCE) {
                Thread.onSpinWait();
            } else {
                asleep[helper] = true;
                done = null;
                if (current == null) {
                    LockSupport.park(this);
                }
                asleep[helper] = false;
                looks = 0;
            }
        }
    }
}
