package org.ionspike.benchmarks.learning;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.NetworkKind;
import org.ionspike.benchmarks.task.TaskResult;
import org.ionspike.benchmarks.task.TaskRun;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.download.DataRegistry;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.networks.architecture.Fidelity;

/** A network of typical devices on a data set: what {@code ionspike train} does with the same options. */
abstract class DatasetTask implements LearningTask {
    private final String name;
    private final String dataset;
    private final NetworkKind network;
    private final int neurons;
    private final ReadoutKind readout;
    private OptionalInt epochs = OptionalInt.empty();
    private OptionalInt limit = OptionalInt.empty();

    DatasetTask(String name, String dataset, NetworkKind network, int neurons, ReadoutKind readout) {
        this.name = name;
        this.dataset = dataset;
        this.network = network;
        this.neurons = neurons;
        this.readout = readout;
    }

    /** Shows every training sample so often; to be called by constructors. */
    final void setEpochs(int count) {
        epochs = OptionalInt.of(count);
    }

    /** Takes so many training samples; to be called by constructors. */
    final void setLimit(int count) {
        limit = OptionalInt.of(count);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return dataset + ", " + network + " with " + neurons + (network == NetworkKind.WTA ? " neurons" : " filters")
                + ", readout " + readout
                + (limit.isPresent() ? ", the first " + limit.getAsInt() + " training samples" : "");
    }

    @Override
    public Optional<String> missing(LearningSetting setting) {
        return DataRegistry.named(dataset)
                .filter(set -> setting.data().folder().find(set).isEmpty())
                .map(set -> dataset + " is not in " + setting.data().folder().root()
                        + ". Fetch it with 'ionspike data fetch " + dataset
                        + "', or say where it lies with --data-dir");
    }

    @Override
    public ObjectNode run(long seed, LearningSetting setting) {
        Dataset samples = Datasets.resolve(dataset, new CsvOptions(), setting.data());
        var settings = new TrainSettings(
                network,
                neurons,
                OptionalInt.empty(),
                readout,
                Fidelity.REDUCED,
                "typical",
                DeviceVariability.typical(),
                epochs,
                limit,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                0.2,
                Optional.empty(),
                seed);
        TrainedTask result = TaskRun.of(samples, settings, setting.run(), Optional.empty(), Progress.silent())
                .run();
        return TaskResult.ofTraining(dataset, samples, settings, result);
    }

    @Override
    public String command(long seed) {
        return "ionspike train " + dataset
                + (network == NetworkKind.WTA ? "" : " --network " + network)
                + " --neurons " + neurons
                + " --readout " + readout
                + (epochs.isPresent() ? " --epochs " + epochs.getAsInt() : "")
                + (limit.isPresent() ? " --limit " + limit.getAsInt() : "")
                + " --seed " + seed;
    }
}
