package org.ionspike.networks.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.Response;
import org.junit.jupiter.api.Test;

class ReadoutTest {
    private static Response response(int... neurons) {
        double[] times = new double[neurons.length];
        for (int k = 0; k < times.length; k++) {
            times[k] = 1e-3 + 1e-4 * k;
        }
        return new Response(ImmutableIntArray.copyOf(neurons), ImmutableDoubleArray.copyOf(times), 3e-3);
    }

    @Test
    void aVoteCountsTheFirstSpikesByRank() {
        var readout =
                VoteReadout.fit(2, 3, 2, List.of(response(0, 1), response(0, 2), response(1, 2)), new int[] {0, 0, 1});

        // neuron 0: class 0 only; neuron 1: 1/2 for class 0 (second of one in two), 2/1 for class 1
        assertThat(readout.weights()[0]).containsExactly(1f, 0f);
        assertThat(readout.weights()[1]).containsExactly(0.2f, 0.8f);
        assertThat(readout.scores(response(0, 1))).containsExactly(new double[] {2 * 1 + 0.2, 0.8}, within(1e-6));
        assertThat(readout.classify(response(1, 2))).isEqualTo(1);
    }

    @Test
    void aPresentationWithoutASpikeHasNoClass() {
        var vote = new VoteReadout(1, new float[][] {{1, 0}});
        var delta = new DeltaRuleReadout(1, new float[][] {{1, 0}});

        assertThat(vote.classify(response())).isEqualTo(-1);
        assertThat(delta.classify(response())).isEqualTo(-1);
    }

    @Test
    void theDeltaRuleSeparatesWhatASingleWinnerCannot() {
        // the class is the second neuron; the first says nothing
        List<Response> responses = new ArrayList<>();
        int[] labels = new int[60];
        for (int s = 0; s < labels.length; s++) {
            labels[s] = s % 2;
            responses.add(response(s % 3, 3 + labels[s]));
        }
        var readout = DeltaRuleReadout.fit(
                2, 5, 2, responses, labels, new DeltaRuleReadout.Learning(), new RandomStreams(1).stream("readout"));

        for (int s = 0; s < labels.length; s++) {
            assertThat(readout.classify(responses.get(s))).isEqualTo(labels[s]);
        }
    }

    @Test
    void aLaterSpikeCountsLessByTheDecayOfTheTrace() {
        var readout = new DeltaRuleReadout(2, new float[][] {{1, 0}, {0, 1}});

        // 0.1 ms later with a time constant of 0.8 ms
        assertThat(readout.scores(response(0, 1))).containsExactly(new double[] {1, Math.exp(-0.125)}, within(1e-12));
    }

    @Test
    void thereMustBeOneLabelPerResponse() {
        assertThatThrownBy(() -> VoteReadout.fit(1, 1, 1, List.of(response(0)), new int[0]))
                .hasMessageContaining("1 responses and 0 labels");
    }
}
