package org.ionspike.benchmarks.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.task.LearningCurve;
import org.ionspike.benchmarks.task.WinnerTakeAllRun;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.WinnerTakeAll;

/** What pictures of a trained network need: how it learnt, what it confuses, its spikes, and what its neurons look for. */
final class ContenderJson {
    /** Neurons whose receptive fields are kept. */
    private static final int FIELDS = 40;

    private ContenderJson() {}

    /** Adds to the arrays of a comparison, which are made where they are missing. */
    static void add(ObjectNode json, Dataset dataset, TrainedContender contender) {
        contender.task().curve().ifPresent(curve -> addCurve(about(json, "learning", contender), curve));
        ResultJson.addConfusion(
                about(json, "confusion", contender),
                contender.task().evaluation().confusion());
        if (contender.task() instanceof WinnerTakeAllRun.Result layer) {
            addRaster(about(json, "raster", contender), dataset, layer);
            dataset.imageShape()
                    .filter(ImageShape::isPlane)
                    .ifPresent(shape -> addFields(json, dataset, contender, layer, shape));
        }
    }

    private static ObjectNode about(ObjectNode json, String name, TrainedContender contender) {
        return json.withArrayProperty(name)
                .addObject()
                .put("model", contender.name())
                .put("seed", contender.settings().seed());
    }

    private static void addCurve(ObjectNode node, LearningCurve curve) {
        ArrayNode presentations = node.putArray("presentations");
        curve.presentations().forEach(presentations::add);
        ArrayNode accuracy = node.putArray("accuracy");
        curve.accuracy().forEach(accuracy::add);
    }

    /** The first held sample. */
    private static void addRaster(ObjectNode node, Dataset dataset, WinnerTakeAllRun.Result layer) {
        int sample = layer.split().held().get(0);
        SpikeRaster input = new EncodedDataset(dataset, layer.scaler(), layer.encoder())
                .encode(sample)
                .raster();
        Response response = layer.evaluation().readings().get(0).response();
        node.put("sample", sample).put("class", dataset.classNames().get(dataset.label(sample)));
        ObjectNode in = node.putObject("input");
        ArrayNode times = in.putArray("time_s");
        input.timeSeconds().forEach(times::add);
        ArrayNode lines = in.putArray("line");
        input.line().forEach(lines::add);
        in.put("lines", input.lines());
        ObjectNode out = node.putObject("output");
        ArrayNode fired = out.putArray("time_s");
        response.timeSeconds().forEach(fired::add);
        ArrayNode neurons = out.putArray("neuron");
        response.neuron().forEach(neurons::add);
        out.put("neurons", layer.answers().neurons());
    }

    private static void addFields(
            ObjectNode json,
            Dataset dataset,
            TrainedContender contender,
            WinnerTakeAllRun.Result layer,
            ImageShape shape) {
        var given = (Weights.Given)
                layer.network().projection(WinnerTakeAll.CROSSBAR).weights();
        float[][] weights = given.values();
        if (weights.length % shape.pixels() != 0) {
            return; // the lines of a pixel do not stand together
        }
        ObjectNode node = about(json, "receptive_fields", contender)
                .put("rows", shape.height())
                .put("columns", shape.width());
        ArrayNode fields = node.putArray("fields");
        ArrayNode labels = node.putArray("labels");
        var byClass = layer.answers().byClass();
        int count = Math.min(FIELDS, byClass.length());
        for (int k = 0; k < count; k++) {
            int neuron = byClass.get((int) ((long) k * byClass.length() / count));
            ArrayNode field = fields.addArray();
            for (int pixel = 0; pixel < shape.pixels(); pixel++) {
                field.add(Math.round(1000 * meanWeight(weights, pixel, neuron, shape)) / 1000.0);
            }
            int preferred = layer.answers().preferred(neuron);
            labels.add(preferred < 0 ? "-" : dataset.classNames().get(preferred));
        }
    }

    /** Over the lines of a pixel. */
    private static double meanWeight(float[][] weights, int pixel, int neuron, ImageShape shape) {
        int levels = weights.length / shape.pixels();
        double sum = 0;
        for (int level = 0; level < levels; level++) {
            sum += weights[pixel * levels + level][neuron];
        }
        return sum / levels;
    }
}
