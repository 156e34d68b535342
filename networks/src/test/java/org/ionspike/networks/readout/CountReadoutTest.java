package org.ionspike.networks.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountReadoutTest {
    private static ImmutableIntArray counts(int... spikes) {
        return ImmutableIntArray.copyOf(spikes);
    }

    @Test
    void aNeuronStandsForTheClassItSpikesMostForOnAverageOverItsSamples() {
        // three samples of class 0, one of class 1: neuron 1 spikes 6 times for 0 and 3 for 1, which is 2 and 3 a
        // sample
        var readout = CountReadout.fit(
                2, List.of(counts(4, 2, 0), counts(4, 2, 0), counts(4, 2, 0), counts(1, 3, 0)), new int[] {0, 0, 0, 1});
        assertThat(readout.weights()).isDeepEqualTo(new float[][] {{1, 0}, {0, 1}, {0, 0}});
    }

    @Test
    void theAnswerIsTheClassWithTheLargestMeanNotTheLargestSum() {
        var readout = new CountReadout(new float[][] {{0.5f, 0}, {0.5f, 0}, {0, 1}});
        assertThat(readout.scores(counts(3, 4, 5))).containsExactly(new double[] {3.5, 5}, within(1e-9));
        assertThat(readout.classify(counts(3, 4, 5))).isEqualTo(1);
        assertThat(readout.classify(counts(0, 0, 0))).isEqualTo(-1);
    }

    @Test
    void refusesLabelsThatDoNotMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CountReadout.fit(2, List.of(counts(1)), new int[0]))
                .withMessageContaining("labels (0) must be one per sample, and there are 1");
    }
}
