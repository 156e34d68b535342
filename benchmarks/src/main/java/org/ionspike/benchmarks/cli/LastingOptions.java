package org.ionspike.benchmarks.cli;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.task.TrainingCheckpoint;
import org.ionspike.benchmarks.task.TrainingCheckpoints;
import org.ionspike.benchmarks.task.TrainingOrigin;
import org.ionspike.datasets.Dataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/**
 * How a training outlives a break. A checkpoint holds every option that is not in {@link #DECIDE_NOTHING}, so an option
 * that is added to a command is held too, until it is named there.
 */
final class LastingOptions {
    /** What the data set is called in a checkpoint. */
    static final String TASK = "TASK";

    private static final String SEED = "--seed";
    private static final String DEVICE_VALUES = "device values";

    private static final ImmutableSet<String> DECIDE_NOTHING = ImmutableSet.of(
            "--threads",
            "--parking",
            "--assertions",
            "--json",
            "--spikes",
            "--pictures",
            "--picture-format",
            "--quiet",
            "--offline",
            "--out",
            "--seeds",
            "--resume",
            "--stacktrace",
            "--help",
            "--version");

    /** Held so that a resumed training finds its data and goes on writing, but free to be given anew. */
    private static final ImmutableSet<String> CONVENIENT = ImmutableSet.of("--data-dir", "--checkpoint-every");

    @Option(
            names = "--checkpoint-every",
            paramLabel = "N",
            description = "Leave a checkpoint beside the model's folder, FOLDER.checkpoint, after every N samples"
                    + " (default: every minute).")
    private @Nullable Integer every;

    @Option(
            names = "--resume",
            paramLabel = "FOLDER",
            description =
                    "Go on with the training that was to put its model into this folder, bit for bit as without the"
                            + " break. TASK and all that decides the result come from the checkpoint.")
    private @Nullable Path resume;

    /** The folder of a training to go on with. */
    @Nullable
    Path resume() {
        return resume;
    }

    /** Whether an interval was given. */
    boolean hasInterval() {
        return every != null;
    }

    /** What a training is started from, by the options of its command. */
    TrainingOrigin origin(CommandSpec spec, String task, Dataset dataset, String device, long seed) {
        var settings = ImmutableMap.<String, String>builder().put(TASK, DataOptions.absolute(task));
        var besides = ImmutableMap.<String, String>builder();
        for (OptionSpec option : spec.options()) {
            String name = option.longestName();
            if (option.getValue() != null && !DECIDE_NOTHING.contains(name) && !name.equals(SEED)) {
                (CONVENIENT.contains(name) ? besides : settings).put(name, text(name, option.getValue()));
            }
        }
        settings.put(SEED, Long.toString(seed)).put(DEVICE_VALUES, device);
        return new TrainingOrigin(
                Version.number(), dataset.contentHash(), settings.buildOrThrow(), besides.buildOrThrow());
    }

    private static String text(String option, Object value) {
        if (value instanceof Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
        boolean file = value instanceof Path || (option.equals("--device") && DeviceOption.isFile(value.toString()));
        return file ? Path.of(value.toString()).toAbsolutePath().normalize().toString() : value.toString();
    }

    /** Where a training leaves its state, or goes on from it; an error when that is another training. */
    TrainingCheckpoints checkpoints(TrainingOrigin origin, Path folder) {
        Path file = TrainingCheckpoint.of(folder);
        if (resume != null) {
            TrainingCheckpoint.requireSame(file, TrainingCheckpoint.origin(file), origin);
        }
        return new TrainingCheckpoints(
                origin, file, every == null ? OptionalInt.empty() : OptionalInt.of(every), resume != null);
    }

    /** The command that is to go on, with what its checkpoint says wherever the command line says nothing. */
    <T> T completed(CommandSpec spec, Class<T> command) {
        TrainingOrigin saved = TrainingCheckpoint.origin(TrainingCheckpoint.of(Objects.requireNonNull(resume)));
        ParseResult given = spec.commandLine().getParseResult();
        var words = new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        if (!given.hasMatchedPositional(0)) {
            words.add(Objects.requireNonNull(saved.settings().get(TASK)));
        }
        for (Map<String, String> options : List.of(saved.settings(), saved.besides())) {
            options.forEach((name, value) -> {
                if (spec.findOption(name) != null && !given.hasMatchedOption(name)) {
                    words.add(name + "=" + value);
                }
            });
        }
        CommandLine line = IonspikeCli.commandLine()
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr());
        line.parseArgs(words.toArray(String[]::new));
        return command.cast(
                Objects.requireNonNull(line.getSubcommands().get(spec.name())).getCommand());
    }

    /** Says that a training that was broken off is about to be replaced. */
    void warn(PrintWriter err, Path folder) {
        Path file = TrainingCheckpoint.of(folder);
        if (resume == null && Files.exists(file)) {
            err.println("There is a checkpoint of a training that was broken off, " + file
                    + "; this one begins anew and will replace it. To go on with it instead: ionspike train --resume "
                    + folder);
            err.flush();
        }
    }
}
