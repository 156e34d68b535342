package org.ionspike.benchmarks.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.junit.jupiter.api.Test;

class SensitivityTest {
    private static final HardwareProfile TABLE = HardwareFile.readText("""
            format: 1
            name: own
            title: Own
            runs: [spiking]
            zeros: skipped
            energies:
              ac: {low: 1, typical: 2, high: 4, unit: pJ, kind: assumed, source: test}
              mac: {low: 5, typical: 5, high: 5, unit: pJ, kind: assumed, source: test}
              neuron-second: {low: 1, typical: 10, high: 100, unit: nW, kind: assumed, source: test}
            """, "own.yaml");

    /** 10 and 20 additions, 2 multiply-accumulates, 10 ms of a neuron: 60 + 10 + 100 pJ. */
    private static final Tally TALLY = Tally.of(
            Tally.Part.of("first", Precision.INT8, Map.of(Count.EFFECTIVE_ACS, 10.0)),
            Tally.Part.of("second", Precision.FLOAT32, Map.of(Count.EFFECTIVE_ACS, 20.0, Count.NEURON_SECONDS, 0.01)),
            Tally.Part.of("readout", Precision.INT8, Map.of(Count.EFFECTIVE_MACS, 2.0)));

    @Test
    void movesOnePriceAtATimeInAllPartsAndPutsTheWidestFirst() {
        EnergyEstimate estimate = EnergyEstimate.of(TALLY, TABLE).orElseThrow();
        // 1e-24 J is rounding
        assertThat(estimate.typical()).isCloseTo(170e-12, within(1e-24));

        assertThat(Sensitivity.of(estimate).bars())
                .satisfiesExactly(
                        bar -> assertBar(bar, "neuron-second", 80e-12, 1070e-12),
                        bar -> assertBar(bar, "ac", 140e-12, 230e-12),
                        bar -> assertBar(bar, "mac", 170e-12, 170e-12));
    }

    private static void assertBar(Sensitivity.Bar bar, String item, double low, double high) {
        assertThat(bar.item()).isEqualTo(item);
        assertThat(bar.low()).isCloseTo(low, within(1e-24));
        assertThat(bar.high()).isCloseTo(high, within(1e-24));
        assertThat(bar.span()).isCloseTo(high - low, within(1e-24));
    }
}
