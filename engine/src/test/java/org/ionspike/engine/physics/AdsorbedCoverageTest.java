package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.s;
import static org.ionspike.engine.units.Units.volt;

import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.reference.ReferenceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdsorbedCoverageTest {
    /** 30 times (+1 V 10 s, 0.1 V 5 s), 30 times (-1 V 10 s, 0.1 V 5 s), w after each read. */
    @Test
    void reproducesTheWriteAndErasePulses() {
        var table = ReferenceTable.resource("longterm_write_erase.csv");
        var coverage = AdsorbedCoverage.experiment();
        double[] write = table.column("V_write");
        double[] found = new double[write.length];
        double w = 0.2;
        for (int k = 0; k < write.length; k++) {
            w = coverage.advance(w, write[k], 10);
            w = coverage.advance(w, 0.1, 5);
            found[k] = w;
        }
        // the table has 11 digits
        assertThat(ReferenceTable.difference(table.column("w_after_read"), found))
                .isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void staysBoundedAndIsInvertedByItsPulse(long seed) {
        var random = new RandomStreams(seed).stream("coverage");
        var coverage = new AdsorbedCoverage();
        for (int k = 0; k < 2000; k++) {
            double from = random.nextDouble();
            double to = 0.001 + 0.998 * random.nextDouble();
            double seconds = Math.pow(10, 6 * random.nextDouble() - 4);
            double volts = coverage.pulseVoltage(from, to, seconds).si();
            assertThat(coverage.advance(from, volts, seconds))
                    .as("seed %d, from %s to %s in %s s", seed, from, to, seconds)
                    .isCloseTo(to, within(1e-12));
            assertThat(coverage.advance(from, 100 * (random.nextDouble() - 0.5), 1e9 * random.nextDouble()))
                    .isBetween(0.0, 1.0);
        }
    }

    @Test
    void pulsesUpWithPositiveAndDownWithNegativeVoltage() {
        var coverage = new AdsorbedCoverage();
        assertThat(coverage.pulseVoltage(0.3, 0.35, 1e-3).si()).isPositive();
        assertThat(coverage.pulseVoltage(0.35, 0.3, 1e-3).si()).isNegative();
        // symmetric at w0 = 0.5: the fall is the mirror image of the rise
        assertThat(coverage.pulseVoltage(0.7, 0.65, 1e-3).si())
                .isCloseTo(-coverage.pulseVoltage(0.3, 0.35, 1e-3).si(), within(1e-12));
    }

    @Test
    void survivesEveryVoltage() {
        var coverage = new AdsorbedCoverage();
        assertThat(coverage.advance(0.3, 1e6, 1)).isEqualTo(1);
        assertThat(coverage.advance(0.3, -1e6, 1)).isEqualTo(0);
        assertThat(coverage.advance(0.3, 1e6, 0)).isEqualTo(0.3);
    }

    @Test
    void refusesUnreachableTargets() {
        var coverage = new AdsorbedCoverage();
        assertThatThrownBy(() -> coverage.pulseVoltage(0.5, 1, 1e-3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pulseVoltage to (1.0) must lie between 0 and 1, both excluded");
        assertThatThrownBy(() -> coverage.pulseVoltage(0.5, 0.6, 0)).hasMessageContaining("duration (0.0 s)");
        assertThatThrownBy(() -> coverage.pulseVoltage(1.5, 0.6, 1)).hasMessageContaining("from (1.5)");
        assertThatThrownBy(() -> coverage.pulseVoltage(0.5, 0.9, 1e-140))
                .hasMessageContaining("cannot be reached from 0.5");
        assertThatThrownBy(() -> new AdsorbedCoverage(s(3600), 0, volt(0.06)))
                .hasMessageContaining("equilibrium (0.0) must lie between 0 and 1");
    }
}
