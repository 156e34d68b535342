package org.ionspike.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Two models of the worked example on an image of which 151 of 784 pixels are not dark, the mean of MNIST. */
class WorkedExampleOperationsTest {
    private static final int PIXELS = 784;
    private static final int BRIGHT = 151;

    @Test
    void logisticRegressionMultiplies7840TimesAnd1510WithoutDarkPixels() {
        var logistic = GivenModels.logistic(filled(PIXELS, 10, 0.01F), new float[10]);

        Tally tally = GivenModels.read(logistic, image()).mean();

        assertThat(tally.get(Count.DENSE_MACS)).isEqualTo(7840);
        assertThat(tally.get(Count.EFFECTIVE_MACS)).isEqualTo(1510);
        assertThat(tally.get(Count.WEIGHT_READ_BITS)).isEqualTo(7840 * 32);
    }

    @Test
    void aHundredUnitsOfWhichHalfAreZeroMultiply79400TimesAnd15600WithoutZeros() {
        LayeredClassifier mlp = halfActive();

        OperationMeter meter = GivenModels.read(mlp, image());

        assertThat(meter.mean().get(Count.DENSE_MACS)).isEqualTo(79_400);
        assertThat(meter.mean().get(Count.EFFECTIVE_MACS)).isEqualTo(15_600);
        assertThat(meter.mean().get(Count.WEIGHT_READ_BITS)).isEqualTo(79_400 * 32);
        assertThat(meter.activationSparsity()).isEqualTo(0.5);
    }

    @Test
    void wholeNumbersOf8BitsMultiplyAsOftenAndReadAQuarterOfTheBits() {
        var image = Nd4j.createFromArray(new float[][] {image()});
        LayeredClassifier whole = Quantization.of(halfActive(), image, new OperationMeter());

        Tally tally = GivenModels.read(whole, image()).mean();

        assertThat(tally.get(Count.DENSE_MACS)).isEqualTo(79_400);
        assertThat(tally.get(Count.EFFECTIVE_MACS)).isEqualTo(15_600);
        assertThat(tally.get(Count.WEIGHT_READ_BITS)).isEqualTo(79_400 * 8);
    }

    @Test
    void aFurtherPixelIsAFurtherWeightOfEveryUnit() {
        float[] brighter = image();
        brighter[PIXELS - 1] = 1;

        // 100 units; the output layer sees the same 50 of them
        assertThat(GivenModels.read(halfActive(), brighter).mean().get(Count.EFFECTIVE_MACS))
                .isEqualTo(15_700);
    }

    /** Every second unit has negative weights, so that no bright image activates it. */
    private static LayeredClassifier halfActive() {
        float[][] hidden = filled(PIXELS, 100, 0.01F);
        for (float[] row : hidden) {
            for (int unit = 0; unit < row.length; unit += 2) {
                row[unit] = -0.01F;
            }
        }
        return GivenModels.mlp(hidden, new float[100], filled(100, 10, 0.02F), new float[10]);
    }

    private static float[] image() {
        float[] image = new float[PIXELS];
        for (int k = 0; k < BRIGHT; k++) {
            image[3 * k + 100] = 0.3F;
        }
        return image;
    }

    private static float[][] filled(int rows, int columns, float value) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            Arrays.fill(row, value);
        }
        return matrix;
    }
}
