package org.ionspike.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.datasets.ImageShape;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Counts of networks small enough to count by hand. */
class OperationMeterTest {
    // hidden units of (1, 0, 2): 1 + 2 * 3 = 7, and 1 - 2 * 1 = -1, which becomes 0
    private static final LayeredClassifier MLP = GivenModels.mlp(
            new float[][] {{1, 1}, {5, 5}, {3, -1}}, new float[] {0, 0}, new float[][] {{1, 2}, {3, 0}}, new float[] {
                0, 0
            });

    // one filter of 3 x 3 on 4 x 4, at 2 x 2 positions, of which the largest answer is kept
    private static final FilterDesign FILTER = new FilterDesign(new ImageShape(4, 4), 1, 3, 1, 2);
    private static final LayeredClassifier CNN = GivenModels.cnn(
            FILTER,
            new float[][] {{1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}, {1}},
            new float[] {0},
            new float[][] {{1, -1}},
            new float[] {0, 0});

    @Test
    void countsThoseInputsOfALayerThatAreNotZero() {
        OperationMeter meter = GivenModels.read(MLP, new float[] {1, 0, 2});
        Tally tally = meter.mean();

        Tally.Part hidden = tally.parts().get(0);
        Tally.Part output = tally.parts().get(1);
        assertThat(hidden.name()).isEqualTo("hidden");
        assertThat(hidden.get(Count.DENSE_MACS)).isEqualTo(6);
        assertThat(hidden.get(Count.EFFECTIVE_MACS)).isEqualTo(4); // two inputs, two units
        assertThat(hidden.get(Count.NEURON_UPDATES)).isEqualTo(2);
        assertThat(hidden.get(Count.WEIGHT_READ_BITS)).isEqualTo(6 * 32);
        assertThat(hidden.get(Count.STATE_READ_BITS)).isEqualTo(3 * 32);
        assertThat(hidden.get(Count.STATE_WRITE_BITS)).isEqualTo(2 * 32);
        assertThat(output.name()).isEqualTo("output");
        assertThat(output.get(Count.DENSE_MACS)).isEqualTo(4);
        assertThat(output.get(Count.EFFECTIVE_MACS)).isEqualTo(2); // one hidden unit is 0
        assertThat(tally.get(Count.INFERENCES)).isEqualTo(1);
        assertThat(meter.activationSparsity()).isEqualTo(0.5);
    }

    @Test
    void takesTheMeanOverSamplesInBatchesOfAnySize() {
        var meter = new OperationMeter();
        MLP.classify(Nd4j.createFromArray(new float[][] {{1, 0, 2}, {1, 1, 1}}), meter);
        MLP.classify(Nd4j.createFromArray(new float[][] {{0, 0, 0}}), meter);

        // 2, 3 and 0 inputs, then 1, 2 and 0 hidden units, each with two weights
        assertThat(meter.mean().get(Count.EFFECTIVE_MACS)).isCloseTo((4 + 6 + 0 + 2 + 4 + 0) / 3.0, within(1e-12));
        assertThat(meter.mean().get(Count.DENSE_MACS)).isCloseTo(10, within(1e-12));
        assertThat(meter.mean().get(Count.INFERENCES)).isEqualTo(1);
    }

    @Test
    void aTinyInputIsNotZero() {
        assertThat(GivenModels.read(MLP, new float[] {1e-30F, 0, 0})
                        .mean()
                        .parts()
                        .get(0)
                        .get(Count.EFFECTIVE_MACS))
                .isEqualTo(2);
    }

    @Test
    void aPixelCountsAtAllPositionsThatReachItAndFewerReachTheBorder() {
        assertThat(convolution(0)).isEqualTo(1); // the corner
        assertThat(convolution(1)).isEqualTo(2); // the border beside it
        assertThat(convolution(5)).isEqualTo(4); // inside
        assertThat(convolution(0, 1, 5)).isEqualTo(7);
        assertThat(convolution()).isZero();
    }

    @Test
    void aDenseConvolutionMultipliesEveryEntryOfTheFilterAtEveryPosition() {
        Tally tally = GivenModels.read(CNN, image(5)).mean();

        Tally.Part convolution = tally.parts().get(0);
        assertThat(convolution.name()).isEqualTo("convolution");
        assertThat(convolution.get(Count.DENSE_MACS)).isEqualTo(9 * 4);
        assertThat(convolution.get(Count.NEURON_UPDATES)).isEqualTo(4);
        assertThat(convolution.get(Count.WEIGHT_READ_BITS)).isEqualTo(9 * 32);
        assertThat(convolution.get(Count.STATE_READ_BITS)).isEqualTo(16 * 32);
        assertThat(convolution.get(Count.STATE_WRITE_BITS)).isEqualTo(32); // after pooling
        assertThat(tally.parts().get(1).get(Count.EFFECTIVE_MACS)).isEqualTo(2);
    }

    @Test
    void strideLeavesPositionsOut() {
        var strided = new ConvolutionShape(new FilterDesign(new ImageShape(5, 5), 1, 3, 2, 1));

        assertThat(strided.positions()).isEqualTo(4);
        float[] centre = new float[25];
        centre[12] = 1;
        float[] corner = new float[25];
        corner[24] = 1;
        assertThat(strided.meetings(Nd4j.createFromArray(new float[][] {centre})))
                .isEqualTo(4);
        assertThat(strided.meetings(Nd4j.createFromArray(new float[][] {corner, centre})))
                .isEqualTo(5);
    }

    @Test
    void aFilterSeesAllPlanesOfAnImage() {
        var shape = new ConvolutionShape(new FilterDesign(new ImageShape(2, 3, 3), 1, 3, 1, 1));

        assertThat(shape.rowLength()).isEqualTo(18);
        assertThat(shape.rows(Nd4j.arange(18).reshape(1, 18)).toDoubleVector())
                .isSorted()
                .hasSize(18);
    }

    private static double convolution(int... bright) {
        return GivenModels.read(CNN, image(bright)).mean().parts().get(0).get(Count.EFFECTIVE_MACS);
    }

    private static float[] image(int... bright) {
        float[] image = new float[16];
        for (int pixel : bright) {
            image[pixel] = 0.5F;
        }
        return image;
    }
}
