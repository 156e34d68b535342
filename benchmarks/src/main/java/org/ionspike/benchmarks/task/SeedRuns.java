package org.ionspike.benchmarks.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.engine.simulation.SideBySide;
import org.ionspike.engine.units.Check;

/**
 * One task run for several seeds, some at a time. The runs share nothing, so each gives what it gives alone.
 *
 * @param runs one a seed, in the order of the seeds
 */
public record SeedRuns(ImmutableList<Run> runs) {
    public SeedRuns {
        Check.atLeast("SeedRuns.runs", runs.size(), 1);
    }

    /**
     * What a seed gave.
     *
     * @param seconds wall time
     * @param result of the run, as {@link TaskResult} writes it
     */
    public record Run(long seed, double seconds, ObjectNode result) {
        /** Share of the held samples that were taken for their own class. */
        public double accuracy() {
            return result.get("ClassificationAccuracy").asDouble();
        }
    }

    /**
     * Runs a task for the seeds {@code first}, {@code first + 1}, ...
     *
     * @param threads how many at a time
     * @param task runs one seed; called by several threads
     * @throws RuntimeException what a run threw; the others are given up
     */
    public static SeedRuns of(long first, int count, int threads, LongFunction<ObjectNode> task, Progress progress) {
        progress.begin("Training", count, "seeds");
        var next = new AtomicInteger();
        var finished = new ArrayList<Run>();
        SideBySide.run(Math.min(threads, count), thread -> {
            for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
                Run run = timed(first + k, task);
                synchronized (finished) {
                    finished.add(run);
                    double mean = new SeedRuns(ImmutableList.copyOf(finished)).mean();
                    progress.at(
                            finished.size(),
                            () -> String.format(Locale.ROOT, "mean accuracy so far %.2f %%", 100 * mean));
                }
            }
        });
        progress.end();
        finished.sort(Comparator.comparingLong(Run::seed));
        return new SeedRuns(ImmutableList.copyOf(finished));
    }

    private static Run timed(long seed, LongFunction<ObjectNode> task) {
        long begun = System.nanoTime();
        ObjectNode result = task.apply(seed);
        return new Run(seed, (System.nanoTime() - begun) / 1e9, result);
    }

    /** Mean accuracy. */
    public double mean() {
        return runs.stream().mapToDouble(Run::accuracy).average().orElseThrow();
    }

    /** Standard deviation of the accuracy from seed to seed (divided by n - 1); NaN for one seed. */
    public double standardDeviation() {
        double mean = mean();
        double square = runs.stream()
                .mapToDouble(run -> (run.accuracy() - mean) * (run.accuracy() - mean))
                .sum();
        return runs.size() == 1 ? Double.NaN : Math.sqrt(square / (runs.size() - 1));
    }
}
