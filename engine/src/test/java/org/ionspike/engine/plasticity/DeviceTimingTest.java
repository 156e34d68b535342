package org.ionspike.engine.plasticity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ionspike.engine.plasticity.DeviceTiming.Point;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.junit.jupiter.api.Test;

class DeviceTimingTest {
    private static final double[] SECONDS = {-5e-3, 1.5e-3, 4e-3};

    private static List<Point> points(DeviceVariability devices, int count, long seed) {
        return new DeviceTiming(new WaveformPairing(), new IonicSynapse().withDevices(devices))
                .run(SECONDS, count, 0.37, new RandomStreams(seed));
    }

    @Test
    void idealDevicesFollowTheCurve() {
        for (Point point : points(DeviceVariability.ideal(), 3, 1)) {
            // weights are in single precision
            assertThat(point.mean()).isCloseTo(new WaveformPairing().delta(0.37, point.seconds()), within(1e-7));
            assertThat(point.deviation()).isLessThan(1e-12);
        }
    }

    @Test
    void stepSizesOfDevicesAndNoiseOfCyclesSpreadTheChange() {
        int count = 20_000;
        for (Point point : points(new DeviceVariability(0, 0.1, 0, 0), count, 1)) {
            double ideal = Math.abs(new WaveformPairing().delta(0.37, point.seconds()));
            // exp(0.1 x): mean e^0.005, deviation 0.1008 of it; the standard error of a deviation is 1 / sqrt(2 n)
            assertThat(Math.abs(point.mean())).isCloseTo(1.00501 * ideal, within(4 * 0.1 / Math.sqrt(count) * ideal));
            assertThat(point.deviation()).isCloseTo(0.1008 * ideal, within(0.003 * ideal));
        }
        for (Point point : points(new DeviceVariability(0, 0, 0.3, 0), count, 1)) {
            double ideal = Math.abs(new WaveformPairing().delta(0.37, point.seconds()));
            assertThat(Math.abs(point.mean())).isCloseTo(ideal, within(4 * 0.3 / Math.sqrt(count) * ideal));
            assertThat(point.deviation()).isCloseTo(0.3 * ideal, within(0.01 * ideal));
        }
    }

    @Test
    void finiteStatesKeepTheMean() {
        int count = 20_000;
        for (Point point : points(new DeviceVariability(32, 0, 0, 0), count, 1)) {
            double ideal = new WaveformPairing().delta(0.37, point.seconds());
            // a step is 0 or one state of 1/32: deviation sqrt(p (1 - p)) / 32 with p = 32 x the change
            assertThat(point.mean()).isCloseTo(ideal, within(4 * 0.5 / 32 / Math.sqrt(count)));
            assertThat(point.highest() - point.lowest()).isCloseTo(1 / 32.0, within(1e-6));
        }
    }

    @Test
    void dependsOnTheSeedAlone() {
        var typical = DeviceVariability.typical();
        assertThat(points(typical, 10, 5)).isEqualTo(points(typical, 10, 5)).isNotEqualTo(points(typical, 10, 6));
        assertThatThrownBy(() -> points(typical, 0, 1)).hasMessageContaining("DeviceTiming.devices (0)");
    }
}
