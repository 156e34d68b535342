package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import org.ionspike.benchmarks.metric.Precision;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Layers one after the other; the unit of the last with the largest answer is the class, the first of equal ones.
 *
 * @param layers from the first
 * @param precision of weights and inputs
 * @param inputFactor what brings features to the whole numbers of the first layer; 1 in single precision
 */
record LayeredClassifier(ImmutableList<Layer> layers, Precision precision, double inputFactor) implements Classifier {
    private static final int BYTES_PER_WORD = 4;

    /** Layers in single precision. */
    static LayeredClassifier ofFloats(ImmutableList<Layer> layers) {
        return new LayeredClassifier(layers, Precision.FLOAT32, 1);
    }

    @Override
    public int[] classify(INDArray features, OperationMeter meter) {
        meter.began(features.size(0));
        return scores(features, meter.of(precision)).argMax(1).toIntVector();
    }

    @Override
    public int[] classify(INDArray features) {
        return scores(features, LayerObserver.NONE).argMax(1).toIntVector();
    }

    /** Answers of the last layer, {@code [sample, class]}. */
    INDArray scores(INDArray features, LayerObserver observer) {
        INDArray inputs = precision.floating()
                ? features
                : IntegerLayer.wholeInputs(features.castTo(DataType.DOUBLE).muli(inputFactor));
        for (Layer layer : layers) {
            INDArray rows = layer.shape().rows(inputs);
            INDArray activations = layer.activations(rows);
            INDArray outputs = layer.shape().outputs(activations);
            boolean isLast = layer == layers.get(layers.size() - 1);
            observer.computed(new LayerObserver.Step(layer, isLast, inputs, rows, activations, outputs));
            inputs = outputs;
        }
        return inputs;
    }

    /** Weights and one bias for each unit. */
    @Override
    public long parameters() {
        return weights() + biases();
    }

    /** In whole numbers a byte for a weight, and for each unit a bias and a factor of 4 bytes. */
    @Override
    public long footprintBytes() {
        return precision.floating() ? BYTES_PER_WORD * parameters() : weights() + 2 * BYTES_PER_WORD * biases();
    }

    @Override
    public double connectionSparsity() {
        long notZero =
                layers.stream().mapToLong(layer -> NonZeros.in(layer.weights())).sum();
        return 1 - notZero / (double) weights();
    }

    private long weights() {
        return layers.stream().mapToLong(layer -> layer.weights().length()).sum();
    }

    private long biases() {
        return layers.stream().mapToLong(layer -> layer.shape().units()).sum();
    }
}
