package org.ionspike.networks.io;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Convolution;
import org.ionspike.engine.network.DistanceDependent;
import org.ionspike.engine.network.FixedInDegree;
import org.ionspike.engine.network.FixedOutDegree;

/** A connector as YAML; pairs are {@code [line, neuron]}. One of the user's own has its {@code parameters}. */
final class ConnectorFormat {
    private static final String PAIRS = "pairs";

    /** Components that a file may leave out, and what they are then. */
    private static final Map<String, Object> OPTIONAL = Map.of("selfConnections", true, "periodic", false);

    private static final ImmutableMap<String, Class<? extends Connector>> TYPES =
            ImmutableMap.<String, Class<? extends Connector>>builder()
                    .put("all-to-all", Connector.AllToAll.class)
                    .put("common-column", Connector.CommonColumn.class)
                    .put("all-to-others", Connector.AllToOthers.class)
                    .put("one-to-one", Connector.OneToOne.class)
                    .put("fixed-probability", Connector.FixedProbability.class)
                    .put("fixed-in-degree", FixedInDegree.class)
                    .put("fixed-out-degree", FixedOutDegree.class)
                    .put("distance-dependent", DistanceDependent.class)
                    .put("convolution", Convolution.class)
                    .put(PAIRS, Connector.Pairs.class)
                    .buildOrThrow();

    private ConnectorFormat() {}

    static Map<String, Object> write(Connector connector, String path, ArraySink arrays) {
        if (!(connector instanceof Connector.Pairs given)) {
            return TYPES.containsValue(connector.getClass())
                    ? NamedTypes.write(TYPES, connector)
                    : Models.CONNECTORS.write(connector);
        }
        int[][] pairs = given.pairs().stream()
                .map(pair -> new int[] {pair.line(), pair.neuron()})
                .toArray(int[][]::new);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", PAIRS);
        if (pairs.length > ArraySink.FEW) {
            String dataset = path + "/pairs";
            tree.putAll(arrays.put(dataset, all -> all.put(dataset, pairs)));
        } else {
            tree.put(
                    PAIRS,
                    Arrays.stream(pairs).map(pair -> List.of(pair[0], pair[1])).toList());
        }
        return tree;
    }

    static Connector read(YamlNode node, ArraySource arrays) {
        Map<String, Connector> own = Models.CONNECTORS.registered();
        Map<String, Object> known = new LinkedHashMap<>(TYPES);
        known.putAll(own);
        YamlNode word = node.required("type");
        word.oneOf("type of connector", known);
        Class<? extends Connector> type = TYPES.get(word.text());
        if (type == null) {
            node.onlyKeys(List.of("type", Models.PARAMETERS));
            return Models.CONNECTORS.read(node);
        }
        if (type != Connector.Pairs.class) {
            return NamedTypes.bind(type, leftOut(type, node), node);
        }
        if (node.optional(PAIRS).isPresent()) {
            node.onlyKeys(List.of("type", PAIRS));
            return new Connector.Pairs(node.required(PAIRS).list().stream()
                    .map(ConnectorFormat::pair)
                    .collect(ImmutableList.toImmutableList()));
        }
        if (node.optional(ArraySource.FILE).isEmpty()) {
            throw node.error("lacks the key 'pairs'. Give 'pairs: [[line, neuron], ...]', or 'file' and 'dataset'.");
        }
        int[][] pairs = arrays.readOnly(node.without("type"), ArraysFile::intMatrix);
        return new Connector.Pairs(
                Arrays.stream(pairs).map(pair -> pair(node, pair)).collect(ImmutableList.toImmutableList()));
    }

    /** The components of a type that have a default and do not stand in the file. */
    private static Map<String, Object> leftOut(Class<? extends Connector> type, YamlNode node) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Object standard = OPTIONAL.get(component.getName());
            if (standard != null && node.optional(component.getName()).isEmpty()) {
                fixed.put(component.getName(), standard);
            }
        }
        return fixed;
    }

    private static Connector.Pair pair(YamlNode node) {
        return pair(node, node.list().stream().mapToInt(YamlNode::integer).toArray());
    }

    private static Connector.Pair pair(YamlNode node, int[] entry) {
        if (entry.length != 2) {
            throw node.error("holds an entry of " + entry.length + " numbers; a pair is [line, neuron].");
        }
        return new Connector.Pair(entry[0], entry[1]);
    }
}
