package org.ionspike.engine.synapse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

class PulseSeriesTest {
    @Test
    void writesAndErasesAsInTheTableOfTheExperimentPreset() {
        double[] expected = ReferenceTable.resource("longterm_write_erase.csv").column("w_after_read");
        double[] found =
                PulseSeries.experiment(DeviceVariability.ideal()).run(1, 0.2, 30, 30, new RandomStreams(1)).stream()
                        .skip(1)
                        .mapToDouble(PulseSeries.Step::mean)
                        .toArray();
        // weights are floats, rounded once a pulse
        assertThat(ReferenceTable.largestDifference(expected, found)).isLessThan(2e-6);
    }

    @Test
    void spreadsWithDevicesAndCyclesOnly() {
        var streams = new RandomStreams(7);
        var ideal = new PulseSeries(DeviceVariability.ideal()).run(50, 0.5, 20, 20, streams);
        var perDevice = new PulseSeries(new DeviceVariability(0, 0.1, 0, 0)).run(400, 0.5, 20, 20, streams);
        var perCycle = new PulseSeries(new DeviceVariability(0, 0, 0.3, 0)).run(400, 0.5, 1, 0, streams);
        assertThat(ideal).allSatisfy(step -> assertThat(step.deviation()).isLessThan(1e-6));
        double moved = ideal.get(1).mean() - 0.5;
        assertThat(moved).isGreaterThan(0.01);
        // 10 % from device to device on the first step; its estimate from 400 devices is good to 3.5 %, take four of it
        assertThat(perDevice.get(1).deviation()).isCloseTo(0.1 * moved, within(0.15 * 0.1 * moved));
        assertThat(perCycle.get(1).deviation()).isCloseTo(0.3 * moved, within(0.15 * 0.3 * moved));
        assertThat(new PulseSeries(DeviceVariability.typical()).run(20, 0.5, 5, 5, new RandomStreams(7)))
                .isEqualTo(new PulseSeries(DeviceVariability.typical()).run(20, 0.5, 5, 5, new RandomStreams(7)));
    }

    @Test
    void booksTheEnergyOfARectangularPulse() {
        var series = new PulseSeries(DeviceVariability.ideal());
        var steps = series.run(1, 0.5, 1, 0, new RandomStreams(1));
        var synapse = series.synapse();
        double n = synapse.restingFraction();
        double joules = 0;
        double siemens = synapse.conductanceSiemens((0.5 + steps.get(1).mean()) / 2);
        int pieces = 20_000;
        for (int k = 0; k < pieces; k++) {
            double next = synapse.slit().advance(n, 0.3, 1e-3 / pieces);
            joules += 0.75 * 0.75 * siemens * (n + next) / 2 * 1e-3 / pieces;
            n = next;
        }
        assertThat(steps.get(1).joules()).isCloseTo(joules, within(1e-6 * joules));
    }

    @Test
    void refusesNoDevices() {
        assertThatThrownBy(() -> new PulseSeries(DeviceVariability.ideal()).run(0, 0.5, 1, 1, new RandomStreams(1)))
                .hasMessageContaining("PulseSeries.devices (0) must lie between 1 and 1000000");
    }
}
