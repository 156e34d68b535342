package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * Reads a folder of IDX files, the format of MNIST and its relatives: {@code train-images-idx3-ubyte} and
 * {@code train-labels-idx1-ubyte}, with {@code t10k-*} as the official test part if there, plain or with {@code .gz};
 * or a single pair of images and labels under any name with {@code images}, {@code labels}, {@code idx3},
 * {@code idx1} in it. Pixels are 0 to 255; classes are the label values that occur, in ascending order.
 */
public final class IdxReader {
    private IdxReader() {}

    /** Reads a folder; the data set is named after it. */
    public static Dataset read(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return read(name == null ? "idx" : name.toString(), folder);
    }

    /** Reads a folder as the data set of the given name. */
    public static Dataset read(String name, Path folder) {
        return read(DatasetInfo.ofUser(name, "images, IDX"), folder);
    }

    /** Reads a folder whose origin is known. */
    public static Dataset read(DatasetInfo info, Path folder) {
        var files = IdxFolder.of(info.name(), folder);
        var parts = ImmutableList.<Part>builder().add(Part.of(files.train()));
        files.test().ifPresent(pair -> parts.add(Part.of(pair)));
        return read(info, folder, parts.build());
    }

    private static Dataset read(DatasetInfo info, Path folder, ImmutableList<Part> parts) {
        IdxFile first = parts.get(0).images();
        long samples = 0;
        for (Part part : parts) {
            samples += part.images().count();
            checkShape(first, part.images());
        }
        if (samples * first.valuesEach() > FeatureTable.MOST_VALUES) {
            throw new DatasetException("Folder " + folder + " holds " + samples + " images of " + first.rows() + "x"
                    + first.columns() + ", more than the " + FeatureTable.MOST_VALUES
                    + " values one data set can. Remove the t10k files or cut the training files.");
        }
        byte[] pixels = new byte[(int) samples * first.valuesEach()];
        byte[] labels = new byte[(int) samples];
        int done = 0;
        for (Part part : parts) {
            part.labels().readInto(labels, done);
            part.images().readInto(pixels, done * first.valuesEach());
            done += part.images().count();
        }

        int[] values = IntStream.range(0, labels.length)
                .map(k -> labels[k] & 0xff)
                .distinct()
                .sorted()
                .toArray();
        if (values.length < 2) {
            throw new DatasetException("Folder " + folder + ": all " + samples + " labels are " + values[0]
                    + ", and at least two classes are needed. Check "
                    + parts.get(0).labels().path() + ".");
        }
        int[] rank = new int[256];
        for (int k = 0; k < values.length; k++) {
            rank[values[k]] = k;
        }
        var builder = Dataset.builder(
                        info,
                        FeatureTable.ofBytes(first.valuesEach(), pixels),
                        ImmutableIntArray.copyOf(
                                IntStream.range(0, labels.length).map(k -> rank[labels[k] & 0xff])),
                        IntStream.of(values).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList()))
                .imageShape(new ImageShape(first.rows(), first.columns()))
                .valueRange(new ValueRange(0, 255));
        return (parts.size() > 1 ? builder.officialTrainCount(first.count()) : builder).build();
    }

    private static void checkShape(IdxFile first, IdxFile other) {
        if (other.rows() != first.rows() || other.columns() != first.columns()) {
            throw new DatasetException("File " + other.path() + " holds images of " + other.rows() + "x"
                    + other.columns() + ", and " + first.path() + " images of " + first.rows() + "x" + first.columns()
                    + ". Use files of one data set.");
        }
    }

    /** The heads of a pair of files that belong together. */
    private record Part(IdxFile images, IdxFile labels) {
        static Part of(IdxFolder.Pair pair) {
            var images = IdxFile.images(pair.images());
            var labels = IdxFile.labels(pair.labels());
            if (images.count() != labels.count()) {
                throw new DatasetException("File " + pair.images() + " holds " + images.count() + " images, and "
                        + pair.labels() + " holds " + labels.count()
                        + " labels; each image needs one. Use files of one data set.");
            }
            return new Part(images, labels);
        }
    }
}
