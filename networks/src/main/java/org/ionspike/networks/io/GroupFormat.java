package org.ionspike.networks.io;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Geometry;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.plasticity.BiasHomeostasis;
import org.ionspike.engine.units.Current;

/** A group of neurons as YAML. */
final class GroupFormat {
    private static final List<String> KEYS =
            List.of("model", "size", "parameters", "bias", "inhibition", "homeostasis", "initial", "geometry");

    private static final Map<String, Class<? extends Geometry>> GEOMETRIES =
            Map.of("grid", Geometry.Grid.class, "ring", Geometry.Ring.class);

    private GroupFormat() {}

    static Map<String, Object> write(NeuronGroup group, int position, ArraySink arrays) {
        Map<String, Object> model = Models.NEURONS.write(group.model());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("model", model.remove("model"));
        tree.put("size", group.size());
        tree.putAll(model);
        double[] bias = group.biasAmperes().toArray();
        if (bias.length > ArraySink.FEW) {
            String dataset = "/" + ArraySink.segment(group.name(), position) + "/bias";
            tree.put("bias", arrays.put(dataset, builder -> builder.put(dataset, bias)));
        } else if (bias.length > 0) {
            tree.put(
                    "bias",
                    group.biasAmperes().asList().stream()
                            .map(amperes -> QuantityText.of(new Current(amperes)))
                            .toList());
        }
        group.inhibition().ifPresent(rule -> tree.put("inhibition", RecordTree.all(rule)));
        group.homeostasis().ifPresent(rule -> tree.put("homeostasis", RecordTree.all(rule)));
        if (!group.initial().isEmpty()) {
            Map<String, Object> initial = new LinkedHashMap<>();
            String path = "/" + ArraySink.segment(group.name(), position) + "/";
            group.initial()
                    .forEach((variable, values) ->
                            initial.put(variable, DistributionFormat.write(values, path + variable, arrays)));
            tree.put("initial", initial);
        }
        group.geometry().ifPresent(form -> {
            Map<String, Object> written = NamedTypes.write(GEOMETRIES, form);
            written.remove("neurons"); // the size of the group
            tree.put("geometry", written);
        });
        return tree;
    }

    static NeuronGroup read(String name, YamlNode node, ArraySource arrays) {
        node.onlyKeys(KEYS);
        var model = Models.NEURONS.read(node);
        int size = node.required("size").integer();
        var bias = node.optional("bias").map(entry -> bias(entry, size, arrays)).orElse(ImmutableDoubleArray.of());
        var inhibition =
                node.optional("inhibition").map(entry -> RecordTree.bind(WinnerInhibition.class, Map.of(), entry));
        var homeostasis =
                node.optional("homeostasis").map(entry -> RecordTree.bind(BiasHomeostasis.class, Map.of(), entry));
        var initial = ImmutableMap.<String, Distribution>builder();
        node.optional("initial")
                .ifPresent(entry -> entry.map()
                        .forEach((variable, values) -> initial.put(variable, DistributionFormat.read(values, arrays))));
        var geometry = node.optional("geometry").map(entry -> geometry(entry, size));
        return node.build(
                "Group '" + name + "'",
                () -> new NeuronGroup(
                        name, size, model, bias, inhibition, homeostasis, initial.buildOrThrow(), geometry));
    }

    private static Geometry geometry(YamlNode node, int size) {
        Class<? extends Geometry> type = node.required("type").oneOf("type of geometry", GEOMETRIES);
        return NamedTypes.bind(type, type == Geometry.Ring.class ? Map.of("neurons", size) : Map.of(), node);
    }

    private static ImmutableDoubleArray bias(YamlNode node, int size, ArraySource arrays) {
        ImmutableDoubleArray bias;
        if (node.isList()) {
            bias = ImmutableDoubleArray.copyOf(node.list().stream()
                    .mapToDouble(
                            entry -> QuantityText.read(Current.class, entry).si()));
        } else {
            bias = ImmutableDoubleArray.copyOf(arrays.readOnly(node, ArraysFile::doubles));
        }
        if (bias.length() != size && size >= 1) {
            throw node.error("has " + bias.length() + " entries; it must have one per neuron (" + size + ").");
        }
        return bias;
    }
}
