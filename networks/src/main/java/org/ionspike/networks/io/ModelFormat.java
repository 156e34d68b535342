package org.ionspike.networks.io;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.Doubles;
import com.google.common.primitives.Ints;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.ionspike.networks.readout.CountReadout;
import org.ionspike.networks.readout.DeltaRuleReadout;
import org.ionspike.networks.readout.FeatureDeltaReadout;
import org.ionspike.networks.readout.Readout;
import org.ionspike.networks.readout.SpikeReadout;
import org.ionspike.networks.readout.SupervisedStdpReadout;
import org.ionspike.networks.readout.VoteReadout;

/** The content of {@code model.yaml}: the description of a model and its readout. */
final class ModelFormat {
    private static final String PER_CLASS = "perClass";
    private static final String THRESHOLD = "threshold";
    private static final String WEIGHTS = "/readout/weights";
    private static final String OFFSET = "/scaling/offset";
    private static final String DIVISOR = "/scaling/divisor";
    private static final String HELD_OUT = "/held-out";

    private static final List<String> KEYS = List.of(
            "task",
            "dataHash",
            "seed",
            "architecture",
            "fidelity",
            "device",
            "encoder",
            "scaling",
            "classes",
            "readout",
            "training",
            "heldOut");

    private static final Map<String, BiFunction<YamlNode, float[][], Readout>> READOUTS = Map.of(
            "vote", (node, weights) -> new VoteReadout(winners(node), weights),
            "delta", (node, weights) -> new DeltaRuleReadout(winners(node), weights),
            "count", (node, weights) -> new CountReadout(alone(node, weights)),
            "feature-delta", (node, weights) -> FeatureDeltaReadout.of(alone(node, weights)),
            "s2-stdp", ModelFormat::supervised);

    private ModelFormat() {}

    static Map<String, Object> write(ModelDescription model, Readout readout, ArraySink arrays) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", 1);
        tree.put("task", model.task());
        tree.put("dataHash", model.dataHash());
        tree.put("seed", model.seed());
        tree.put("architecture", model.architecture());
        tree.put("fidelity", model.fidelity());
        tree.put("device", model.device());
        Map<String, Object> encoder = new LinkedHashMap<>();
        encoder.put("name", model.encoder().name());
        encoder.put("parameters", model.encoder().parameters());
        tree.put("encoder", encoder);
        tree.put("scaling", scaling(model.scaling(), arrays));
        tree.put("classes", model.classes());
        tree.put("readout", readout(readout, arrays));
        tree.put("training", model.training());
        int[] heldOut = Ints.toArray(model.heldOut());
        tree.put(
                "heldOut",
                heldOut.length > ArraySink.FEW
                        ? arrays.put(HELD_OUT, all -> all.put(HELD_OUT, heldOut))
                        : model.heldOut());
        return tree;
    }

    static ModelDescription readDescription(YamlNode root, ArraySource arrays) {
        root.onlyKeys(KEYS);
        YamlNode encoder = root.required("encoder");
        encoder.onlyKeys(List.of("name", "parameters"));
        YamlNode scaling = root.required("scaling");
        scaling.onlyKeys(List.of("name", "offset", "divisor"));
        YamlNode heldOut = root.required("heldOut");
        List<Integer> indices = heldOut.isList()
                ? heldOut.list().stream().map(YamlNode::integer).toList()
                : Ints.asList(arrays.readOnly(heldOut, ArraysFile::ints));
        return root.build(
                "ModelDescription",
                () -> new ModelDescription(
                        root.required("task").text(),
                        root.required("dataHash").text(),
                        root.required("seed").wholeNumber(),
                        root.required("architecture").text(),
                        root.required("fidelity").text(),
                        root.required("device").text(),
                        new ModelDescription.Encoder(
                                encoder.required("name").text(), texts(encoder.required("parameters"))),
                        new ModelDescription.Scaling(
                                scaling.required("name").text(),
                                numbers(scaling.required("offset"), arrays),
                                numbers(scaling.required("divisor"), arrays)),
                        root.required("classes").list().stream()
                                .map(YamlNode::text)
                                .toList(),
                        indices,
                        texts(root.required("training"))));
    }

    static Readout readReadout(YamlNode root, ArraySource arrays) {
        YamlNode node = root.required("readout");
        node.onlyKeys(List.of("name", "winners", PER_CLASS, THRESHOLD, "weights"));
        var make = node.required("name").oneOf("readout", READOUTS);
        YamlNode weightsNode = node.required("weights");
        float[][] weights = arrays.readOnly(weightsNode, ArraysFile::floatMatrix);
        for (int j = 0; j < weights.length; j++) {
            for (float weight : weights[j]) {
                if (!Float.isFinite(weight)) {
                    throw weightsNode.error("holds the value " + weight + " in row " + j + "; all must be finite.");
                }
            }
        }
        return node.build(() -> make.apply(node, weights));
    }

    private static int winners(YamlNode readout) {
        return readout.required("winners").integer();
    }

    private static float[][] alone(YamlNode readout, float[][] weights) {
        readout.onlyKeys(List.of("name", "weights"));
        return weights;
    }

    private static Readout supervised(YamlNode readout, float[][] weights) {
        readout.onlyKeys(List.of("name", PER_CLASS, THRESHOLD, "weights"));
        return new SupervisedStdpReadout(
                readout.required(PER_CLASS).integer(),
                readout.required(THRESHOLD).number(),
                weights);
    }

    private static Map<String, Object> readout(Readout readout, ArraySink arrays) {
        if (!READOUTS.containsKey(readout.name())) {
            throw new IllegalArgumentException("The readout '" + readout.name() + "' cannot be saved. Known: "
                    + READOUTS.keySet().stream().sorted().toList() + ".");
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", readout.name());
        if (readout instanceof SpikeReadout ofSpikes) {
            tree.put("winners", ofSpikes.winners());
        }
        if (readout instanceof SupervisedStdpReadout groups) {
            tree.put(PER_CLASS, groups.perClass());
            tree.put(THRESHOLD, groups.threshold());
        }
        float[][] weights = readout.weights();
        tree.put("weights", arrays.put(WEIGHTS, all -> all.put(WEIGHTS, weights)));
        return tree;
    }

    private static Map<String, Object> scaling(ModelDescription.Scaling scaling, ArraySink arrays) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", scaling.name());
        tree.put("offset", numbers(OFFSET, scaling.offset(), arrays));
        tree.put("divisor", numbers(DIVISOR, scaling.divisor(), arrays));
        return tree;
    }

    private static Object numbers(String dataset, List<Double> numbers, ArraySink arrays) {
        double[] values = Doubles.toArray(numbers);
        return values.length > ArraySink.FEW ? arrays.put(dataset, all -> all.put(dataset, values)) : numbers;
    }

    private static List<Double> numbers(YamlNode node, ArraySource arrays) {
        return node.isList()
                ? node.list().stream().map(YamlNode::number).toList()
                : Doubles.asList(arrays.readOnly(node, ArraysFile::doubles));
    }

    private static Map<String, String> texts(YamlNode node) {
        var texts = ImmutableMap.<String, String>builder();
        node.map().forEach((key, value) -> texts.put(key, value.text()));
        return texts.buildOrThrow();
    }
}
