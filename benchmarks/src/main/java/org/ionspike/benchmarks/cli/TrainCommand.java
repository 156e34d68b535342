package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.ionspike.benchmarks.report.ConsoleReport;
import org.ionspike.benchmarks.task.TaskResult;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.benchmarks.task.TrainingRun;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaling;
import org.ionspike.networks.architecture.Fidelity;
import org.ionspike.networks.io.ModelDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
            "  ionspike train iris --fidelity circuit",
            "  ionspike train csv:measurements.csv --label material --out models/material",
            "  ionspike train idx:data/mnist --neurons 400 --limit 10000"
        })
final class TrainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Mixin
    private DataOptions data;

    @Parameters(
            paramLabel = "TASK",
            description =
                    "digits, iris, wine, breast-cancer; mnist, fashion-mnist, nmnist (with --data-dir); or your own data:"
                            + " csv:FILE, idx:FOLDER, nmnist:FOLDER, shd:FILE.")
    private String task;

    @Option(names = "--neurons", paramLabel = "N", description = "Number of neurons (default: 200).")
    private int neurons = 200;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            description = "Architecture: wta, one layer of neurons that compete (default: wta).")
    private NetworkName network = NetworkName.WTA;

    @Option(
            names = "--readout",
            paramLabel = "vote|delta",
            description = "From spikes to classes: vote of labelled neurons, or a layer trained by the delta rule"
                    + " (default: delta).")
    private ReadoutKind readout = ReadoutKind.DELTA;

    @Option(
            names = "--fidelity",
            paramLabel = "reduced|circuit",
            description = "Neurons: event-driven closed forms, or the circuit's equations (default: reduced).")
    private Fidelity fidelity = Fidelity.REDUCED;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Synaptic devices: ideal, typical (32 states, 10 %% device to device, 10 %% cycle to cycle),"
                    + " pessimistic, or FILE.yaml (default: typical).")
    private String device = "typical";

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often every training sample is shown (default: enough for 14 000 presentations).")
    private @Nullable Integer epochs;

    @Option(names = "--limit", paramLabel = "N", description = "Use only the first N training samples of the split.")
    private @Nullable Integer limit;

    @Option(
            names = "--held",
            paramLabel = "SHARE",
            description = "Share of the samples held back for evaluation, unless the data has a test part of its own"
                    + " (default: 0.2).")
    private double held = 0.2;

    @Option(
            names = "--homeostasis",
            paramLabel = "on|off",
            description = "Bias currents that keep the neurons equally busy (default: on).")
    private OnOff homeostasis = OnOff.ON;

    @Option(
            names = "--shuffle-labels",
            description = "Permute the labels of the training part: accuracy must fall to chance.")
    private boolean shuffleLabels;

    @Option(
            names = "--encoder",
            paramLabel = "NAME[:P=V,...]",
            description = "Samples to spikes: thermometer, latency, poisson, population, with parameters such as"
                    + " thermometer:levels=8 (default: by kind of data).")
    private @Nullable String encoder;

    @Option(
            names = "--scaling",
            paramLabel = "none|range|min-max|standard",
            description = "Scaling of the features, fitted on the training part (default: by kind of data).")
    private @Nullable String scaling;

    @Option(names = "--seed", paramLabel = "S", description = "The one seed of everything random (default: 1).")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where the model goes; one that is there is replaced (default: models/TASK).")
    private @Nullable Path out;

    /** Architectures that can be trained. */
    enum NetworkName {
        /** Winner-take-all. */
        WTA
    }

    @Override
    public Integer call() {
        TrainSettings settings = Usage.of(spec, this::settings);
        var runSettings = Usage.of(spec, run::settings);
        Dataset dataset = Usage.of(
                spec, () -> data.resolve(task, data.csv(), spec.commandLine().getErr()));
        Path folder = out == null ? Path.of("models", folderName(dataset.name())) : out;
        ModelDirectory.requireReplaceable(folder);
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%s: %d samples, %d features, %d classes. Network %s: %d %s neurons, %s synapses, seed %d.%n",
                dataset.name(),
                dataset.size(),
                dataset.featureCount(),
                dataset.classCount(),
                network.name().toLowerCase(Locale.ROOT),
                neurons,
                fidelity == Fidelity.REDUCED ? "reduced ionic" : "ionic circuit",
                settings.deviceName(),
                seed);
        text.flush();
        var training = new TrainingRun(
                dataset, settings, runSettings, run.progress(spec.commandLine().getErr()));
        TrainingRun.Result result = training.run();

        text.println();
        new ConsoleReport(text).print(result.evaluation());
        new ConsoleReport(text).printTraining(result);
        var json = TaskResult.ofTraining(task, dataset, settings, result);
        TrainedModel.of(DataOptions.absolute(task), data.csv(), dataset, settings, result)
                .save(folder, settings, result.epochs(), json);
        text.printf("%nModel saved in %s. Evaluate it again: ionspike evaluate %s%n", folder, folder);
        run.write(json, result.split().held(), result.evaluation());
        text.flush();
        return IonspikeCli.DONE;
    }

    private TrainSettings settings() {
        return new TrainSettings(
                neurons,
                readout,
                fidelity,
                device,
                DeviceOption.parse(device),
                epochs == null ? OptionalInt.empty() : OptionalInt.of(epochs),
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                homeostasis == OnOff.ON,
                shuffleLabels,
                encoder == null ? Optional.empty() : Optional.of(EncoderOption.parse(encoder)),
                scaling == null ? Optional.empty() : Optional.of(Scaling.parse(scaling)),
                held,
                seed);
    }

    private static String folderName(String datasetName) {
        return datasetName.replaceAll("[^A-Za-z0-9._-]+", "-");
    }
}
