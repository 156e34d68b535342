package org.ionspike.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.us;

import java.util.Arrays;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class CurrentShapeTest {
    @Test
    void stepsAndRampsEndWithTheirDuration() {
        var step = CurrentShape.step(ms(1), ms(2), nA(0.1));
        assertThat(step.amperesAt(0.5e-3)).isZero();
        assertThat(step.amperesAt(1e-3)).isEqualTo(1e-10);
        assertThat(step.amperesAt(3.1e-3)).isZero();
        var ramp = CurrentShape.ramp(ms(0), ms(2), nA(0.1));
        assertThat(ramp.amperesAt(1e-3)).isCloseTo(5e-11, within(1e-24));
        assertThat(ramp.amperesAt(2.1e-3)).isZero();
    }

    @Test
    void pulsesRepeatAndTheLastIsCut() {
        var pulses = CurrentShape.pulses(ms(0), ms(2.1), nA(1), us(200), ms(1));
        assertThat(pulses.pieces()).hasSize(6);
        assertThat(pulses.amperesAt(1.1e-3)).isEqualTo(1e-9);
        assertThat(pulses.amperesAt(1.3e-3)).isZero();
        assertThat(pulses.amperesAt(2.15e-3)).isZero();
        assertThatThrownBy(() -> CurrentShape.pulses(ms(0), ms(2), nA(1), ms(1), ms(1)))
                .hasMessageContaining("CurrentShape.interval (1 ms) must be above the width of a pulse (1 ms)");
    }

    @Test
    void noiseHasItsMeanAndDeviationAndIsRepeatable() {
        var noise =
                CurrentShape.noise(ms(0), ms(1000), nA(0.1), nA(0.02), us(100), new RandomStreams(1).stream("noise"));
        var levels = noise.pieces().subList(0, 10_000).stream()
                .mapToDouble(piece -> piece.level().si())
                .toArray();
        double mean = Arrays.stream(levels).average().orElseThrow();
        double variance = Arrays.stream(levels)
                .map(level -> (level - mean) * (level - mean))
                .average()
                .orElseThrow();
        // five standard errors of 10 000 draws
        assertThat(mean).isCloseTo(1e-10, within(5 * 0.02e-9 / 100));
        assertThat(Math.sqrt(variance)).isCloseTo(0.02e-9, within(5 * 0.02e-9 / 141));
        assertThat(CurrentShape.noise(
                        ms(0), ms(1000), nA(0.1), nA(0.02), us(100), new RandomStreams(1).stream("noise")))
                .isEqualTo(noise);
    }
}
