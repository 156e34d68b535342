package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.engine.physics.ConicalChannel;
import org.junit.jupiter.api.Test;

class ChebyshevSeriesTest {
    @Test
    void isTheSteadyConductanceOfACone() {
        var cone = new ConicalChannel();
        var series = new ChebyshevSeries(cone::steadyState, 2);
        for (int k = -400; k <= 400; k++) {
            double volts = k / 200.0;
            // terms below 1e-10 of the largest, which is 1.3, are left out; some ten of them
            assertThat(series.at(volts)).isCloseTo(cone.steadyState(volts), within(2e-9));
        }
        assertThat(series.coefficients()).hasSizeBetween(20, 64);
    }

    @Test
    void takesMoreTermsForAPoleNearby() {
        var series = new ChebyshevSeries(x -> 1 / (x * x + 0.01), 1);
        assertThat(series.at(0.05)).isCloseTo(1 / 0.0125, within(1e-6));
        assertThat(series.coefficients()).hasSizeGreaterThan(100);
    }

    @Test
    void isConstantBeyondItsEnds() {
        var series = new ChebyshevSeries(Math::exp, 2);
        assertThat(series.at(7)).isEqualTo(series.at(2)).isCloseTo(Math.exp(2), within(1e-9));
        assertThat(series.at(-7)).isEqualTo(series.at(-2)).isCloseTo(Math.exp(-2), within(1e-9));
    }

    @Test
    void refusesAFunctionWithAJump() {
        assertThatThrownBy(() -> new ChebyshevSeries(Math::signum, 1))
                .hasMessageContaining("too steep between -1.0 and 1.0");
    }
}
