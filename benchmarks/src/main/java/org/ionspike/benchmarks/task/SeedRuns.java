package org.ionspike.benchmarks.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.function.LongFunction;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;

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
        var pool = Executors.newFixedThreadPool(Math.min(threads, count), work -> {
            var thread = new Thread(work, "ionspike-seed");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var finished = new ExecutorCompletionService<Run>(pool);
            for (int k = 0; k < count; k++) {
                long seed = first + k;
                finished.submit(() -> timed(seed, task));
            }
            progress.begin("Training", count, "seeds");
            @Nullable Run[] runs = new @Nullable Run[count];
            double sum = 0;
            for (int done = 1; done <= count; done++) {
                Run run = finished.take().get();
                runs[(int) (run.seed() - first)] = run;
                sum += run.accuracy();
                double mean = sum / done;
                progress.at(done, () -> String.format(Locale.ROOT, "mean accuracy so far %.2f %%", 100 * mean));
            }
            progress.end();
            return new SeedRuns(ImmutableList.copyOf(runs));
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
            throw new IllegalStateException("Training was interrupted.", e);
        } finally {
            pool.shutdownNow();
        }
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
