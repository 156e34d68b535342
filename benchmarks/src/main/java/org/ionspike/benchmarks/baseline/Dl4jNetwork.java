package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.ionspike.datasets.Dataset;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * A model as DL4J trains it: softmax cross-entropy, Adam with its usual decays 0.9 and 0.999, no regularization. Initial weights
 * are normal with variance 2 / (inputs + outputs), before rectification 2 / inputs; biases are 0.
 */
final class Dl4jNetwork {
    private final MultiLayerNetwork network;
    private final ImmutableList<LayerShape> shapes;

    /**
     * A network with initial weights.
     *
     * @param rate of learning, above 0
     * @param random gives the seed of the initial weights
     */
    Dl4jNetwork(BaselineModel model, Dataset dataset, double rate, UniformRandomProvider random) {
        int features = dataset.featureCount();
        int classes = dataset.classCount();
        var list = new NeuralNetConfiguration.Builder()
                .seed(random.nextLong())
                .updater(new Adam(rate))
                .list();
        var layers = ImmutableList.<LayerShape>builder();
        int before = features;
        Optional<FilterDesign> design = Optional.empty();
        switch (model.family()) {
            case LOGISTIC_REGRESSION -> {}
            case MLP -> {
                list.layer(new DenseLayer.Builder()
                        .nOut(model.size())
                        .activation(Activation.RELU)
                        .weightInit(WeightInit.RELU)
                        .build());
                layers.add(new DenseShape("hidden", features, model.size()));
                before = model.size();
            }
            case CNN -> {
                design = Optional.of(FilterDesign.of(dataset, model.size()));
                var shape = new ConvolutionShape(design.get());
                addFilters(list, design.get());
                layers.add(shape);
                before = shape.outputCount();
            }
            case KNN -> throw new IllegalArgumentException("Model " + model.name() + " is not trained, only stored.");
        }
        list.layer(new OutputLayer.Builder(LossFunction.MCXENT)
                .nOut(classes)
                .activation(Activation.SOFTMAX)
                .weightInit(WeightInit.XAVIER)
                .build());
        layers.add(new DenseShape("output", before, classes));
        list.setInputType(design.map(FilterDesign::image)
                .map(image -> InputType.convolutionalFlat(image.height(), image.width(), image.planes()))
                .orElse(InputType.feedForward(features)));
        shapes = layers.build();
        network = new MultiLayerNetwork(list.build());
        network.init();
    }

    private static void addFilters(NeuralNetConfiguration.ListBuilder list, FilterDesign design) {
        list.layer(new ConvolutionLayer.Builder(design.side(), design.side())
                .stride(design.stride(), design.stride())
                .nOut(design.filters())
                .activation(Activation.RELU)
                .weightInit(WeightInit.RELU)
                .build());
        if (design.pooling() > 1) {
            list.layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                    .kernelSize(design.pooling(), design.pooling())
                    .stride(design.pooling(), design.pooling())
                    .build());
        }
    }

    /** Layers with weights, from the first. */
    ImmutableList<LayerShape> shapes() {
        return shapes;
    }

    /** One update by the mean gradient of a batch. */
    void learn(ScaledSamples batch) {
        network.fit(new DataSet(batch.features(), batch.oneHot()));
    }

    /** Counts what training computes from now on. */
    void count(TrainingMeter meter) {
        network.setListeners(meter);
    }

    /** What DL4J itself answers: probabilities of the classes, {@code [sample, class]}. */
    INDArray probabilities(INDArray features) {
        return network.output(features);
    }

    /** A copy of the weights as they are now, ready to read samples. */
    LayeredClassifier classifier() {
        var layers = ImmutableList.<Layer>builder();
        for (int k = 0; k < shapes.size(); k++) {
            LayerShape shape = shapes.get(k);
            boolean isLast = k == shapes.size() - 1;
            String layer = (isLast ? network.getnLayers() - 1 : k) + "_";
            INDArray weights = network.getParam(layer + "W");
            INDArray matrix = weights.rank() == 2 ? weights.dup('c') : ofFilters(weights, shape);
            layers.add(new FloatLayer(
                    shape, matrix, network.getParam(layer + "b").dup('c').reshape(1, shape.units()), !isLast));
        }
        return LayeredClassifier.ofFloats(layers.build());
    }

    /** From {@code [filter, plane, row, column]} to {@code [row entry, filter]}. */
    private static INDArray ofFilters(INDArray weights, LayerShape shape) {
        return weights.dup('c')
                .reshape('c', shape.units(), shape.rowLength())
                .transpose()
                .dup('c');
    }
}
