package org.ionspike.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.datasets.ImageShape;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class QuantizationTest {
    private static final int INPUTS = 20;
    private static final int HIDDEN = 7;
    private static final int CLASSES = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void givesWhatIntegersOfJavaGive(long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("test");
        float[][] hidden = matrix(INPUTS, HIDDEN, random);
        float[] hiddenBias = matrix(1, HIDDEN, random)[0];
        float[][] output = matrix(HIDDEN, CLASSES, random);
        float[] outputBias = matrix(1, CLASSES, random)[0];
        LayeredClassifier trained = GivenModels.mlp(hidden, hiddenBias, output, outputBias);
        float[][] samples = samples(50, INPUTS, random);
        INDArray features = Nd4j.createFromArray(samples);

        LayeredClassifier whole = Quantization.of(trained, features, new OperationMeter());

        double inputScale = features.maxNumber().doubleValue() / 255;
        double[] hiddenScale = {0};
        trained.scores(
                features, step -> hiddenScale[0] = step.inputs().maxNumber().doubleValue() / 255);
        double[][] scores = whole.scores(features, LayerObserver.NONE).toDoubleMatrix();
        for (int s = 0; s < samples.length; s++) {
            int[] x = new int[INPUTS];
            for (int i = 0; i < INPUTS; i++) {
                x[i] = byteOf(samples[s][i] * (1 / inputScale));
            }
            double[] y = layer(x, hidden, hiddenBias, inputScale, hiddenScale[0]);
            int[] z = new int[HIDDEN];
            for (int h = 0; h < HIDDEN; h++) {
                z[h] = byteOf(y[h]);
            }
            // the same whole sums, times the same factor
            assertThat(scores[s]).containsExactly(layer(z, output, outputBias, hiddenScale[0], 1), within(1e-12));
        }
    }

    /** Sums in integers, times the factor to the scale of the outputs. */
    private static double[] layer(int[] x, float[][] weights, float[] bias, double inputScale, double outputScale) {
        double[] y = new double[bias.length];
        for (int u = 0; u < y.length; u++) {
            double largest = 0;
            for (float[] row : weights) {
                largest = Math.max(largest, Math.abs(row[u]));
            }
            double weightScale = largest / 127;
            int sum = (int) Math.floor(bias[u] / (weightScale * inputScale) + 0.5);
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * (int) Math.floor(weights[i][u] / weightScale + 0.5);
            }
            y[u] = sum * (weightScale * inputScale / outputScale);
        }
        return y;
    }

    private static int byteOf(double value) {
        return (int) Math.max(0, Math.min(255, Math.floor(value + 0.5)));
    }

    @Test
    void weightsAndActivationsAreWholeNumbersOf8Bits() {
        UniformRandomProvider random = new RandomStreams(5).stream("test");
        var design = new FilterDesign(new ImageShape(8, 8), 3, 3, 1, 2);
        LayeredClassifier trained = GivenModels.cnn(
                design,
                matrix(9, 3, random),
                matrix(1, 3, random)[0],
                matrix(27, CLASSES, random),
                matrix(1, CLASSES, random)[0]);
        INDArray features = Nd4j.createFromArray(samples(30, 64, random));

        LayeredClassifier whole = Quantization.of(trained, features, new OperationMeter());

        whole.scores(features.mul(2), step -> {
            assertWhole(step.inputs(), 0, 255);
            assertWhole(step.layer().weights(), -127, 127);
            assertThat(step.layer().weights().amaxNumber().doubleValue()).isEqualTo(127);
        });
        assertThat(whole.precision()).isEqualTo(Precision.INT8);
        assertThat(whole.parameters()).isEqualTo(9 * 3 + 3 + 27 * CLASSES + CLASSES);
        assertThat(whole.footprintBytes()).isEqualTo(9 * 3 + 27 * CLASSES + 8 * (3 + CLASSES));
        assertThat(trained.footprintBytes()).isEqualTo(4 * trained.parameters());
    }

    @Test
    void aWeightBelowHalfAStepBecomesZeroAndAnInputTooAndThenItCostsNothing() {
        LayeredClassifier trained = GivenModels.logistic(new float[][] {{1, 0.003F}, {0.001F, 1}}, new float[] {0, 0});
        INDArray calibration = Nd4j.createFromArray(new float[][] {{1, 1}});

        LayeredClassifier whole = Quantization.of(trained, calibration, new OperationMeter());

        assertThat(trained.connectionSparsity()).isZero();
        assertThat(whole.connectionSparsity()).isEqualTo(0.5);
        float[] faint = {1, 0.001F}; // below half of 1/255
        assertThat(GivenModels.read(trained, faint).mean().get(Count.EFFECTIVE_MACS))
                .isEqualTo(4);
        assertThat(GivenModels.read(whole, faint).mean().get(Count.EFFECTIVE_MACS))
                .isEqualTo(2);
    }

    @Test
    void zeroInputsAndZeroWeightsCanBeQuantized() {
        LayeredClassifier trained = GivenModels.logistic(new float[][] {{0, 1}}, new float[] {0.5F, 0.25F});
        INDArray dark = Nd4j.createFromArray(new float[][] {{0}});

        LayeredClassifier whole = Quantization.of(trained, dark, new OperationMeter());

        assertThat(whole.scores(dark, LayerObserver.NONE).toDoubleVector())
                .containsExactly(new double[] {0.5, 0.25}, within(0.01)); // a step of a sum is 1/127
    }

    private static void assertWhole(INDArray values, int least, int most) {
        for (double value : values.dup('c').reshape(values.length()).toDoubleVector()) {
            assertThat(value).isEqualTo(Math.rint(value)).isBetween((double) least, (double) most);
        }
    }

    private static float[][] matrix(int rows, int columns, UniformRandomProvider random) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int k = 0; k < columns; k++) {
                row[k] = 2 * random.nextFloat() - 1;
            }
        }
        return matrix;
    }

    private static float[][] samples(int count, int width, UniformRandomProvider random) {
        float[][] samples = matrix(count, width, random);
        for (float[] sample : samples) {
            for (int k = 0; k < width; k++) {
                sample[k] = Math.max(0, sample[k]);
            }
        }
        return samples;
    }
}
