package org.ionspike.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisUnitTest {
    @Test
    void choosesThePrefixOfTheLargestValue() {
        var unit = AxisUnit.of("A", new double[] {1e-15, -3.2e-12, Double.NaN});
        assertThat(unit.symbol()).isEqualTo("pA");
        assertThat(unit.in(new double[] {-3.2e-12})).containsExactly(-3.2);
        assertThat(AxisUnit.of("s", new double[] {0.9999}).symbol()).isEqualTo("s");
        assertThat(AxisUnit.of("s", new double[] {0}).symbol()).isEqualTo("s");
        assertThat(AxisUnit.of("Hz", new double[] {2e4}).symbol()).isEqualTo("kHz");
    }
}
