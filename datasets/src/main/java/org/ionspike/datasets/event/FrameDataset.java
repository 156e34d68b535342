package org.ionspike.datasets.event;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.DatasetInfo;
import org.ionspike.datasets.FeatureTable;
import org.ionspike.datasets.ImageShape;
import org.ionspike.engine.units.Check;

/** Makes a {@link Dataset} of frames from recordings that are asked for one by one and not kept. */
final class FrameDataset {
    private FrameDataset() {}

    /** @param recording gives the recording of an index, each time the same */
    static Dataset of(
            DatasetInfo info,
            ImmutableIntArray labels,
            ImmutableList<String> classNames,
            OptionalInt officialTrainCount,
            IntFunction<EventRecording> recording,
            ToFrame toFrame) {
        int samples = labels.length();
        int frames = toFrame.hasFixedCount()
                ? toFrame.size()
                : IntStream.range(0, samples)
                        .map(k -> toFrame.frames(recording.apply(k)))
                        .max()
                        .orElse(1);
        SensorShape sensor = recording.apply(0).sensor();
        long features = (long) frames * sensor.lines();
        Check.require(
                features * samples <= FeatureTable.MOST_VALUES,
                "Dataset " + info.name() + ": values of " + samples + " samples of " + frames + " frames",
                features * samples,
                "must be at most " + FeatureTable.MOST_VALUES + "; take fewer frames or downsample");
        var table = new CountTable(samples, (int) features);
        for (int k = 0; k < samples; k++) {
            table.put(k, toFrame.apply(recording.apply(k)).counts());
        }
        var builder = Dataset.builder(info, table.toFeatures(), labels, classNames);
        officialTrainCount.ifPresent(builder::officialTrainCount);
        int planes = frames * sensor.polarities();
        builder.imageShape(new ImageShape(planes, sensor.height(), sensor.width()));
        return (planes == 1 ? builder : builder.featureNames(names(sensor, frames))).build();
    }

    private static ImmutableList<String> names(SensorShape sensor, int frames) {
        var names = ImmutableList.<String>builder();
        for (int frame = 0; frame < frames; frame++) {
            for (int p = 0; p < sensor.polarities(); p++) {
                String plane = "frame " + frame + (sensor.polarities() == 1 ? "" : p == 1 ? " on" : " off") + " pixel ";
                for (int row = 0; row < sensor.height(); row++) {
                    for (int column = 0; column < sensor.width(); column++) {
                        names.add(plane + row + "," + column);
                    }
                }
            }
        }
        return names.build();
    }

    /** Counts of all samples: bytes until one does not fit, then doubles, as a {@link FeatureTable} holds them. */
    private static final class CountTable {
        private final int features;
        private byte[] bytes;
        private double[] doubles = {};

        CountTable(int samples, int features) {
            this.features = features;
            bytes = new byte[samples * features];
        }

        /** @param counts of the sample, followed by zeros if they are fewer than the features */
        void put(int sample, int[] counts) {
            int start = sample * features;
            if (doubles.length == 0 && Arrays.stream(counts).anyMatch(count -> count > 255)) {
                doubles = new double[bytes.length];
                Arrays.setAll(doubles, k -> bytes[k] & 0xff);
                bytes = new byte[0];
            }
            for (int k = 0; k < counts.length; k++) {
                if (doubles.length == 0) {
                    bytes[start + k] = (byte) counts[k];
                } else {
                    doubles[start + k] = counts[k];
                }
            }
        }

        FeatureTable toFeatures() {
            return doubles.length == 0
                    ? FeatureTable.ofUnsignedBytes(features, bytes)
                    : FeatureTable.of(features, doubles);
        }
    }
}
