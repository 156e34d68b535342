package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class AgeingTest {
    private static final double MEMORY_SECONDS =
            new IonicSynapse().coverage().memoryTime().si();

    private static IonicSynapseState devices(DeviceVariability variability, int count, float w) {
        var weights = new float[1][count];
        Arrays.fill(weights[0], w);
        return new IonicSynapse()
                .withDevices(variability)
                .state(Connectivity.dense(1, count), weights, new RandomStreams(3));
    }

    @Test
    void weightsRelaxToTheRestOfTheCoverageInItsMemoryTime() {
        var state = devices(DeviceVariability.ideal(), 1, 0.9f);
        state.age(0.5 * MEMORY_SECONDS);
        assertThat((double) state.weight(0, 0)).isCloseTo(0.5 + 0.4 * Math.exp(-0.5), within(1e-7));
        state.age(1.5 * MEMORY_SECONDS); // twice is once for the sum
        assertThat((double) state.weight(0, 0)).isCloseTo(0.5 + 0.4 * Math.exp(-2), within(1e-7));
        assertThat(state.conductances(0)[0])
                .isEqualTo((float) new IonicSynapse().conductanceSiemens(state.weight(0, 0)));
        assertThat(state.lineSiemens(0)).isEqualTo(state.conductances(0)[0]);
        assertThat(state.writes()).isZero();
    }

    @Test
    void memoryTimesSpreadAsALogNormalOfMedianOne() {
        int count = 10_000;
        var state = devices(DeviceVariability.ideal().withMemorySpread(0.3), count, 0.9f);
        state.age(MEMORY_SECONDS);
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < count; k++) {
            double x = -Math.log(-Math.log((state.weight(0, k) - 0.5) / 0.4));
            sum += x;
            squares += x * x;
        }
        assertThat(sum / count).isCloseTo(0, within(5 * 0.3 / 100));
        assertThat(Math.sqrt(squares / count)).isCloseTo(0.3, within(5 * 0.3 / Math.sqrt(2.0 * count)));
    }

    @Test
    void stuckDevicesStay() {
        var state = devices(new DeviceVariability(0, 0, 0, 1), 100, 0.5f);
        float[][] before = state.weights();
        state.age(1e6);
        assertThat(state.weights()).isDeepEqualTo(before);
        state.refresh();
        assertThat(state.writes()).isZero();
    }

    @Test
    void refreshingWritesBackWhatWasProgrammedLastAndChargesEachPulse() {
        var state = devices(new DeviceVariability(32, 0, 0, 0), 3, 0.9f);
        state.change(0, 0, -0.3);
        float[][] programmed = state.weights();
        state.age(MEMORY_SECONDS);
        state.change(0, 1, 0.1); // is its new target
        float changed = state.weight(0, 1);
        float[] aged = state.weights()[0];
        long writes = state.writes();
        double joules = state.programmingJoules();
        state.refresh();
        assertThat(state.weights()[0]).containsExactly(programmed[0][0], changed, programmed[0][2]);
        assertThat(state.writes()).isEqualTo(writes + 2);
        var energy = new PulseEnergy(new IonicSynapse());
        double expected = energy.joules(aged[0], programmed[0][0]) + energy.joules(aged[2], programmed[0][2]);
        assertThat(state.programmingJoules() - joules).isCloseTo(expected, within(1e-6 * expected));
        state.refresh();
        assertThat(state.writes()).isEqualTo(writes + 2); // nothing has relaxed
    }
}
