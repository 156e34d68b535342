package org.ionspike.benchmarks.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.PulseResponse;
import org.ionspike.networks.architecture.WinnerTakeAll;

/** Result files of training and evaluation. */
public final class TaskResult {
    private static final int BYTES_PER_FLOAT = 4;

    private TaskResult() {}

    /** The result of a training run. */
    public static ObjectNode ofTraining(
            String task, Dataset dataset, TrainSettings settings, TrainingRun.Result result) {
        ObjectNode json = ResultJson.create();
        addRun(json, "train", task, dataset, settings.seed())
                .putObject("split")
                .put("train", result.split().train().length())
                .put("test", result.split().held().length())
                .put("official", result.split().official())
                .put("labels_from", settings.shuffleLabels() ? "train, shuffled" : "train");
        addModel(json, settings, result);
        Network network = result.trained().network();
        ResultJson.addMetrics(json, result.evaluation(), settings.neurons(), devices(network));
        addFootprint(json, network, dataset.classCount());
        EnergyBook energy = result.trained().energy();
        json.putObject("training")
                .put("presentations", result.trained().presentations())
                .put("unanswered", result.trained().unanswered())
                .put("device_writes", result.trained().deviceWrites())
                .put("simulated_s", result.trained().simulatedSeconds())
                .putObject("energy_J")
                .put("kind", "simulated")
                .put("neurons", energy.neurons())
                .put("synapses", energy.synapses())
                .put("programming", energy.programming())
                .put("total", energy.total());
        TrainingRun.Timing timing = result.timing();
        json.putObject("timing")
                .put("prepare_s", timing.prepare())
                .put("train_s", timing.train())
                .put("label_s", timing.label())
                .put("evaluate_s", timing.evaluate());
        return json;
    }

    /** The result of evaluating a saved model. */
    public static ObjectNode ofEvaluation(
            String task, Dataset dataset, long seed, Network network, Evaluation evaluation, double seconds) {
        ObjectNode json = ResultJson.create();
        addRun(json, "evaluate", task, dataset, seed)
                .putObject("split")
                .put("test", evaluation.readings().size());
        ResultJson.addMetrics(
                json, evaluation, network.group(WinnerTakeAll.NEURONS).size(), devices(network));
        addFootprint(json, network, dataset.classCount());
        json.putObject("timing").put("evaluate_s", seconds);
        return json;
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

    private static void addModel(ObjectNode json, TrainSettings settings, TrainingRun.Result result) {
        ObjectNode model = json.putObject("model");
        model.put("family", "snn-ionic")
                .put("network", "wta")
                .put("neurons", settings.neurons())
                .put("fidelity", lower(settings.fidelity()))
                .put("readout", lower(settings.readout()))
                .put("winners", result.readout().winners())
                .put("epochs", result.epochs())
                .put("homeostasis", settings.homeostasis())
                .put("dt_s", result.initial().step().si());
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

    private static void addFootprint(ObjectNode json, Network network, int classes) {
        int neurons = network.group(WinnerTakeAll.NEURONS).size();
        long parameters = devices(network) + neurons + (long) neurons * classes;
        json.put("ParameterCount", parameters);
        json.put("Footprint", BYTES_PER_FLOAT * parameters);
        json.put("ConnectionSparsity", 0.0);
    }

    /** Devices of all projections; every line of the input reaches every device of its row. */
    private static long devices(Network network) {
        long count = 0;
        for (Projection projection : network.projections()) {
            boolean column = projection.name().equals(WinnerTakeAll.REFERENCE);
            int fanOut = column ? 1 : network.group(projection.to()).size();
            count += (long) network.input().lines() * fanOut;
        }
        return count;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
