package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionspike.engine.units.Check;

/** Collects and checks the parts of a {@link Dataset}; started by {@link Dataset#builder}. */
public final class DatasetBuilder {
    final DatasetInfo info;
    final FeatureTable table;
    final ImmutableIntArray labels;
    final ImmutableList<String> classNames;
    ImmutableList<String> featureNames;
    Optional<ImageShape> imageShape = Optional.empty();
    Optional<ValueRange> valueRange = Optional.empty();
    OptionalInt officialTrainCount = OptionalInt.empty();

    DatasetBuilder(DatasetInfo info, FeatureTable table, ImmutableIntArray labels, ImmutableList<String> classNames) {
        this.info = info;
        this.table = table;
        this.labels = labels;
        this.classNames = classNames;
        featureNames = IntStream.rangeClosed(1, table.features())
                .mapToObj(k -> "feature " + k)
                .collect(ImmutableList.toImmutableList());
    }

    /** Names the features, one name each; otherwise they are {@code feature 1}, {@code feature 2} ... */
    public DatasetBuilder featureNames(Collection<String> names) {
        featureNames = ImmutableList.copyOf(names);
        return this;
    }

    /**
     * Says that the samples are images and names the features {@code pixel row,column}, counted from 0, with the plane before
     * where there are several.
     */
    public DatasetBuilder imageShape(ImageShape shape) {
        imageShape = Optional.of(shape);
        featureNames = IntStream.range(0, Math.multiplyExact(shape.planes(), shape.pixels()))
                .mapToObj(k -> (shape.isPlane() ? "" : "plane " + k / shape.pixels() + " ") + "pixel "
                        + k % shape.pixels() / shape.width() + "," + k % shape.width())
                .collect(ImmutableList.toImmutableList());
        return this;
    }

    /** Declares the range all features have by definition. */
    public DatasetBuilder valueRange(ValueRange range) {
        valueRange = Optional.of(range);
        return this;
    }

    /** Declares the samples below this index the publisher's training part, the others the test part. */
    public DatasetBuilder officialTrainCount(int count) {
        officialTrainCount = OptionalInt.of(count);
        return this;
    }

    /** The checked data set. */
    public Dataset build() {
        int size = table.samples();
        String where = "Dataset " + info.name();
        Check.require(size >= 2, where + ": samples", size, "must be at least 2");
        requireCount(where + ": labels", labels.length(), "sample", size);
        requireCount(where + ": feature names", featureNames.size(), "feature", table.features());
        Check.require(
                classNames.size() >= 2,
                where + ": classes",
                classNames.size(),
                "must be at least 2, or there is nothing to tell apart");
        Check.require(
                ImmutableSet.copyOf(classNames).size() == classNames.size(),
                where + ": class names",
                classNames,
                "must differ from each other");
        for (int k = 0; k < size; k++) {
            int label = labels.get(k);
            Check.require(
                    label >= 0 && label < classNames.size(),
                    where + ": label of sample " + k,
                    label,
                    "must lie between 0 and " + (classNames.size() - 1));
        }
        officialTrainCount.ifPresent(count -> Check.require(
                count >= 1 && count < size,
                where + ": official training samples",
                count,
                "must lie between 1 and " + (size - 1)));
        return new Dataset(this);
    }

    private static void requireCount(String what, int found, String per, int needed) {
        Check.require(found == needed, what, found, "must be one per " + per + ", and there are " + needed);
    }
}
