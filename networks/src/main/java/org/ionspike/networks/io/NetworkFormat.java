package org.ionspike.networks.io;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NetworkPartException;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Time;

/** A network as YAML: its own values, and its parts by name. */
final class NetworkFormat {
    private static final List<String> KEYS =
            List.of("name", "step", "presentationLimit", "groups", "sources", "currents", "projections");

    private NetworkFormat() {}

    static Map<String, Object> write(Network network, ArraySink arrays) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", 1);
        tree.put("name", network.name());
        tree.put("step", QuantityText.of(network.step()));
        tree.put("presentationLimit", QuantityText.of(network.presentationLimit()));
        put(tree, "groups", network.groups(), NeuronGroup::name, (g, at) -> GroupFormat.write(g, at, arrays));
        put(tree, "sources", network.sources(), SpikeSource::name, (s, at) -> SourceFormat.write(s, at, arrays));
        put(tree, "currents", network.currents(), CurrentSource::name, (c, at) -> CurrentFormat.write(c));
        put(
                tree,
                "projections",
                network.projections(),
                Projection::name,
                (p, at) -> ProjectionFormat.write(p, at, arrays));
        return tree;
    }

    /** The network of a file whose format was checked. */
    static Network read(YamlNode root, ArraySource arrays) {
        root.onlyKeys(KEYS);
        String name = root.required("name").text();
        var step = QuantityText.read(Time.class, root.required("step"));
        var limit = QuantityText.read(Time.class, root.required("presentationLimit"));
        root.required("groups");
        var groups = parts(root, "groups", (key, node) -> GroupFormat.read(key, node, arrays));
        var sources = parts(root, "sources", (key, node) -> SourceFormat.read(key, node, arrays));
        var currents = parts(root, "currents", CurrentFormat::read);
        var projections = parts(root, "projections", (key, node) -> ProjectionFormat.read(key, node, arrays));
        return root.build("Network", () -> {
            try {
                return new Network(name, step, limit, groups, sources, currents, projections);
            } catch (NetworkPartException e) {
                throw new FileFormatException(place(root, e).file() + ": " + e.getMessage(), e);
            }
        });
    }

    /** Where the part stands that does not fit, and in it the key. */
    private static Place place(YamlNode root, NetworkPartException e) {
        YamlNode part = root.required(e.kind() + "s").required(e.part());
        return part.optional(e.key()).orElse(part).place();
    }

    private static <P> void put(
            Map<String, Object> tree,
            String key,
            List<P> parts,
            Function<P, String> nameOf,
            BiFunction<P, Integer, Map<String, Object>> writing) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            P part = parts.get(i);
            written.put(nameOf.apply(part), writing.apply(part, i));
        }
        if (!written.isEmpty()) {
            tree.put(key, written);
        }
    }

    private static <P> ImmutableList<P> parts(YamlNode root, String key, BiFunction<String, YamlNode, P> reading) {
        var parts = ImmutableList.<P>builder();
        root.optional(key).ifPresent(node -> node.map().forEach((name, part) -> parts.add(reading.apply(name, part))));
        return parts.build();
    }
}
