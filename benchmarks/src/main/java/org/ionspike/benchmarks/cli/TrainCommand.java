package org.ionspike.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ionspike.benchmarks.report.ConsoleReport;
import org.ionspike.benchmarks.report.LearntPictures;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.SeedReport;
import org.ionspike.benchmarks.task.NetworkKind;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.SeedRuns;
import org.ionspike.benchmarks.task.TaskResult;
import org.ionspike.benchmarks.task.TaskRun;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.benchmarks.task.TrainingCheckpoint;
import org.ionspike.benchmarks.task.TrainingCheckpoints;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.Fidelity;
import org.ionspike.networks.io.ModelDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike train TASK}. */
@Command(
        name = "train",
        description = "Train a network of ionic neurons and synapses with STDP, evaluate it and save it.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ionspike train digits",
            "  ionspike train digits --neurons 100 --readout vote --seed 7 --json result.json",
            "  ionspike train digits --pictures pictures",
            "  ionspike train digits --seeds 10 --json seeds.json",
            "  ionspike train iris --fidelity circuit",
            "  ionspike train csv:measurements.csv --label material --out models/material",
            "  ionspike train idx:data/mnist --neurons 400 --limit 10000",
            "  ionspike train mnist --network conv-stdp",
            "  ionspike train mnist --out models/mnist --checkpoint-every 5000",
            "  ionspike train --resume models/mnist"
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Mixin
    private DataOptions data;

    @Parameters(
            arity = "0..1",
            paramLabel = "TASK",
            description =
                    "digits, iris, wine, breast-cancer; mnist, fashion-mnist, nmnist (with --data-dir); or your own data:"
                            + " csv:FILE, idx:FOLDER, nmnist:FOLDER, shd:FILE.")
    private @Nullable String task;

    @Mixin
    private LearningOptions learning;

    @Option(names = "--seed", paramLabel = "S", description = "The one seed of everything random (default: 1).")
    private long seed = 1;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "Train for the seeds S, S + 1, ... of K runs, as many at a time as --threads says. Models are"
                    + " saved only with --out, each in FOLDER/seed-S.")
    private int seeds = 1;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the model goes; one that is there is replaced (default: models/TASK).")
    private @Nullable Path out;

    @Mixin
    private LastingOptions lasting;

    @Mixin
    private PictureOptions pictures;

    @Override
    public Integer call() {
        if (lasting.resume() != null) {
            if (out != null || seeds > 1) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--resume FOLDER goes on with the one training of that folder: leave "
                                + (out != null ? "--out" : "--seeds") + " out.");
            }
            out = lasting.resume();
            return lasting.completed(spec, TrainCommand.class).train(out);
        }
        return train(out);
    }

    private Integer train(@Nullable Path given) {
        if (task == null) {
            throw new ParameterException(spec.commandLine(), "Missing required parameter: 'TASK'.");
        }
        String known = task;
        if (learning.network() == NetworkKind.RESERVOIR) {
            return ReservoirByName.run(spec, known);
        }
        TrainSettings settings = Usage.of(spec, () -> learning.settings(seed));
        if (run.wantsSpikes() && settings.network() != NetworkKind.WTA) {
            throw new ParameterException(spec.commandLine(), RunOptions.SPIKES_OF_WTA);
        }
        RunSettings runSettings = Usage.of(spec, run::settings);
        Usage.of(spec, () -> {
            Check.between("seeds", seeds, 1, 10_000);
            return seeds;
        });
        Dataset dataset = Usage.of(
                spec, () -> data.resolve(known, data.csv(), spec.commandLine().getErr()));
        var start = new Start(known, dataset, runSettings);
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%s: %d samples, %d features, %d classes. Network %s: %d %s, %s synapses, %s.%n",
                dataset.name(),
                dataset.size(),
                dataset.featureCount(),
                dataset.classCount(),
                settings.network(),
                settings.neurons(),
                words(settings),
                settings.deviceName(),
                seeds == 1 ? "seed " + seed : "seeds " + seed + " to " + (seed + seeds - 1));
        text.flush();
        if (seeds > 1) {
            trainSeeds(start, given);
        } else {
            trainOne(start, settings, given == null ? Path.of("models", folderName(dataset.name())) : given);
        }
        text.flush();
        return IonspikeCli.DONE;
    }

    /** What all seeds have in common. */
    private record Start(String task, Dataset dataset, RunSettings run) {}

    private TrainedTask result(Start start, TrainSettings settings, Optional<Path> folder, Progress progress) {
        Optional<TrainingCheckpoints> checkpoints = folder.map(path -> lasting.checkpoints(
                lasting.origin(
                        spec, start.task(), start.dataset(), settings.device().toString(), settings.seed()),
                path));
        return TaskRun.of(start.dataset(), settings, start.run(), checkpoints, progress)
                .run();
    }

    private static String words(TrainSettings settings) {
        return switch (settings.network()) {
            case WTA -> (settings.fidelity() == Fidelity.REDUCED ? "reduced ionic" : "ionic circuit") + " neurons";
            case CONV_STDP -> "filters of ionic neurons";
            case DIEHL_COOK_2015 -> "excitatory and as many inhibitory conventional neurons";
            case RESERVOIR -> "devices";
        };
    }

    private ObjectNode save(Start start, TrainSettings settings, TrainedTask result, Optional<Path> folder) {
        var json = TaskResult.ofTraining(start.task(), start.dataset(), settings, result);
        folder.ifPresent(path -> {
            TrainedModel.of(DataOptions.absolute(start.task()), data.csv(), start.dataset(), settings, result)
                    .save(path, settings, result.epochs(), json);
            TrainingCheckpoint.delete(TrainingCheckpoint.of(path));
        });
        return json;
    }

    private void trainOne(Start start, TrainSettings settings, Path folder) {
        ModelDirectory.requireReplaceable(folder);
        lasting.warn(spec.commandLine().getErr(), folder);
        PrintWriter text = spec.commandLine().getOut();
        TrainedTask result = result(
                start,
                settings,
                Optional.of(folder),
                run.progress(spec.commandLine().getErr()));
        text.println();
        new ConsoleReport(text).print(result.evaluation());
        new ConsoleReport(text).printTraining(result);
        ObjectNode json = save(start, settings, result, Optional.of(folder));
        text.printf("%nModel saved in %s. Evaluate it again: ionspike evaluate %s%n", folder, folder);
        run.write(json, result.split().held(), result.evaluation());
        pictures.write(
                text,
                (path, ending) -> LearntPictures.write(path, ending, start.task(), start.dataset(), settings, result));
    }

    private void trainSeeds(Start start, @Nullable Path folder) {
        if (run.wantsSpikes() || pictures.areWanted() || (folder == null && lasting.hasInterval())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--spikes and --pictures are of one run, and --checkpoint-every needs --out FOLDER: leave them out"
                            + " with --seeds, or train one seed.");
        }
        if (folder != null) {
            for (int k = 0; k < seeds; k++) {
                ModelDirectory.requireReplaceable(ofSeed(folder, seed + k));
            }
        }
        int together = Math.min(seeds, start.run().threads());
        var each = new Start(
                start.task(),
                start.dataset(),
                start.run().withThreads(start.run().threads() / together));
        SeedRuns runs = SeedRuns.of(
                seed,
                seeds,
                together,
                own -> {
                    var to = Optional.ofNullable(folder).map(path -> ofSeed(path, own));
                    TrainSettings settings = learning.settings(own);
                    return save(each, settings, result(each, settings, to, Progress.silent()), to);
                },
                run.progress(spec.commandLine().getErr()));
        PrintWriter text = spec.commandLine().getOut();
        text.println();
        SeedReport.print(text, runs);
        if (folder != null) {
            text.printf("%nModels saved in %s.%n", ofSeed(folder, seed) + " and so on");
        }
        run.write(SeedReport.json(runs));
    }

    private static Path ofSeed(Path folder, long seed) {
        return folder.resolve("seed-" + seed);
    }

    private static String folderName(String datasetName) {
        return datasetName.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
