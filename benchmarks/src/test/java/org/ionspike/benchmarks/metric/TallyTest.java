package org.ionspike.benchmarks.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.ionspike.benchmarks.metric.Tally.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {
    private static final Part LAYER =
            Part.of("layer", Precision.INT8, Map.of(Count.EFFECTIVE_ACS, 30.0, Count.INPUT_SPIKES, 0.0));

    @Test
    void keepsOnlyWhatWasCounted() {
        assertThat(LAYER.counts()).containsOnlyKeys(Count.EFFECTIVE_ACS);
        assertThat(LAYER.get(Count.INPUT_SPIKES)).isZero();
    }

    @Test
    void addsPartsOfOneNameAndPrecisionAndKeepsOthersApart() {
        Part floats = Part.of("layer", Precision.FLOAT32, Map.of(Count.EFFECTIVE_ACS, 5.0));
        Tally sum = Tally.of(LAYER).plus(Tally.of(LAYER.times(2), floats));
        assertThat(sum.parts()).hasSize(2);
        assertThat(sum.parts().get(0).get(Count.EFFECTIVE_ACS)).isEqualTo(90);
        assertThat(sum.get(Count.EFFECTIVE_ACS)).isEqualTo(95);
        assertThat(sum.times(0.5).get(Count.EFFECTIVE_ACS)).isEqualTo(47.5);
    }

    /** A word of 32 bits holds six weights of 5 bits, four of 8, one of 17 or more. */
    @ParameterizedTest
    @CsvSource({"0, float32, 32", "2, int1, 1", "3, int2, 2", "16, int4, 4", "32, int5, 5.333333", "33, int6, 6.4"})
    void storesStatesInAsFewBitsAsTellThemApart(int states, String name, double storedBits) {
        Precision precision = Precision.ofStates(states);
        assertThat(precision).hasToString(name).isEqualTo(Precision.parse(name));
        assertThat(precision.storedBits()).isCloseTo(storedBits, within(1e-6));
    }

    @Test
    void refusesWordsThatAreNoPrecision() {
        assertThatThrownBy(() -> Precision.parse("double"))
                .hasMessage("Precision ('double') must be float32 or int1 to int32.");
        assertThatThrownBy(() -> Precision.parse("int33")).hasMessageContaining("Precision.bits (33)");
    }
}
