package org.ionspike.benchmarks.task;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.PulseResponse;
import org.ionspike.networks.architecture.DiehlCook;
import org.ionspike.networks.convolution.FilterTraining;
import org.ionspike.networks.convolution.NeuronCheck;
import org.ionspike.networks.learning.StdpTrainer;
import org.ionspike.networks.readout.SpikeReadout;

/** Result files of training and evaluation. */
public final class TaskResult {
    private TaskResult() {}

    /** The result of a training run. */
    public static ObjectNode ofTraining(String task, Dataset dataset, TrainSettings settings, TrainedTask result) {
        ObjectNode json = ResultJson.create();
        addRun(json, "train", task, dataset, settings.seed())
                .putObject("split")
                .put("train", result.split().train().length())
                .put("test", result.split().held().length())
                .put("official", result.split().official())
                .put("labels_from", settings.shuffleLabels() ? "train, shuffled" : "train");
        addModel(json, settings, result);
        addMetrics(json, result.evaluation(), ModelSize.of(result.network(), result.convolution(), result.readout()));
        ObjectNode training = json.putObject("training");
        if (result instanceof WinnerTakeAllRun.Result layer) {
            addTraining(training, layer.trained());
        } else if (result instanceof ConvolutionRun.Result filters) {
            addTraining(training, filters);
        } else if (result instanceof DiehlCookRun.Result conventional) {
            training.put("presentations", conventional.presentations())
                    .put("unanswered", conventional.unanswered())
                    .put("spikes", conventional.spikes())
                    .put("simulated_s", conventional.presentations() * DiehlCook.SAMPLE.si());
        }
        training.set("counts", ResultJson.counts(result.trainingTally()));
        result.curve().ifPresent(curve -> addCurve(training, curve));
        TrainedTask.Timing timing = result.timing();
        json.putObject("timing")
                .put("prepare_s", timing.prepare())
                .put("train_s", timing.train())
                .put("label_s", timing.label())
                .put("evaluate_s", timing.evaluate());
        return json;
    }

    private static void addTraining(ObjectNode training, StdpTrainer.Outcome trained) {
        EnergyBook energy = trained.energy();
        training.put("presentations", trained.presentations())
                .put("unanswered", trained.unanswered())
                .put("device_writes", trained.deviceWrites())
                .put("simulated_s", trained.simulatedSeconds())
                .putObject("energy_J")
                .put("kind", "simulated")
                .put("neurons", energy.neurons())
                .put("synapses", energy.synapses())
                .put("programming", energy.programming())
                .put("total", energy.total());
    }

    /** What the neurons dissipate is not known while only crossings are computed, so there is no total. */
    private static void addTraining(ObjectNode training, ConvolutionRun.Result result) {
        FilterTraining.Outcome trained = result.trained();
        training.put("presentations", trained.pieces())
                .put("unanswered", trained.unanswered())
                .put("device_writes", trained.deviceWrites())
                .put(
                        "simulated_s",
                        trained.pieces() * result.architecture().presentation().si())
                .putObject("energy_J")
                .put("kind", "simulated")
                .put("synapses", trained.synapseJoules())
                .put("programming", trained.programmingJoules());
        NeuronCheck check = result.check();
        training.putObject("running_neurons")
                .put("pieces", check.pieces())
                .put("same_first", check.sameFirst())
                .put("mean_delay_s", check.meanDelaySeconds());
    }

    private static void addCurve(ObjectNode training, LearningCurve curve) {
        ObjectNode node = training.putObject("curve").put("window", curve.window());
        ArrayNode presentations = node.putArray("presentations");
        curve.presentations().forEach(presentations::add);
        ArrayNode accuracy = node.putArray("accuracy");
        curve.accuracy().forEach(accuracy::add);
    }

    /** The result of evaluating a saved model. */
    public static ObjectNode ofEvaluation(
            String task, Dataset dataset, TrainedModel model, Evaluation evaluation, double seconds) {
        ObjectNode json = ResultJson.create();
        addRun(json, "evaluate", task, dataset, model.seed())
                .putObject("split")
                .put("test", evaluation.confusion().total());
        addMetrics(json, evaluation, ModelSize.of(model.network(), model.convolution(), model.readout()));
        json.putObject("timing").put("evaluate_s", seconds);
        return json;
    }

    private static void addMetrics(ObjectNode json, Evaluation evaluation, ModelSize size) {
        ResultJson.addMetrics(json, evaluation, size.neurons());
        json.put("ParameterCount", size.parameters());
        json.put("Footprint", size.bytes(Precision.FLOAT32));
        json.put("ConnectionSparsity", size.zeroWeights() / (double) size.parameters());
        json.set("counts", ResultJson.counts(evaluation.tally()));
    }

    private static ObjectNode addRun(ObjectNode json, String command, String task, Dataset dataset, long seed) {
        return json.putObject("run")
                .put("command", command)
                .put("task", task)
                .put("dataset", dataset.name())
                .put("data_sha256", dataset.contentHash())
                .put("seed", seed)
                .put("ionspike", Version.number());
    }

    private static void addModel(ObjectNode json, TrainSettings settings, TrainedTask result) {
        ObjectNode model = json.putObject("model");
        model.put("family", settings.network().isIonic() ? "snn-ionic" : "snn")
                .put("network", settings.network().toString())
                .put("neurons", settings.neurons())
                .put("fidelity", lower(settings.fidelity()))
                .put("readout", settings.readout().toString())
                .put("epochs", result.epochs())
                .put("homeostasis", settings.homeostasis())
                .put("dt_s", result.network().step().si());
        if (result.readout() instanceof SpikeReadout ofSpikes) {
            model.put("winners", ofSpikes.winners());
        }
        result.convolution()
                .ifPresent(filters -> model.putObject("filters")
                        .put("planes", filters.input().planes())
                        .put("rows", filters.input().rows())
                        .put("columns", filters.input().columns())
                        .put("size", filters.side())
                        .put("pooling", filters.pooling())
                        .put("presentation_s", filters.presentation().si()));
        ObjectNode encoder =
                model.putObject("encoder").put("name", result.encoder().name());
        result.encoder().parameters().forEach(encoder::put);
        model.put("scaling", result.scaler().scaling().toString());
        addDevice(model.putObject("device"), settings.deviceName(), settings.device());
    }

    /** Effects beyond the first four stand in the result only where they are on. */
    private static void addDevice(ObjectNode json, String name, DeviceVariability device) {
        json.put("name", name)
                .put("levels", device.states())
                .put("d2d", device.deviceToDevice())
                .put("c2c", device.cycleToCycle())
                .put("stuck", device.stuck());
        device.stepSpread().ifPresent(sigma -> json.put("step_d2d", sigma));
        if (device.stuck() > 0 && device.stuckHigh() != 0.5) {
            json.put("stuck_high", device.stuckHigh());
        }
        PulseResponse response = device.response();
        if (!response.isLinear()) {
            json.put("nonlinearity_up", response.nonlinearityUp())
                    .put("nonlinearity_down", response.nonlinearityDown())
                    .put("asymmetry", response.asymmetry());
        }
        if (device.readNoise() > 0) {
            json.put("read_noise", device.readNoise());
        }
        if (device.memorySpread() > 0) {
            json.put("memory_d2d", device.memorySpread());
        }
        if (device.lineResistance().si() > 0) {
            json.put("line_ohm", device.lineResistance().si());
        }
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
