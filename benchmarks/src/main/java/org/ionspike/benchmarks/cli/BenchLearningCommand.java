package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.ionspike.benchmarks.learning.LearningBench;
import org.ionspike.benchmarks.learning.LearningSetting;
import org.ionspike.benchmarks.learning.LearningTask;
import org.ionspike.benchmarks.learning.LearningTasks;
import org.ionspike.benchmarks.learning.TaskOutcome;
import org.ionspike.benchmarks.report.LearningSummary;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.datasets.download.DataAccess;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike bench learning}. */
@Command(
        name = "learning",
        description =
                "Run learning tasks for several seeds, two runs at a time, and print accuracy, energy and time of each.",
        footer = {
            "",
            "Examples:",
            "  ionspike bench learning --list",
            "  ionspike bench learning --tasks iris,digits --seeds 3",
            "  ionspike bench learning --data-dir data --out results",
            "What each task is, and how to add one: docs/benchmarks.md."
        })
final class BenchLearningCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--tasks",
            split = ",",
            paramLabel = "NAME",
            description = "Run these only. Default: all whose data is here.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the tasks.")
    private boolean list;

    @Option(names = "--seed", paramLabel = "S", description = "The first seed. Default: 1.")
    private long seed = 1;

    @Option(names = "--seeds", paramLabel = "K", description = "How many seeds in a row. Default: 5.")
    private int seeds = 5;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where TASK/seed-S.json (ionspike-result/1) and summary.json go. Default: bench-learning.")
    private Path out = Path.of("bench-learning");

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where mnist lies (default: $IONSPIKE_DATA_DIR, or the user's cache). Nothing is fetched.")
    private @Nullable Path dataFolder;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for all runs together (default: the processors of this machine).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the summary here as well (ionspike-learning-summary/1).")
    private @Nullable Path json;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Override
    public void run() {
        PrintWriter text = spec.commandLine().getOut();
        List<LearningTask> asked = Usage.of(spec, () -> {
            Check.between("--seeds", seeds, 1, 10_000);
            return names.isEmpty() ? LearningTasks.all().values().asList() : LearningTasks.named(names);
        });
        if (list) {
            asked.forEach(task -> text.printf(Locale.ROOT, "  %-18s %s%n", task.name(), task.summary()));
            text.flush();
            return;
        }
        int together = Math.max(1, Math.min(2, threads));
        RunSettings run = Usage.of(
                spec,
                () -> new RunSettings(threads, true, RunSettings.BackendChoice.AUTO).withThreads(threads / together));
        var setting = new LearningSetting(run, DataAccess.offline(Optional.ofNullable(dataFolder)));
        Map<LearningTask, String> skipped = new LinkedHashMap<>();
        asked.forEach(task -> task.missing(setting).ifPresent(why -> skipped.put(task, why)));
        List<LearningTask> tasks = new ArrayList<>(asked);
        tasks.removeAll(skipped.keySet());

        List<Long> all = LongStream.range(seed, seed + seeds).boxed().toList();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = quiet ? Progress.silent() : new ProgressBar(err, Boolean.getBoolean("ionspike.terminal"));
        List<TaskOutcome> outcomes = LearningBench.run(tasks, all, setting, together, this::write, progress);
        LearningSummary.print(text, outcomes, skipped);
        var summary = LearningSummary.json(all, outcomes, skipped);
        ResultJson.write(summary, out.resolve("summary.json"));
        if (json != null) {
            ResultJson.write(summary, json);
        }
        end(outcomes, skipped);
    }

    private void write(LearningBench.Run run) {
        run.result()
                .ifPresent(result -> ResultJson.write(
                        result, out.resolve(run.task().name()).resolve("seed-" + run.seed() + ".json")));
    }

    /** A task that was asked for by name and could not run has failed. */
    private void end(List<TaskOutcome> outcomes, Map<LearningTask, String> skipped) {
        List<String> failed = new ArrayList<>();
        outcomes.stream()
                .filter(outcome -> !outcome.failed().isEmpty())
                .forEach(outcome -> failed.add(outcome.task().name()));
        if (!names.isEmpty()) {
            skipped.keySet().forEach(task -> failed.add(task.name()));
        }
        if (!failed.isEmpty()) {
            throw new CommandFailedException("Not all was run: " + failed + ". The reasons stand above and in "
                    + out.resolve("summary.json") + ".");
        }
    }
}
