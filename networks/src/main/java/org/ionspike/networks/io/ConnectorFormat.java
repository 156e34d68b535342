package org.ionspike.networks.io;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Connector;

/** A connector as YAML; pairs are {@code [line, neuron]}. */
final class ConnectorFormat {
    private static final String PAIRS = "pairs";

    private static final Map<String, Class<? extends Connector>> TYPES = Map.of(
            "all-to-all",
            Connector.AllToAll.class,
            "common-column",
            Connector.CommonColumn.class,
            "one-to-one",
            Connector.OneToOne.class,
            "fixed-probability",
            Connector.FixedProbability.class,
            PAIRS,
            Connector.Pairs.class);

    private ConnectorFormat() {}

    static Map<String, Object> write(Connector connector, String path, ArraySink arrays) {
        if (!(connector instanceof Connector.Pairs given)) {
            return NamedTypes.write(TYPES, connector);
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
        Class<? extends Connector> type = node.required("type").oneOf("type of connector", TYPES);
        if (type != Connector.Pairs.class) {
            return NamedTypes.bind(type, Map.of(), node);
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
