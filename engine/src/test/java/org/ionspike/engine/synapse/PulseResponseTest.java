package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PulseResponseTest {
    private static ProgrammableSynapses devices(DeviceVariability variability, int count, float w) {
        var weights = new float[1][count];
        Arrays.fill(weights[0], w);
        return new IonicSynapse()
                .withDevices(variability)
                .state(Connectivity.dense(1, count), weights, new RandomStreams(3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -1e-9, 1e-9, 0.5, 2, 8})
    void equalPulsesFollowTheExponentialCurveUpAndDown(double nu) {
        var response = new PulseResponse(nu, nu, 0);
        double up = 0;
        double down = 1;
        for (int pulse = 1; pulse <= 50; pulse++) {
            up += response.delivered(up, 1 / 50.0);
            down += response.delivered(down, -1 / 50.0);
            double curve = Math.expm1(-nu * pulse / 50) / Math.expm1(-nu);
            assertThat(up).isCloseTo(curve, within(1e-12));
            assertThat(down).isCloseTo(1 - curve, within(1e-12));
        }
        assertThat(up).isCloseTo(1, within(1e-12)); // the range takes as many pulses for every nu
    }

    @Test
    void onePulseOfDoubleSizeIsTwoPulses() {
        var response = new PulseResponse(2, 3, 0.2);
        for (double delta : new double[] {0.1, -0.1}) {
            double one = 0.4 + response.delivered(0.4, 2 * delta);
            double half = 0.4 + response.delivered(0.4, delta);
            assertThat(half + response.delivered(half, delta)).isCloseTo(one, within(1e-15));
        }
    }

    @Test
    void theStepIsProportionalToTheRestOfTheRange() {
        var response = new PulseResponse(2, 1, 0);
        double c = 1 - Math.exp(-2);
        assertThat(response.delivered(0.3, 1e-6)).isCloseTo(2e-6 * (1 / c - 0.3), within(1e-11));
        double d = 1 - Math.exp(-1);
        assertThat(response.delivered(0.3, -1e-6)).isCloseTo(-1e-6 * (1 / d - 0.7), within(1e-11));
    }

    @Test
    void asymmetryMakesStepsUpLargerAndStepsDownSmaller() {
        var response = new PulseResponse(0, 0, 0.25);
        assertThat(response.delivered(0.5, 0.04)).isCloseTo(0.05, within(1e-15));
        assertThat(response.delivered(0.5, -0.04)).isCloseTo(-0.03, within(1e-15));
    }

    @Test
    void devicesAddTheirOwnStepAndStatesToTheResponse() {
        var response = new PulseResponse(2, 1, 0.1);
        var state = devices(new DeviceVariability(32, 0, 0.2, 0).withResponse(response), 20_000, 16.5f / 32);
        double before = 16.5 / 32;
        double sum = 0;
        for (int k = 0; k < 20_000; k++) {
            state.change(0, k, 0.02);
            sum += state.weight(0, k) - before;
        }
        // rounding and noise leave the mean: five standard errors of a choice between states 1/32 apart
        assertThat(sum / 20_000).isCloseTo(response.delivered(before, 0.02), within(5 * 0.5 / 32 / Math.sqrt(20_000)));
    }

    @Test
    void aLinearResponseChangesNoBit() {
        var plain = devices(DeviceVariability.pessimistic(), 500, 0.4f);
        var linear = devices(DeviceVariability.pessimistic().withResponse(new PulseResponse(0, 0, 0)), 500, 0.4f);
        for (int k = 0; k < 500; k++) {
            plain.change(0, k, 0.03 - 1e-4 * k);
            linear.change(0, k, 0.03 - 1e-4 * k);
        }
        assertThat(linear.weights()).isDeepEqualTo(plain.weights());
        assertThat(linear.programmingJoules()).isEqualTo(plain.programmingJoules());
    }

    @Test
    void stepsCanSpreadApartFromConductances() {
        int count = 10_000;
        var state = devices(new DeviceVariability(0, 0, 0, 0).withStepSpread(0.2), count, 0.5f);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < count; k++) {
            state.change(0, k, 0.01);
            double x = Math.log((state.weight(0, k) - 0.5) / 0.01);
            sum += x;
            squares += x * x;
        }
        assertThat(state.conductances(0)[0])
                .isEqualTo((float) new IonicSynapse().conductanceSiemens(state.weight(0, 0)));
        assertThat(sum / count).isCloseTo(0, within(5 * 0.2 / 100));
        assertThat(Math.sqrt(squares / count)).isCloseTo(0.2, within(5 * 0.2 / Math.sqrt(2.0 * count)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.2, 1})
    void theShareOfStuckDevicesThatAreHighIsAsAsked(double share) {
        int count = 10_000;
        var state = devices(new DeviceVariability(0, 0, 0, 0.5).withStuckHigh(share), count, 0.5f);
        int stuck = 0;
        int high = 0;
        for (int k = 0; k < count; k++) {
            stuck += state.weight(0, k) == 0.5f ? 0 : 1;
            high += state.weight(0, k) > 0.5f ? 1 : 0;
        }
        assertThat(stuck).isBetween(5000 - 250, 5000 + 250); // five standard deviations
        assertThat(high / (double) stuck).isCloseTo(share, within(5 * 0.4 / Math.sqrt(5000)));
    }

    @Test
    void saysWhichParameterIsOutOfRange() {
        assertThatThrownBy(() -> new PulseResponse(11, 0, 0))
                .hasMessage("PulseResponse.nonlinearityUp (11.0) must lie between -10.0 and 10.0.");
        assertThatThrownBy(() -> new PulseResponse(0, 0, 1))
                .hasMessage("PulseResponse.asymmetry (1.0) must lie between -1 and 1, both excluded.");
        assertThatThrownBy(() -> DeviceVariability.ideal().withStuckHigh(2)).hasMessageContaining("stuckHigh (2.0)");
    }
}
