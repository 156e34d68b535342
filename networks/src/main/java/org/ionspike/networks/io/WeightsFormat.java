package org.ionspike.networks.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.network.Weights;

/**
 * Start weights as YAML. Given weights stand in the file when they are few, else in a dataset: a matrix, or for rows of
 * different lengths a list of all values and a list of the lengths.
 */
final class WeightsFormat {
    private static final String GIVEN = "given";
    private static final String VALUES = "values";
    private static final String LENGTHS = "lengths";

    private static final Map<String, Class<? extends Weights>> TYPES = Map.of(
            "uniform",
            Weights.Uniform.class,
            "even",
            Weights.Even.class,
            "gaussian",
            Weights.Gaussian.class,
            GIVEN,
            Weights.Given.class);

    private WeightsFormat() {}

    static Map<String, Object> write(Weights weights, String path, ArraySink arrays) {
        if (!(weights instanceof Weights.Given given)) {
            return NamedTypes.write(TYPES, weights);
        }
        float[][] rows = given.values();
        int[] lengths = Arrays.stream(rows).mapToInt(row -> row.length).toArray();
        int count = Arrays.stream(lengths).sum();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", GIVEN);
        if (count == 0 || (count <= ArraySink.FEW && rows.length <= ArraySink.FEW)) {
            tree.put(VALUES, Arrays.stream(rows).map(WeightsFormat::list).toList());
        } else if (Arrays.stream(lengths).distinct().count() == 1) {
            String dataset = path + "/weights";
            tree.putAll(arrays.put(dataset, all -> all.put(dataset, rows)));
        } else {
            String dataset = path + "/weights";
            String lengthsDataset = path + "/weight-lengths";
            tree.putAll(arrays.put(dataset, all -> all.put(dataset, flat(rows, count))));
            arrays.put(lengthsDataset, all -> all.put(lengthsDataset, lengths));
            tree.put(LENGTHS, lengthsDataset);
        }
        return tree;
    }

    static Weights read(YamlNode node, ArraySource arrays) {
        Class<? extends Weights> type = optionalType(node);
        if (type != Weights.Given.class) {
            return NamedTypes.bind(type, Map.of(), node);
        }
        float[][] rows;
        if (node.optional(VALUES).isPresent()) {
            node.onlyKeys(List.of("type", VALUES));
            rows = node.required(VALUES).list().stream().map(WeightsFormat::row).toArray(float[][]::new);
        } else if (node.optional(ArraySource.FILE).isEmpty()) {
            throw node.error("lacks the key 'file'. Give 'file' and 'dataset', or 'values: [[...], ...]'.");
        } else if (node.optional(LENGTHS).isPresent()) {
            node.onlyKeys(List.of("type", ArraySource.FILE, ArraySource.DATASET, LENGTHS));
            rows = split(node, arrays.read(node, ArraysFile::floats), arrays.read(node, LENGTHS, ArraysFile::ints));
        } else {
            rows = arrays.readOnly(node.without("type"), ArraysFile::floatMatrix);
        }
        return node.build(() -> new Weights.Given(rows));
    }

    /** A map with a file and no type means given weights. */
    private static Class<? extends Weights> optionalType(YamlNode node) {
        boolean given = node.optional("type").isEmpty()
                && node.optional(ArraySource.FILE).isPresent();
        return given ? Weights.Given.class : node.required("type").oneOf("type of weights", TYPES);
    }

    private static List<Object> list(float[] row) {
        List<Object> list = new ArrayList<>(row.length);
        for (float value : row) {
            list.add(Scalars.decimal(value));
        }
        return list;
    }

    private static float[] row(YamlNode node) {
        List<YamlNode> entries = node.list();
        float[] row = new float[entries.size()];
        for (int k = 0; k < row.length; k++) {
            row[k] = (float) entries.get(k).number();
        }
        return row;
    }

    private static float[] flat(float[][] rows, int count) {
        float[] flat = new float[count];
        int at = 0;
        for (float[] row : rows) {
            System.arraycopy(row, 0, flat, at, row.length);
            at += row.length;
        }
        return flat;
    }

    private static float[][] split(YamlNode node, float[] flat, int[] lengths) {
        long sum = Arrays.stream(lengths).asLongStream().sum();
        if (sum != flat.length || Arrays.stream(lengths).anyMatch(length -> length < 0)) {
            throw node.error("has " + flat.length + " values, but its lengths are those of " + sum + ".");
        }
        float[][] rows = new float[lengths.length][];
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, at, at + lengths[i]);
            at += lengths[i];
        }
        return rows;
    }
}
