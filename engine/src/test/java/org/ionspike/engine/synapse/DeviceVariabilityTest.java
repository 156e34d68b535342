package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceVariabilityTest {
    private static IonicSynapseState devices(DeviceVariability variability, int pre, int post, float w, long seed) {
        var weights = new float[pre][post];
        for (float[] row : weights) {
            Arrays.fill(row, w);
        }
        return new IonicSynapse()
                .withDevices(variability)
                .state(Connectivity.dense(pre, post), weights, new RandomStreams(seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 10, 32, 100})
    void weightsStayOnTheGridOfStatesAndRoundingIsUnbiased(int states) {
        var state = devices(new DeviceVariability(states, 0, 0, 0), 100, 100, 0.5f, 1);
        double delta = 0.3 / states; // less than a state
        double before = mean(state);
        for (int i = 0; i < 100; i++) {
            for (int k = 0; k < 100; k++) {
                state.change(i, k, delta);
            }
        }
        // five standard errors of a choice between two states 1 / states apart, over 10 000 devices
        assertThat(mean(state) - before).isCloseTo(delta, within(5 * 0.5 / states / 100));
        for (float[] row : state.weights()) {
            for (float w : row) {
                double position = w * states - 0.5;
                assertThat(position).isCloseTo(Math.rint(position), within(1e-4)); // of a float
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 31, 32})
    void aDeviceThatIsNotAskedToMoveDrawsNothingAndStays(int states) {
        var state = devices(new DeviceVariability(states, 0, 0, 0), 10, 100, 0.4f, 1);
        float[][] before = state.weights();
        for (int i = 0; i < 10; i++) {
            for (int k = 0; k < 100; k++) {
                state.change(i, k, 0);
            }
        }
        assertThat(state.weights()).isDeepEqualTo(before);
        assertThat(state.writes()).isZero();
    }

    private static double mean(IonicSynapseState state) {
        double sum = 0;
        int count = 0;
        for (float[] row : state.weights()) {
            for (float w : row) {
                sum += w;
                count++;
            }
        }
        return sum / count;
    }

    @Test
    void conductancesSpreadAsALogNormalOfMedianOne() {
        var state = devices(new DeviceVariability(0, 0.1, 0, 0), 100, 100, 0.5f, 1);
        double ideal = new IonicSynapse().conductanceSiemens(0.5);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 100; i++) {
            for (float siemens : state.conductances(i)) {
                double x = Math.log(siemens / ideal);
                sum += x;
                squares += x * x;
            }
        }
        assertThat(sum / 10_000).isCloseTo(0, within(5 * 0.001)); // standard errors of 10 000 draws
        assertThat(Math.sqrt(squares / 10_000)).isCloseTo(0.1, within(5 * 0.0007));
    }

    @Test
    void stuckDevicesAreTheStatedFractionAndNeverMove() {
        var state = devices(new DeviceVariability(0, 0, 0, 0.2), 100, 100, 0.5f, 1);
        float[][] start = state.weights();
        for (int i = 0; i < 100; i++) {
            for (int k = 0; k < 100; k++) {
                state.change(i, k, 0.1);
            }
        }
        int stuck = 0;
        int high = 0;
        for (int i = 0; i < 100; i++) {
            for (int k = 0; k < 100; k++) {
                stuck += state.weight(i, k) == start[i][k] ? 1 : 0;
                high += start[i][k] == 63f / 64 ? 1 : 0;
            }
        }
        assertThat(stuck).isBetween(2000 - 200, 2000 + 200); // five standard deviations of a binomial number
        assertThat(high).isBetween(1000 - 150, 1000 + 150);
        assertThat(state.writes()).isEqualTo(10_000 - stuck);
    }

    @Test
    void idealDevicesAreContinuousIdenticalAndDeterministic() {
        var one = devices(DeviceVariability.ideal(), 3, 4, 0.37f, 1);
        var other = devices(DeviceVariability.ideal(), 3, 4, 0.37f, 2); // the seed is never used
        for (var state : new IonicSynapseState[] {one, other}) {
            state.change(1, 2, 0.0123);
        }
        assertThat(one.weight(1, 2)).isEqualTo((float) (0.37f + 0.0123)).isEqualTo(other.weight(1, 2));
        assertThat(one.conductances(1)).isEqualTo(other.conductances(1));
    }

    @Test
    void singleChangesAndWeightsAreBounded() {
        var state = devices(DeviceVariability.ideal(), 1, 2, 0.2f, 1);
        state.change(0, 0, 5);
        assertThat(state.weight(0, 0)).isEqualTo(0.7f);
        state.change(0, 0, 5);
        assertThat(state.weight(0, 0)).isEqualTo(63f / 64);
        state.change(0, 1, -5);
        assertThat(state.weight(0, 1)).isEqualTo(1f / 64);
    }

    @Test
    void refusesAChangeThatIsNoNumber() {
        var state = devices(DeviceVariability.typical(), 1, 2, 0.5f, 1);
        assertThatThrownBy(() -> state.change(0, 1, Double.NaN))
                .hasMessageContaining("Change of weight 1 on line 0 (NaN) must be a number");
    }

    @Test
    void theSameSeedDrawsTheSameDevices() {
        var a = devices(DeviceVariability.pessimistic(), 20, 20, 0.5f, 5);
        var b = devices(DeviceVariability.pessimistic(), 20, 20, 0.5f, 5);
        var c = devices(DeviceVariability.pessimistic(), 20, 20, 0.5f, 6);
        assertThat(a.weights()).isDeepEqualTo(b.weights());
        assertThat(a.conductances(7)).isEqualTo(b.conductances(7)).isNotEqualTo(c.conductances(7));
    }
}
