package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import java.util.Random;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.api.Test;

class PopulationEncoderTest {
    private static PopulationEncoder ofFields(int fields, Time window) {
        return new PopulationEncoder(fields, 1.5, window, 0.1);
    }

    @Test
    void spacesTheCentresAsBohteDid() {
        var six = ofFields(6, ms(10));
        double[] centres = {-0.125, 0.125, 0.375, 0.625, 0.875, 1.125};
        for (int i = 0; i < 6; i++) {
            assertThat(six.centre(i)).isEqualTo(centres[i]);
        }
        assertThat(six.width()).isCloseTo(1 / 6.0, within(1e-15)); // 1 / (1.5 x 4)
    }

    @Test
    void spikesAtOnceAtTheCentreAndLaterAwayFromIt() {
        var raster = ofFields(6, ms(10)).encode(new float[] {0.375f}, 0);
        assertThat(raster.lines()).isEqualTo(6);
        assertThat(raster.line().get(0)).isEqualTo(2);
        assertThat(raster.timeSeconds().get(0)).isZero();
        double next = Math.exp(-0.5 * 1.5 * 1.5); // one spacing is beta widths
        assertThat(raster.line().asList()).containsExactly(2, 1, 3); // two spacings: exp(-4.5) = 0.011, silent
        assertThat(raster.timeSeconds().get(1)).isCloseTo(0.01 * (1 - next), within(1e-15));
    }

    @Test
    void followsItsFormulaForAnyValue() {
        for (long seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            int fields = 3 + random.nextInt(10);
            float[] values = EncoderSuiteTest.features(random, 5);
            var encoder =
                    new PopulationEncoder(fields, 1 + random.nextDouble(), ms(10), 0.01 + 0.5 * random.nextDouble());
            var raster = encoder.encode(values, 0);
            double[] times = new double[5 * fields];
            java.util.Arrays.fill(times, -1);
            for (int k = 0; k < raster.size(); k++) {
                times[raster.line().get(k)] = raster.timeSeconds().get(k);
            }
            for (int line = 0; line < times.length; line++) {
                double centre = (2 * (line % fields + 1) - 3) / 2.0 / (fields - 2);
                double width = 1 / encoder.beta() / (fields - 2);
                double a = Math.exp(-Math.pow(values[line / fields] - centre, 2) / (2 * width * width));
                if (a < encoder.cutoff()) {
                    assertThat(times[line]).as("seed " + seed).isEqualTo(-1);
                } else {
                    assertThat(times[line]).as("seed " + seed).isCloseTo((1 - a) * 0.01, within(1e-12));
                }
            }
        }
    }

    @Test
    void hasAnActiveLineForEveryValue() {
        var encoder = ofFields(8, ms(0));
        for (int k = 0; k <= 1000; k++) {
            assertThat(encoder.encode(new float[] {k / 1000f}, 0).size()).isBetween(2, 3);
        }
    }

    @Test
    void activatesTheSameLinesAtOnsetForAWindowOfZero() {
        float[] values = {0.1f, 0.9f};
        var atOnset = ofFields(8, ms(0)).encode(values, 0);
        var spread = ofFields(8, ms(10)).encode(values, 0);
        assertThat(atOnset.endSeconds()).isZero();
        assertThat(atOnset.line().asList())
                .isSorted()
                .containsExactlyInAnyOrderElementsOf(spread.line().asList());
    }

    @Test
    void refusesParametersWithoutSense() {
        refused(() -> ofFields(2, ms(1)), "PopulationEncoder.fields (2) must be at least 3.");
        refused(
                () -> new PopulationEncoder(8, 0, ms(1), 0.1),
                "PopulationEncoder.beta (0.0) must be above 0 and finite.");
        refused(() -> ofFields(8, ms(-1)), "PopulationEncoder.window (-1 ms) must be 0 or above and finite.");
        refused(
                () -> new PopulationEncoder(8, 1.5, ms(1), 0),
                "PopulationEncoder.cutoff (0.0) must lie above 0 and up to 1, or every line spikes for every value.");
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
