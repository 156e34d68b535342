package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.learning.LearningTask;
import org.ionspike.benchmarks.learning.TaskOutcome;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;

/**
 * What learning tasks gave: a table for people, and a file of schema {@code ionspike-learning-summary/1}
 * (docs/schema/learning-summary-1.schema.json).
 */
public final class LearningSummary {
    /** Name and version of the format. */
    public static final String SCHEMA = "ionspike-learning-summary/1";

    private static final int PERCENT = 100;

    private LearningSummary() {}

    /** A row a task, then what was skipped and what failed. */
    public static void print(PrintWriter out, List<TaskOutcome> outcomes, Map<LearningTask, String> skipped) {
        out.printf(
                Locale.ROOT,
                "%-18s %3s %18s %17s %18s %8s%n",
                "task",
                "n",
                "accuracy",
                "range",
                "energy of a sample",
                "time");
        for (TaskOutcome outcome : outcomes) {
            if (outcome.done().isEmpty()) {
                out.printf(Locale.ROOT, "%-18s %3d  failed%n", outcome.task().name(), 0);
                continue;
            }
            MeanAndSpread accuracy = outcome.accuracy();
            out.printf(
                    Locale.ROOT,
                    "%-18s %3d %18s %17s %18s %6.1f s%n",
                    outcome.task().name(),
                    outcome.done().size(),
                    text(accuracy, PERCENT, "%.2f") + " %",
                    String.format(
                            Locale.ROOT,
                            "%.2f to %.2f",
                            PERCENT * outcome.accuracies().getMin(),
                            PERCENT * outcome.accuracies().getMax()),
                    outcome.joules().map(LearningSummary::energy).orElse("-"),
                    outcome.seconds());
        }
        out.println(
                "Accuracy: mean +- standard deviation from seed to seed, least and largest. Energy: dissipation in the ionic"
                        + " devices for a sample of the test. Time: of one run.");
        skipped.forEach((task, why) -> out.println("skipped " + task.name() + ": " + why + "."));
        outcomes.forEach(outcome -> outcome.failed()
                .forEach(run -> out.println("failed " + outcome.task().name() + ", seed " + run.seed() + ": "
                        + run.failure().orElse(""))));
        out.flush();
    }

    private static String energy(MeanAndSpread joules) {
        AxisUnit unit = AxisUnit.of("J", new double[] {joules.mean()});
        return text(joules, unit.perUnit(), "%.1f") + " " + unit.symbol();
    }

    private static String text(MeanAndSpread value, double perUnit, String format) {
        String mean = String.format(Locale.ROOT, format, value.mean() * perUnit);
        return Double.isNaN(value.sd())
                ? mean
                : mean + " +- " + String.format(Locale.ROOT, format, value.sd() * perUnit);
    }

    /** The summary as a document. */
    public static ObjectNode json(List<Long> seeds, List<TaskOutcome> outcomes, Map<LearningTask, String> skipped) {
        ObjectNode json = ResultJson.create(SCHEMA).put("ionspike", Version.number());
        ArrayNode all = json.putArray("seeds");
        seeds.forEach(all::add);
        ArrayNode tasks = json.putArray("tasks");
        for (TaskOutcome outcome : outcomes) {
            LearningTask task = outcome.task();
            ObjectNode node = tasks.addObject()
                    .put("task", task.name())
                    .put("summary", task.summary())
                    .put("command", task.command(seeds.get(0)))
                    .put("n", outcome.done().size());
            if (!outcome.done().isEmpty()) {
                add(node.putObject("accuracy"), outcome.accuracy())
                        .put("min", outcome.accuracies().getMin())
                        .put("max", outcome.accuracies().getMax());
                outcome.joules().ifPresent(joules -> add(node.putObject("energy_J"), joules));
                node.put("wall_s", outcome.seconds());
            }
            ArrayNode failures = node.putArray("failures");
            outcome.failed()
                    .forEach(run -> failures.addObject()
                            .put("seed", run.seed())
                            .put("message", run.failure().orElse("")));
        }
        ArrayNode missing = json.putArray("skipped");
        skipped.forEach(
                (task, why) -> missing.addObject().put("task", task.name()).put("reason", why));
        return json;
    }

    private static ObjectNode add(ObjectNode json, MeanAndSpread value) {
        return json.put("mean", value.mean()).put("sd", Double.isNaN(value.sd()) ? null : value.sd());
    }
}
