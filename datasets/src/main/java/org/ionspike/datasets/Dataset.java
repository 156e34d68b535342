package org.ionspike.datasets;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Labelled samples with the names of their features and classes. Immutable; made by {@link #builder}. */
public final class Dataset {
    private final DatasetInfo info;
    private final FeatureTable table;
    private final ImmutableIntArray labels;
    private final ImmutableList<String> featureNames;
    private final ImmutableList<String> classNames;
    private final Optional<ImageShape> imageShape;
    private final Optional<ValueRange> valueRange;
    private final OptionalInt officialTrainCount;
    private final Supplier<String> contentHash = Suppliers.memoize(this::computeContentHash);

    Dataset(DatasetBuilder from) {
        info = from.info;
        table = from.table;
        labels = from.labels;
        featureNames = from.featureNames;
        classNames = from.classNames;
        imageShape = from.imageShape;
        valueRange = from.valueRange;
        officialTrainCount = from.officialTrainCount;
    }

    /**
     * Starts a data set.
     *
     * @param info what it is and where it comes from
     * @param table values of all samples
     * @param labels class index of each sample, below the number of classes
     * @param classNames names of the classes, two or more
     */
    public static DatasetBuilder builder(
            DatasetInfo info, FeatureTable table, ImmutableIntArray labels, ImmutableList<String> classNames) {
        return new DatasetBuilder(info, table, labels, classNames);
    }

    /** A builder that starts from this data set. */
    DatasetBuilder toBuilder(DatasetInfo newInfo, ImmutableIntArray newLabels) {
        var builder = new DatasetBuilder(newInfo, table, newLabels, classNames).featureNames(featureNames);
        imageShape.ifPresent(builder::imageShape);
        valueRange.ifPresent(builder::valueRange);
        officialTrainCount.ifPresent(builder::officialTrainCount);
        return builder;
    }

    /** What the data set is and where it comes from. */
    public DatasetInfo info() {
        return info;
    }

    /** Short name, as on the command line. */
    public String name() {
        return info.name();
    }

    /** Number of samples. */
    public int size() {
        return table.samples();
    }

    /** Number of features of a sample. */
    public int featureCount() {
        return table.features();
    }

    /** Names of the features, in the order of the values. */
    public ImmutableList<String> featureNames() {
        return featureNames;
    }

    /** Number of classes. */
    public int classCount() {
        return classNames.size();
    }

    /** Names of the classes, in the order of the label indices. */
    public ImmutableList<String> classNames() {
        return classNames;
    }

    /** Shape of the samples if they are images. */
    public Optional<ImageShape> imageShape() {
        return imageShape;
    }

    /** The range of all features if the data set defines one. */
    public Optional<ValueRange> valueRange() {
        return valueRange;
    }

    /** If the publisher set a test part aside: the samples below this index are for training, the others for test. */
    public OptionalInt officialTrainCount() {
        return officialTrainCount;
    }

    /** The value of one feature of one sample, in the units of the data set. */
    public double feature(int sample, int feature) {
        return table.get(sample, feature);
    }

    /** The class index of a sample. */
    public int label(int sample) {
        return labels.get(sample);
    }

    /** The class indices of all samples. */
    public ImmutableIntArray labels() {
        return labels;
    }

    /** One sample, copied out of the table. */
    public Sample sample(int index) {
        var values = ImmutableDoubleArray.builder(featureCount());
        for (int f = 0; f < featureCount(); f++) {
            values.add(table.get(index, f));
        }
        return new Sample(values.build(), label(index));
    }

    /** Number of samples of each class. */
    public ImmutableIntArray classCounts() {
        int[] counts = new int[classCount()];
        labels.forEach(label -> counts[label]++);
        return ImmutableIntArray.copyOf(counts);
    }

    /**
     * SHA-256 of the content: shape, values, labels, class names and official boundary, in hexadecimal. Names,
     * citations and the file format do not enter, so the same data read from elsewhere has the same hash.
     */
    public String contentHash() {
        return contentHash.get();
    }

    private String computeContentHash() {
        Hasher hasher = Hashing.sha256().newHasher();
        table.putInto(hasher);
        labels.forEach(hasher::putInt);
        hasher.putInt(classCount());
        for (String name : classNames) {
            hasher.putInt(name.length()).putString(name, StandardCharsets.UTF_8);
        }
        hasher.putInt(officialTrainCount.orElse(-1));
        return hasher.hash().toString();
    }

    @Override
    public String toString() {
        return name() + " (" + size() + " samples, " + featureCount() + " features, " + classCount() + " classes)";
    }
}
