package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.DatasetInfo;
import org.ionspike.datasets.FeatureTable;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.ValueRange;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Models with given weights and data with given values. */
final class GivenModels {
    private GivenModels() {}

    /** Logistic regression: {@code weights[input][class]}. */
    static LayeredClassifier logistic(float[][] weights, float[] bias) {
        return LayeredClassifier.ofFloats(ImmutableList.of(dense("output", weights, bias, false)));
    }

    /** A hidden layer of rectified units, then outputs. */
    static LayeredClassifier mlp(float[][] hidden, float[] hiddenBias, float[][] output, float[] outputBias) {
        return LayeredClassifier.ofFloats(ImmutableList.of(
                dense("hidden", hidden, hiddenBias, true), dense("output", output, outputBias, false)));
    }

    /** Rectified filters {@code filters[row entry][filter]}, then outputs. */
    static LayeredClassifier cnn(
            FilterDesign design, float[][] filters, float[] filterBias, float[][] output, float[] outputBias) {
        var convolution =
                new FloatLayer(new ConvolutionShape(design), Nd4j.createFromArray(filters), row(filterBias), true);
        return LayeredClassifier.ofFloats(ImmutableList.of(convolution, dense("output", output, outputBias, false)));
    }

    private static FloatLayer dense(String name, float[][] weights, float[] bias, boolean rectified) {
        var shape = new DenseShape(name, weights.length, bias.length);
        return new FloatLayer(shape, Nd4j.createFromArray(weights), row(bias), rectified);
    }

    private static INDArray row(float[] values) {
        return Nd4j.createFromArray(new float[][] {values});
    }

    /** Reads samples and counts. */
    static OperationMeter read(Classifier classifier, float[]... samples) {
        var meter = new OperationMeter();
        classifier.classify(Nd4j.createFromArray(samples), meter);
        return meter;
    }

    /** Images of values 0 to 1, class {@code s % classes} for sample s. */
    static Dataset images(ImageShape shape, int classes, double[]... samples) {
        double[] values = IntStream.range(0, samples.length)
                .boxed()
                .flatMapToDouble(s -> Arrays.stream(samples[s]))
                .toArray();
        int[] labels = IntStream.range(0, samples.length).map(s -> s % classes).toArray();
        return Dataset.builder(
                        DatasetInfo.ofUser("images", "Images"),
                        FeatureTable.of(shape.planes() * shape.pixels(), values),
                        ImmutableIntArray.copyOf(labels),
                        IntStream.range(0, classes)
                                .mapToObj(c -> "class " + c)
                                .collect(ImmutableList.toImmutableList()))
                .imageShape(shape)
                .valueRange(new ValueRange(0, 1))
                .build();
    }
}
