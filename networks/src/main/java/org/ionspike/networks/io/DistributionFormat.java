package org.ionspike.networks.io;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.units.Quantity;

/** How values are spread, as YAML. Given values stand in the file when they are few, else in a dataset. */
final class DistributionFormat {
    private static final String GIVEN = "given";
    private static final String UNIT = "unit";
    private static final String VALUES = "values";

    private static final Map<String, Class<? extends Distribution>> DRAWN = Map.of(
            "constant",
            Distribution.Constant.class,
            "uniform",
            Distribution.Uniform.class,
            "gaussian",
            Distribution.Gaussian.class,
            "clipped-gaussian",
            Distribution.ClippedGaussian.class);

    private DistributionFormat() {}

    /** Values that are drawn, or the same for all. */
    static Map<String, Object> writeDrawn(Distribution values) {
        return NamedTypes.write(DRAWN, values);
    }

    static Map<String, Object> write(Distribution values, String dataset, ArraySink arrays) {
        if (!(values instanceof Distribution.Given given)) {
            return writeDrawn(values);
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", GIVEN);
        tree.put(
                UNIT,
                StateVariable.QUANTITIES.entrySet().stream()
                        .filter(unit -> unit.getValue() == given.quantity())
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(
                                "Values of a " + given.quantity().getSimpleName() + " have no unit in files."))
                        .getKey());
        double[] si = given.values().toArray();
        if (si.length > ArraySink.FEW) {
            tree.putAll(arrays.put(dataset, builder -> builder.put(dataset, si)));
        } else {
            tree.put(VALUES, given.values().asList());
        }
        return tree;
    }

    static Distribution readDrawn(YamlNode node) {
        return NamedTypes.bind(node.required("type").oneOf("type of distribution", DRAWN), Map.of(), node);
    }

    static Distribution read(YamlNode node, ArraySource arrays) {
        Map<String, Object> known = new LinkedHashMap<>(DRAWN);
        known.put(GIVEN, Distribution.Given.class);
        node.required("type").oneOf("type of distribution", known);
        return node.required("type").text().equals(GIVEN) ? given(node, arrays) : readDrawn(node);
    }

    private static Distribution given(YamlNode node, ArraySource arrays) {
        Class<? extends Quantity> quantity = node.required(UNIT).oneOf("unit", StateVariable.QUANTITIES);
        double[] values;
        if (node.optional(VALUES).isPresent()) {
            node.onlyKeys(List.of("type", UNIT, VALUES));
            values = node.required(VALUES).list().stream()
                    .mapToDouble(YamlNode::number)
                    .toArray();
        } else {
            node.onlyKeys(List.of("type", UNIT, ArraySource.FILE, ArraySource.DATASET));
            values = arrays.read(node, ArraysFile::doubles);
        }
        return node.build(() -> new Distribution.Given(quantity, ImmutableDoubleArray.copyOf(values)));
    }
}
