package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.ionspike.engine.simulation.SideBySide;

/** Pieces of work that share nothing, done some at a time, in their order as far as threads allow. */
public final class WorkList {
    private WorkList() {}

    /**
     * Does all of it.
     *
     * @param threads how many pieces at a time, at least 1
     * @param work does one piece; called by several threads
     * @param done is told how many pieces are done, by one thread at a time
     * @return what the pieces gave, in their order
     * @throws RuntimeException what a piece threw; the others are given up
     */
    public static <P, R> ImmutableList<R> run(List<P> pieces, int threads, Function<P, R> work, LongConsumer done) {
        if (pieces.isEmpty()) {
            return ImmutableList.of();
        }
        var next = new AtomicInteger();
        var results = new ConcurrentSkipListMap<Integer, R>();
        SideBySide.run(Math.min(threads, pieces.size()), thread -> {
            for (int k = next.getAndIncrement(); k < pieces.size(); k = next.getAndIncrement()) {
                R result = work.apply(pieces.get(k));
                synchronized (results) {
                    results.put(k, result);
                    done.accept(results.size());
                }
            }
        });
        return ImmutableList.copyOf(results.values());
    }
}
