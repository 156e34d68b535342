package org.ionspike.networks.io;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Delays;
import org.ionspike.engine.units.Time;

/** The delays of a projection as YAML: a time, a distribution of times, or given times in rows. */
final class DelaysFormat {
    private static final String GIVEN = "given";
    private static final String VALUES = "values";

    private DelaysFormat() {}

    static Object write(Delays delays) {
        if (delays instanceof Delays.Same same) {
            return QuantityText.of(same.value());
        }
        if (delays instanceof Delays.Drawn drawn) {
            return DistributionFormat.writeDrawn(drawn.values());
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", GIVEN);
        tree.put(
                VALUES,
                Arrays.stream(((Delays.Given) delays).seconds())
                        .map(row -> Arrays.stream(row)
                                .mapToObj(seconds -> QuantityText.of(new Time(seconds)))
                                .toList())
                        .toList());
        return tree;
    }

    static Delays read(YamlNode node) {
        if (!node.isMap()) {
            return node.build("Delays.Same", () -> new Delays.Same(QuantityText.read(Time.class, node)));
        }
        if (!node.required("type").text().equals(GIVEN)) {
            return node.build(() -> new Delays.Drawn(DistributionFormat.readDrawn(node)));
        }
        node.onlyKeys(List.of("type", VALUES));
        double[][] seconds = node.required(VALUES).list().stream()
                .map(row -> row.list().stream()
                        .mapToDouble(
                                entry -> QuantityText.read(Time.class, entry).si())
                        .toArray())
                .toArray(double[][]::new);
        return node.build(() -> new Delays.Given(seconds));
    }
}
