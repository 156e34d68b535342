package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThermometerEncoderTest {
    @Test
    void activatesTheLinesBelowTheValue() {
        var raster = new ThermometerEncoder(4).encode(new float[] {0, 0.126f, 0.5f, 1}, 0);
        assertThat(raster.lines()).isEqualTo(16);
        assertThat(raster.line().asList()).containsExactly(4, 8, 9, 12, 13, 14, 15);
        assertThat(raster.endSeconds()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1", "6, 1", "7, 2", "10, 2", "11, 3", "14, 3", "15, 4", "16, 4"})
    void countsDigitsPixelsByFour(int pixel, int active) { // bounds 2, 6, 10, 14 of 16, themselves excluded
        assertThat(new ThermometerEncoder().encode(new float[] {pixel / 16f}, 0).size())
                .isEqualTo(active);
    }

    @Test
    void hasAsManyActiveLinesAsTheRoundedValue() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int levels = 2 + random.nextInt(30);
            float value = random.nextFloat();
            int active = 0;
            for (int l = 0; l < levels; l++) {
                active += value > (l + 0.5) / levels ? 1 : 0;
            }
            assertThat(new ThermometerEncoder(levels)
                            .encode(new float[] {value}, 0)
                            .size())
                    .as("seed " + seed)
                    .isEqualTo(active)
                    .isEqualTo(Math.round(value * (double) levels));
        }
    }

    @Test
    void activatesASingleLineFromTheThresholdOn() {
        var encoder = ThermometerEncoder.ofThreshold(96 / 255.0);
        for (int pixel = 0; pixel <= 255; pixel++) {
            assertThat(encoder.encode(new float[] {(float) (pixel / 255.0)}, 0).size())
                    .as("pixel " + pixel)
                    .isEqualTo(pixel >= 96 ? 1 : 0);
        }
        assertThat(new ThermometerEncoder(1)
                        .encode(new float[] {0.5f, 0.49f}, 0)
                        .line()
                        .asList())
                .containsExactly(0);
    }

    @Test
    void refusesParametersWithoutSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermometerEncoder(0))
                .withMessage("ThermometerEncoder.levels (0) must be at least 1.");
        for (double threshold : new double[] {0, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ThermometerEncoder.ofThreshold(threshold))
                    .withMessage("ThermometerEncoder.threshold (" + threshold
                            + ") must lie above 0 and up to 1, the range of scaled values.");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThermometerEncoder(4, 0.3))
                .withMessage("ThermometerEncoder.threshold (0.3) is used with levels 1 only, and levels is 4; leave it "
                        + "at 0.5.");
    }
}
