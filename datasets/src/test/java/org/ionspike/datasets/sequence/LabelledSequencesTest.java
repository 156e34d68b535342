package org.ionspike.datasets.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import org.ionspike.datasets.Datasets;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class LabelledSequencesTest {
    @Test
    void readsAnImageColumnByColumnFromTheTop() {
        var digits = Datasets.resolve("digits");
        var columns = LabelledSequences.columns(digits, ImmutableIntArray.of(5, 0));
        assertThat(columns.size()).isEqualTo(2);
        assertThat(columns.steps()).isEqualTo(8);
        assertThat(columns.inputs()).isEqualTo(8);
        assertThat(columns.label(0)).isEqualTo(digits.label(5));
        assertThat(columns.sequence(0)[3][6]).isEqualTo(digits.feature(5, 6 * 8 + 3) / 16);
    }

    @Test
    void refusesWhatHasNoColumns() {
        assertThatThrownBy(() -> LabelledSequences.columns(Datasets.resolve("iris"), ImmutableIntArray.of(0)))
                .hasMessageContaining("iris holds no images");
    }

    @Test
    void theLabelOfTwoPulsesIsTheInputThatRisesFirst() {
        var drawn = new OrderOfPulses(24, 2, 8, 12, 0.2, 0).draw(300, new RandomStreams(1).stream("pulses"));
        int ones = 0;
        for (int s = 0; s < drawn.size(); s++) {
            double[][] sequence = drawn.sequence(s);
            int rise = 0;
            while (sequence[rise][0] == 0 && sequence[rise][1] == 0) {
                rise++;
            }
            assertThat(rise).isBetween(0, 8);
            assertThat(drawn.label(s)).isEqualTo(sequence[rise][0] > 0 ? 0 : 1);
            assertThat(sequence[rise][drawn.label(s)]).isCloseTo(1, within(0.2));
            ones += drawn.label(s);
        }
        assertThat(ones).isBetween(110, 190); // 150 up to more than four sigma
    }

    @Test
    void refusesSequencesTooShortForTheirPulses() {
        assertThatThrownBy(() -> new OrderOfPulses(21, 2, 8, 12, 0, 0)).hasMessageContaining("steps (21)");
    }
}
