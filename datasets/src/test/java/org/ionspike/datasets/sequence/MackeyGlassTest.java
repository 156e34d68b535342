package org.ionspike.datasets.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MackeyGlassTest {
    private static MackeyGlass with(int stepsPerUnit) {
        return new MackeyGlass(0.2, 0.1, 10, 17, stepsPerUnit);
    }

    @Test
    void untilTheDelayHasPassedItRelaxesExponentially() {
        double past = 1.2;
        double limit = 0.2 * past / (1 + Math.pow(past, 10)) / 0.1;
        double[] y = new MackeyGlass().series(past, 0, 18);
        for (int t = 0; t < y.length; t++) {
            assertThat(y[t]).isCloseTo(limit + (past - limit) * Math.exp(-0.1 * t), within(1e-9));
        }
    }

    @Test
    void halvingTheStepGainsTheFactorOfAFourthOrderScheme() {
        double exact = with(160).series(0.7, 120, 1)[0];
        double coarse = Math.abs(with(5).series(0.7, 120, 1)[0] - exact);
        double fine = Math.abs(with(10).series(0.7, 120, 1)[0] - exact);
        assertThat(coarse / fine).isBetween(11.0, 23.0); // 16 up to terms of higher order
        assertThat(fine).isLessThan(1e-5);
    }

    @Test
    void theSeriesStaysWithinItsAttractorAndDoesNotSettle() {
        double[] y = new MackeyGlass().series(1.2, 1000, 2000);
        assertThat(Arrays.stream(y).min().orElseThrow()).isBetween(0.2, 0.45);
        assertThat(Arrays.stream(y).max().orElseThrow()).isBetween(1.25, 1.4);
        assertThat(new MackeyGlass().series(1.2, 1005, 3)).containsExactly(y[5], y[6], y[7]);
    }

    @Test
    void refusesADelayOfNothing() {
        assertThatThrownBy(() -> new MackeyGlass(0.2, 0.1, 10, 0, 10)).hasMessageContaining("delay (0)");
        assertThatThrownBy(() -> new MackeyGlass().series(1, 0, 0)).hasMessageContaining("count (0)");
    }
}
