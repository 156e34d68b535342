package org.ionspike.benchmarks.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.CsvOptions.Delimiter;
import org.ionspike.datasets.CsvOptions.Header;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.datasets.encoding.Encoders;
import org.ionspike.engine.network.Network;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.io.ModelDescription;
import org.ionspike.networks.io.ModelDirectory;
import org.ionspike.networks.io.SavedModel;
import org.ionspike.networks.readout.Readout;

/**
 * A model that can be evaluated: what a training run gave, or what was loaded from its directory.
 *
 * @param task what it was trained on, as on the command line
 * @param csv how a CSV task was read
 * @param dataHash content hash of the data
 * @param seed the seed of its run
 * @param draw which draw of its devices
 * @param network with the weights and biases it learnt
 * @param convolution architecture of its filters, if it has filters
 * @param readout from spikes to classes
 * @param scaler fitted on the training part
 * @param encoder with its streams
 * @param classes names of the classes
 * @param held indices of the samples it was not trained on
 */
public record TrainedModel(
        String task,
        CsvOptions csv,
        String dataHash,
        long seed,
        int draw,
        Network network,
        Optional<ConvStdp> convolution,
        Readout readout,
        Scaler scaler,
        Encoder encoder,
        List<String> classes,
        ImmutableIntArray held) {
    private static final String DRAW = "device-draw";
    private static final String LABEL = "label";
    private static final String HEADER = "header";
    private static final String DELIMITER = "delimiter";

    /** What a training run gave. */
    public static TrainedModel of(
            String task, CsvOptions csv, Dataset dataset, TrainSettings settings, TrainedTask result) {
        return new TrainedModel(
                task,
                csv,
                dataset.contentHash(),
                settings.seed(),
                settings.draw(),
                result.network(),
                result.convolution(),
                result.readout(),
                result.scaler(),
                result.encoder(),
                dataset.classNames(),
                result.split().held());
    }

    /** The same network with another readout. */
    TrainedModel withReadout(Readout other) {
        return new TrainedModel(
                task, csv, dataHash, seed, draw, network, convolution, other, scaler, encoder, classes, held);
    }

    /** Loads a model from its directory. */
    public static TrainedModel load(Path directory) {
        return of(ModelDirectory.load(directory));
    }

    /** What was saved, as a model. */
    public static TrainedModel of(SavedModel saved) {
        ModelDescription description = saved.description();
        Map<String, String> training = description.training();
        Encoder encoder = Encoders.named(description.encoder().name())
                .withParameters(description.encoder().parameters());
        return new TrainedModel(
                description.task(),
                new CsvOptions(
                        Delimiter.parse(training.getOrDefault(DELIMITER, "auto")),
                        Header.parse(training.getOrDefault(HEADER, "auto")),
                        training.getOrDefault(LABEL, "-1")),
                description.dataHash(),
                description.seed(),
                Integer.parseInt(training.getOrDefault(DRAW, "0")),
                saved.network(),
                description.architecture().equals(ConvStdp.NAME)
                        ? Optional.of(ConvolutionModel.read(saved.network(), training))
                        : Optional.empty(),
                saved.readout(),
                new Scaler(
                        Scaling.parse(description.scaling().name()),
                        ImmutableDoubleArray.copyOf(description.scaling().offset()),
                        ImmutableDoubleArray.copyOf(description.scaling().divisor())),
                Preparation.seeded(encoder, description.seed()),
                description.classes(),
                ImmutableIntArray.copyOf(Ints.toArray(description.heldOut())));
    }

    /**
     * Saves the model; one that is there is replaced when the new one is complete.
     *
     * @param settings how it was trained
     * @param epochs how often each training sample was shown
     * @param result for {@code result.json}
     */
    public void save(Path directory, TrainSettings settings, int epochs, JsonNode result) {
        var training = ImmutableMap.<String, String>builder()
                .put("epochs", Integer.toString(epochs))
                .put("homeostasis", settings.homeostasis() ? "on" : "off")
                .put("labels", settings.shuffleLabels() ? "shuffled" : "true");
        convolution.ifPresent(filters -> training.putAll(ConvolutionModel.write(filters)));
        if (draw > 0) {
            training.put(DRAW, Integer.toString(draw));
        }
        if (task.startsWith("csv:")) {
            training.put(LABEL, csv.label())
                    .put(HEADER, TaskResult.lower(csv.header()))
                    .put(DELIMITER, TaskResult.lower(csv.delimiter()));
        }
        var description = new ModelDescription(
                task,
                dataHash,
                seed,
                network.name(),
                TaskResult.lower(settings.fidelity()),
                settings.deviceName(),
                new ModelDescription.Encoder(encoder.name(), encoder.parameters()),
                new ModelDescription.Scaling(
                        scaler.scaling().toString(),
                        scaler.offset().asList(),
                        scaler.divisor().asList()),
                classes,
                held.asList(),
                training.build());
        ModelDirectory.save(directory, new SavedModel(description, network, readout, result));
    }
}
