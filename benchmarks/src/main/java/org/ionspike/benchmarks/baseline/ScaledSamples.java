package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.Split;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Samples as the models see them.
 *
 * @param features scaled, single precision, {@code [sample, feature]}
 * @param labels class of each sample
 * @param classes number of classes
 */
record ScaledSamples(INDArray features, ImmutableIntArray labels, int classes) {
    private static final int BATCH = 500;

    /** Some samples of a data set. */
    static ScaledSamples of(Dataset dataset, Scaler scaler, ImmutableIntArray samples) {
        int width = dataset.featureCount();
        float[] values = new float[Math.multiplyExact(samples.length(), width)];
        int[] labels = new int[samples.length()];
        for (int s = 0; s < labels.length; s++) {
            System.arraycopy(scaler.apply(dataset, samples.get(s)), 0, values, s * width, width);
            labels[s] = dataset.label(samples.get(s));
        }
        INDArray features =
                Nd4j.create(values, new long[] {labels.length, width}, new long[] {width, 1}, 'c', DataType.FLOAT);
        return new ScaledSamples(features, ImmutableIntArray.copyOf(labels), dataset.classCount());
    }

    /** The training part of a split, scaled by itself. */
    static ScaledSamples ofTraining(Dataset dataset, Split split) {
        return of(dataset, scaler(dataset, split), split.train());
    }

    /** The held part of a split, scaled by the training part. */
    static ScaledSamples ofHeld(Dataset dataset, Split split) {
        return of(dataset, scaler(dataset, split), split.held());
    }

    private static Scaler scaler(Dataset dataset, Split split) {
        return Scaler.fit(Scaling.defaultFor(dataset), dataset, split.train());
    }

    int size() {
        return labels.length();
    }

    /** The samples from one to before another, on the same memory. */
    ScaledSamples part(int from, int to) {
        return new ScaledSamples(
                features.get(NDArrayIndex.interval(from, to), NDArrayIndex.all()), labels.subArray(from, to), classes);
    }

    /** Parts of up to 500 samples, one after the other. */
    ImmutableList<ScaledSamples> batches() {
        var batches = ImmutableList.<ScaledSamples>builder();
        for (int first = 0; first < size(); first += BATCH) {
            batches.add(part(first, Math.min(size(), first + BATCH)));
        }
        return batches.build();
    }

    /** A copy in another order. */
    ScaledSamples inOrder(int[] order) {
        var reordered = ImmutableIntArray.builder(order.length);
        for (int s : order) {
            reordered.add(labels.get(s));
        }
        return new ScaledSamples(Nd4j.pullRows(features, 1, order), reordered.build(), classes);
    }

    /** 1 for the class of a sample and 0 for the others, {@code [sample, class]}. */
    INDArray oneHot() {
        float[] values = new float[size() * classes];
        for (int s = 0; s < size(); s++) {
            values[s * classes + labels.get(s)] = 1;
        }
        return Nd4j.create(values, new long[] {size(), classes}, new long[] {classes, 1}, 'c', DataType.FLOAT);
    }
}
