package org.ionspike.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.WorkList;

/** Runs learning tasks for several seeds, some runs at a time; what fails does not stop the others. */
public final class LearningBench {
    private LearningBench() {}

    /**
     * One run of a task.
     *
     * @param seconds wall time
     * @param result of {@code ionspike-result/1}; empty where it failed
     * @param failure why it failed
     */
    public record Run(
            LearningTask task, long seed, double seconds, Optional<ObjectNode> result, Optional<String> failure) {
        /** Share of the held samples that were taken for their own class. */
        double accuracy() {
            return result.orElseThrow().path("ClassificationAccuracy").asDouble();
        }
    }

    private record Piece(LearningTask task, long seed) {}

    /**
     * Runs every task for every seed, task by task.
     *
     * @param together runs at a time
     * @param finished is given every run when it has finished; called by several threads
     */
    public static ImmutableList<TaskOutcome> run(
            List<LearningTask> tasks,
            List<Long> seeds,
            LearningSetting setting,
            int together,
            Consumer<Run> finished,
            Progress progress) {
        List<Piece> pieces = new ArrayList<>();
        tasks.forEach(task -> seeds.forEach(seed -> pieces.add(new Piece(task, seed))));
        progress.begin("Learning", pieces.size(), "runs");
        ImmutableList<Run> runs = WorkList.run(
                pieces,
                together,
                piece -> {
                    Run run = attempt(piece.task(), piece.seed(), setting);
                    finished.accept(run);
                    return run;
                },
                progress::at);
        progress.end();
        var outcomes = ImmutableList.<TaskOutcome>builder();
        for (int k = 0; k < tasks.size(); k++) {
            outcomes.add(new TaskOutcome(tasks.get(k), runs.subList(k * seeds.size(), (k + 1) * seeds.size())));
        }
        return outcomes.build();
    }

    private static Run attempt(LearningTask task, long seed, LearningSetting setting) {
        long begun = System.nanoTime();
        Optional<ObjectNode> result = Optional.empty();
        Optional<String> failure;
        try {
            ObjectNode given = task.run(seed, setting);
            failure = fault(given);
            if (failure.isEmpty()) {
                result = Optional.of(given);
            }
        } catch (RuntimeException | LinkageError e) { // of a class that is not ours, too
            failure = Optional.of(e.getMessage() == null || e.getMessage().isBlank() ? e.toString() : e.getMessage());
        }
        return new Run(task, seed, (System.nanoTime() - begun) / 1e9, result, failure);
    }

    private static Optional<String> fault(ObjectNode result) {
        JsonNode accuracy = result.path("ClassificationAccuracy");
        return accuracy.isNumber() && accuracy.asDouble() >= 0 && accuracy.asDouble() <= 1
                ? Optional.empty()
                : Optional.of(
                        "Its result has ClassificationAccuracy (" + accuracy + ") where a number from 0 to 1 must be.");
    }
}
