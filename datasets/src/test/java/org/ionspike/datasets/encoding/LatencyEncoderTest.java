package org.ionspike.datasets.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyEncoderTest {
    @Test
    void spikesTheEarlierTheBrighterAndLinearly() {
        var raster = new LatencyEncoder(ms(20), 0.1).encode(new float[] {0.25f, 1, 0.05f, 0.5f, 0}, 0);
        assertThat(raster.lines()).isEqualTo(5);
        assertThat(raster.line().asList()).containsExactly(1, 3, 0);
        assertThat(raster.timeSeconds().asList()).containsExactly(0.0, 0.01, 0.015);
    }

    @Test
    void isMonotoneAndEndsWithinTheWindow() {
        var encoder = new LatencyEncoder(ms(20), 0.3);
        for (long seed = 0; seed < 100; seed++) {
            float[] values = EncoderSuiteTest.features(new Random(seed), 30);
            var raster = encoder.encode(values, 0);
            for (int k = 0; k < raster.size(); k++) {
                float value = values[raster.line().get(k)];
                assertThat(value).as("seed " + seed).isGreaterThanOrEqualTo(0.3f);
                assertThat(raster.timeSeconds().get(k)).isCloseTo(0.02 * (1 - value), within(1e-15));
                assertThat(k == 0 || value <= values[raster.line().get(k - 1)])
                        .as("seed " + seed)
                        .isTrue();
            }
            assertThat(raster.endSeconds()).isLessThanOrEqualTo(0.7 * 0.02 + 1e-9); // cutoff as float
        }
    }

    @Test
    void spikesAtTheCutoffItselfAndEverywhereWithACutoffOfZero() {
        assertThat(new LatencyEncoder(ms(20), 0.1).encode(new float[] {0.1f}, 0).size())
                .isEqualTo(1);
        var raster = new LatencyEncoder(ms(20), 0).encode(new float[] {0}, 0);
        assertThat(raster.timeSeconds().asList()).containsExactly(0.02);
    }

    @Test
    void refusesParametersWithoutSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatencyEncoder(ms(0), 0.1))
                .withMessageContaining("LatencyEncoder.window (0 s) must be above 0 and finite.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LatencyEncoder(ms(1), 1.5))
                .withMessage("LatencyEncoder.cutoff (1.5) must lie between 0.0 and 1.0.");
    }
}
