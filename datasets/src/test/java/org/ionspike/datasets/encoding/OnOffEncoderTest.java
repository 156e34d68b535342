package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import java.util.Random;
import org.ionspike.engine.spikes.SpikeRaster;
import org.junit.jupiter.api.Test;

class OnOffEncoderTest {
    private static final OnOffEncoder ENCODER = new OnOffEncoder(0, 0, 1, 2, 3, ms(200), 0.01);

    /** 1 - t / window by line; 0 for the silent. */
    private static double[] contrasts(SpikeRaster raster) {
        double[] values = new double[raster.lines()];
        for (int k = 0; k < raster.size(); k++) {
            values[raster.line().get(k)] = 1 - raster.timeSeconds().get(k) / 0.2;
        }
        return values;
    }

    private static double gauss(double sigma, int k) {
        double sum = 0;
        for (int d = -3; d <= 3; d++) {
            sum += Math.exp(-d * d / (2 * sigma * sigma));
        }
        return Math.exp(-k * k / (2 * sigma * sigma)) / sum;
    }

    @Test
    void aBrightPixelDrawsTheDifferenceOfGaussiansAroundItself() {
        var image = new float[81];
        image[40] = 1;
        double[] found = contrasts(ENCODER.encode(image, 0));
        double centre = gauss(1, 0) * gauss(1, 0) - gauss(2, 0) * gauss(2, 0);
        for (int y = -3; y <= 3; y++) {
            for (int x = -3; x <= 3; x++) {
                double d = (gauss(1, y) * gauss(1, x) - gauss(2, y) * gauss(2, x)) / centre;
                int pixel = (4 + y) * 9 + 4 + x;
                double on = d >= 0.01 ? d : 0;
                double off = -d >= 0.01 ? -d : 0;
                assertThat(found[2 * pixel]).as("on %d, %d", y, x).isCloseTo(on, within(1e-6));
                assertThat(found[2 * pixel + 1]).as("off %d, %d", y, x).isCloseTo(off, within(1e-6));
            }
        }
        assertThat(found[0]).isZero(); // out of reach
    }

    @Test
    void anEvenImageIsSilentWhateverItsBrightness() {
        for (float brightness : new float[] {0, 0.1f, 1 / 3f, 1}) {
            var image = new float[49];
            java.util.Arrays.fill(image, brightness);
            assertThat(ENCODER.encode(image, 0).size()).isZero();
        }
    }

    @Test
    void theNegativeOfAnImageSwapsOnAndOffAndAWeakerContrastIsTheSame() {
        float[] image = EncoderSuiteTest.features(new Random(2), 64);
        var negative = new float[64];
        var pale = new float[64];
        for (int f = 0; f < 64; f++) {
            negative[f] = 1 - image[f];
            pale[f] = 0.25f + image[f] / 2;
        }
        double[] of = contrasts(ENCODER.encode(image, 0));
        double[] ofNegative = contrasts(ENCODER.encode(negative, 0));
        double[] ofPale = contrasts(ENCODER.encode(pale, 0));
        for (int f = 0; f < 64; f++) {
            assertThat(ofNegative[2 * f]).isCloseTo(of[2 * f + 1], within(2e-5));
            assertThat(ofNegative[2 * f + 1]).isCloseTo(of[2 * f], within(2e-5));
            assertThat(ofPale[2 * f]).isCloseTo(of[2 * f], within(2e-5));
        }
    }

    @Test
    void turnsWithItsImage() {
        float[] image = EncoderSuiteTest.features(new Random(3), 6 * 4);
        var turned = new float[24];
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 4; x++) {
                turned[x * 6 + y] = image[y * 4 + x];
            }
        }
        double[] of = contrasts(new OnOffEncoder(6, 4, 1, 2, 3, ms(200), 0.01).encode(image, 0));
        double[] ofTurned = contrasts(new OnOffEncoder(4, 6, 1, 2, 3, ms(200), 0.01).encode(turned, 0));
        for (int y = 0; y < 6; y++) {
            for (int x = 0; x < 4; x++) {
                assertThat(ofTurned[2 * (x * 6 + y)]).isCloseTo(of[2 * (y * 4 + x)], within(1e-5));
            }
        }
    }

    @Test
    void planesAreSeenOneByOneAndDividedByTheLargestOfAll() {
        float[] one = EncoderSuiteTest.features(new Random(4), 24);
        var two = new float[48];
        for (int f = 0; f < 24; f++) {
            two[f] = one[f];
            two[24 + f] = one[f] / 2;
        }
        double[] of = contrasts(new OnOffEncoder(6, 4, 1, 2, 3, ms(200), 0.01).encode(one, 0));
        double[] ofBoth = contrasts(new OnOffEncoder(6, 4, 1, 2, 3, ms(200), 0.01).encode(two, 0));
        for (int line = 0; line < 48; line++) {
            assertThat(ofBoth[line]).isCloseTo(of[line], within(1e-6));
            double half = of[line] / 2;
            assertThat(ofBoth[48 + line]).isCloseTo(half < 0.01 ? 0 : half, within(1e-6));
        }
    }

    @Test
    void asksForTheWidthOfAnImageThatIsNotSquare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ENCODER.encode(new float[24], 0))
                .withMessageContaining("OnOffEncoder.width (0 (square)) does not fit the 24 pixels of a sample."
                        + " Give on-off:height=ROWS,width=COLUMNS.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnOffEncoder(5, 5, 1, 2, 3, ms(200), 0.01).encode(new float[24], 0))
                .withMessageContaining("OnOffEncoder.width (5) does not fit the 24 pixels");
    }

    @Test
    void refusesParametersWithoutSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnOffEncoder(0, 0, 2, 2, 3, ms(200), 0.01))
                .withMessageContaining("OnOffEncoder.surround (2.0) must be above centre (2.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OnOffEncoder(0, 0, 1, 2, 3, ms(200), 0))
                .withMessageContaining("OnOffEncoder.cutoff (0.0) must be above 0");
    }
}
