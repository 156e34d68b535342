package org.ionspike.networks.io;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.source.SpikeTrainSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Time;

/** A source of spikes as YAML. */
final class SourceFormat {
    private static final String SPIKE_TRAIN = "spike-train";

    private static final Map<String, Class<? extends SpikeSource>> TYPES = Map.of(
            "input-lines", InputLines.class, "poisson", PoissonSource.class, SPIKE_TRAIN, SpikeTrainSource.class);

    private SourceFormat() {}

    static Map<String, Object> write(SpikeSource source, int position, ArraySink arrays) {
        if (source instanceof SpikeTrainSource train) {
            String segment = ArraySink.segment(train.name(), position);
            return writeTrain(train.raster(), "/" + segment, arrays);
        }
        return NamedTypes.write(TYPES, source);
    }

    static SpikeSource read(String name, YamlNode node, ArraySource arrays) {
        Class<? extends SpikeSource> type = node.required("type").oneOf("type of source", TYPES);
        if (type == SpikeTrainSource.class) {
            return new SpikeTrainSource(name, readTrain(node, arrays));
        }
        return NamedTypes.bind(type, Map.of("name", name), node);
    }

    private static Map<String, Object> writeTrain(SpikeRaster raster, String path, ArraySink arrays) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", SPIKE_TRAIN);
        tree.put("lines", raster.lines());
        if (raster.size() > ArraySink.FEW) {
            String times = path + "/times";
            String indices = path + "/indices";
            tree.put(
                    "times",
                    arrays.put(times, all -> all.put(times, raster.timeSeconds().toArray())));
            tree.put(
                    "indices",
                    arrays.put(indices, all -> all.put(indices, raster.line().toArray())));
        } else {
            tree.put(
                    "times",
                    raster.timeSeconds().asList().stream()
                            .map(seconds -> QuantityText.of(new Time(seconds)))
                            .toList());
            tree.put("indices", raster.line().asList());
        }
        return tree;
    }

    private static SpikeRaster readTrain(YamlNode node, ArraySource arrays) {
        node.onlyKeys(List.of("type", "lines", "times", "indices"));
        int lines = node.required("lines").integer();
        YamlNode times = node.required("times");
        YamlNode indices = node.required("indices");
        double[] seconds = times.isList()
                ? times.list().stream()
                        .mapToDouble(
                                entry -> QuantityText.read(Time.class, entry).si())
                        .toArray()
                : arrays.readOnly(times, ArraysFile::doubles);
        int[] line = indices.isList()
                ? indices.list().stream().mapToInt(YamlNode::integer).toArray()
                : arrays.readOnly(indices, ArraysFile::ints);
        return node.build(
                "SpikeRaster",
                () -> new SpikeRaster(lines, ImmutableDoubleArray.copyOf(seconds), ImmutableIntArray.copyOf(line)));
    }
}
