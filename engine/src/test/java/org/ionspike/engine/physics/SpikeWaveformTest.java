package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.ionspike.engine.reference.ReferenceTable;
import org.junit.jupiter.api.Test;

class SpikeWaveformTest {
    @Test
    void hasAHeadAndATail() {
        var waveform = new SpikeWaveform();
        assertThat(waveform.voltage(-1e-9)).isZero();
        assertThat(waveform.voltage(0)).isEqualTo(0.5);
        assertThat(waveform.voltage(1e-3)).isEqualTo(-0.25);
        assertThat(waveform.voltage(11e-3)).isCloseTo(-0.25 / Math.E, within(1e-15));
    }

    /** The transmitting slit driven by 0.4 of the waveform; n at rest, after the first and the second head. */
    @Test
    void facilitatesTheSecondPulseAsInTheTable() {
        var table = ReferenceTable.resource("ppf.csv");
        var slit = Slit.synaptic();
        double[] isi = table.column("isi_s");
        double[] ratio = new double[isi.length];
        double[] second = new double[isi.length];
        double rest = slit.steadyMobileFraction(0);
        double first = slit.advance(rest, 0.2, 1e-3);
        assertThat(first).isCloseTo(table.column("n_peak1")[0], within(1e-11));
        for (int k = 0; k < isi.length; k++) {
            double n = first;
            int steps = 20_000;
            double h = (isi[k] - 1e-3) / steps;
            for (int j = 0; j < steps; j++) {
                n = slit.advance(n, 0.4 * new SpikeWaveform().voltage(1e-3 + (j + 0.5) * h), h);
            }
            second[k] = slit.advance(n, 0.2, 1e-3);
            ratio[k] = second[k] / first;
        }
        assertThat(ReferenceTable.difference(table.column("n_peak2"), second)).isLessThan(1e-7);
        assertThat(ReferenceTable.difference(table.column("ratio"), ratio)).isLessThan(1e-7);
    }
}
