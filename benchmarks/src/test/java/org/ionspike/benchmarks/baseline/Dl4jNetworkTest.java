package org.ionspike.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

class Dl4jNetworkTest {
    private static final RandomStreams STREAMS = new RandomStreams(4);

    static Stream<Arguments> models() {
        return Stream.of(
                Arguments.of(BaselineModel.logisticRegression(), new ImageShape(8, 8)),
                Arguments.of(BaselineModel.mlp(5), new ImageShape(8, 8)),
                Arguments.of(BaselineModel.cnn(3), new ImageShape(8, 8)), // pooling
                Arguments.of(BaselineModel.cnn(3), new ImageShape(9, 11)), // a row and a column that pooling leaves out
                Arguments.of(BaselineModel.cnn(3), new ImageShape(2, 7, 6)), // planes
                Arguments.of(BaselineModel.cnn(2), new ImageShape(18, 17))); // stride
    }

    @ParameterizedTest
    @MethodSource("models")
    void ourReadingOfTheWeightsIsThatOfDl4j(BaselineModel model, ImageShape shape) {
        Dataset dataset = images(shape, 12);
        ScaledSamples samples = all(dataset);
        var network = new Dl4jNetwork(model, dataset, 0.01, STREAMS.stream("weights"));
        for (int k = 0; k < 5; k++) {
            network.learn(samples); // biases are no longer 0
        }

        INDArray ours = Transforms.softmax(network.classifier().scores(samples.features(), LayerObserver.NONE));

        // single precision, summed in another order
        assertThat(ours.toFloatMatrix()[7])
                .containsExactly(network.probabilities(samples.features()).toFloatMatrix()[7], within(1e-5F));
        assertThat(ours.sub(network.probabilities(samples.features()))
                        .amaxNumber()
                        .doubleValue())
                .isLessThan(1e-5);
    }

    @Test
    void countsEveryUpdateWithTheSizeOfItsBatch() {
        double[][] pixels = new double[70][4];
        for (double[] image : pixels) {
            image[1] = 1; // one of four pixels
        }
        Dataset dataset = GivenModels.images(new ImageShape(2, 2), 2, pixels);
        var learning = new BaselineTraining(
                BaselineModel.logisticRegression(), dataset, 0.01, all(dataset), STREAMS.child("training"));

        learning.epochs(3);

        Tally.Part output = learning.tally().parts().get(0);
        int updates = 3 * 2; // batches of 64 and 6
        assertThat(output.get(Count.DENSE_MACS)).isEqualTo(3 * 70 * 2 * 4 * 2); // forward and gradient of the weights
        assertThat(output.get(Count.EFFECTIVE_MACS)).isEqualTo(3 * 70 * 2 * 1 * 2);
        assertThat(output.get(Count.NEURON_UPDATES)).isEqualTo(3 * 70 * 2);
        assertThat(output.get(Count.WEIGHT_READ_BITS)).isEqualTo(updates * (1 + 1 + 2) * 8 * 32);
        assertThat(output.get(Count.WEIGHT_WRITE_BITS)).isEqualTo(updates * 3 * 8 * 32);
        assertThat(output.get(Count.INFERENCES)).isZero();
    }

    @Test
    void laterLayersAlsoTakeTheGradientOfTheirInputs() {
        Dataset dataset = images(new ImageShape(8, 8), 10);
        ScaledSamples samples = all(dataset);
        var learning = new BaselineTraining(BaselineModel.cnn(3), dataset, 0.01, samples, STREAMS.child("training"));
        OperationMeter first = counted(learning.classifier(), samples);

        learning.epoch(); // one batch: the activations are those before the update

        Tally.Part convolution = learning.tally().parts().get(0);
        Tally.Part output = learning.tally().parts().get(1);
        assertThat(convolution.get(Count.DENSE_MACS)).isEqualTo(2 * part(first, 0, Count.DENSE_MACS));
        assertThat(convolution.get(Count.EFFECTIVE_MACS)).isEqualTo(2 * part(first, 0, Count.EFFECTIVE_MACS));
        assertThat(output.get(Count.DENSE_MACS)).isEqualTo(3 * part(first, 1, Count.DENSE_MACS));
        assertThat(output.get(Count.EFFECTIVE_MACS))
                .isEqualTo(2 * part(first, 1, Count.EFFECTIVE_MACS) + part(first, 1, Count.DENSE_MACS));
    }

    private static OperationMeter counted(Classifier classifier, ScaledSamples samples) {
        var meter = new OperationMeter();
        classifier.classify(samples.features(), meter);
        return meter;
    }

    private static double part(OperationMeter meter, int part, Count count) {
        return meter.sum().parts().get(part).get(count);
    }

    private static Dataset images(ImageShape shape, int count) {
        UniformRandomProvider random = STREAMS.stream("images");
        double[][] pixels = new double[count][shape.planes() * shape.pixels()];
        for (double[] image : pixels) {
            for (int k = 0; k < image.length; k++) {
                image[k] = Math.max(0, 2 * random.nextDouble() - 1);
            }
        }
        return GivenModels.images(shape, 3, pixels);
    }

    private static ScaledSamples all(Dataset dataset) {
        var every = ImmutableIntArray.copyOf(IntStream.range(0, dataset.size()));
        return ScaledSamples.of(dataset, Scaler.fit(Scaling.RANGE, dataset, every), every);
    }
}
