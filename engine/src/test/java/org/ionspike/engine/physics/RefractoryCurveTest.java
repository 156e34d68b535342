package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import org.ionspike.engine.units.Current;
import org.junit.jupiter.api.Test;

class RefractoryCurveTest {
    private static final RefractoryCurve CURVE = new RefractoryCurve(new IonicCircuit());

    @Test
    void aSecondPulseTakesMoreCurrentSoonAfterASpike() {
        double threshold = CURVE.threshold().si();
        // three digits were noted
        assertThat(threshold).isCloseTo(0.164e-9, within(0.0005e-9));
        double[] millis = {0.8, 2, 4, 10};
        double[] noted = {1.61, 1.25, 1.07, 1.00};
        for (int k = 0; k < millis.length; k++) {
            var second = CURVE.secondThreshold(new Current(1.5 * threshold), ms(millis[k]));
            // the height of the first pulse and the grid of the noted scan are unknown: between factors of 1.2 and 3
            // on the first pulse our ratio varies by 0.045 at 0.8 ms and by 0.01 at 2 ms
            assertThat(second.si() / threshold).as("%s ms", millis[k]).isCloseTo(noted[k], within(0.03));
        }
    }

    @Test
    void refusesACircuitThatFiresWithoutInput() {
        assertThatThrownBy(() -> new RefractoryCurve(IonicCircuit.robin2021()).threshold())
                .hasMessageContaining("this circuit fires without input");
    }

    @Test
    void refusesPulsesThatOverlap() {
        assertThatThrownBy(() -> CURVE.secondThreshold(new Current(2e-10), ms(0.2)))
                .hasMessageContaining("RefractoryCurve.interval (200 us) must be above the width");
    }
}
