package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.simulation.Response;
import org.junit.jupiter.api.Test;

class NeuronAnswersTest {
    private static Reading fired(int... neurons) {
        return new Reading(
                new Response(
                        ImmutableIntArray.copyOf(neurons), ImmutableDoubleArray.copyOf(new double[neurons.length]), 0),
                EnergyBook.ZERO,
                ActivityBook.ZERO);
    }

    @Test
    void aNeuronPrefersTheClassItAnswersFirstMostOften() {
        var answers = NeuronAnswers.of(
                4, 3, new int[] {2, 2, 1, 0, 0}, List.of(fired(3, 1), fired(3), fired(3, 2), fired(0, 3), fired()));

        assertThat(answers.preferred(3)).isEqualTo(2);
        assertThat(answers.answered(3)).isEqualTo(3);
        assertThat(answers.share(3)).isEqualTo(2 / 3.0);
        assertThat(answers.preferred(0)).isZero();
        assertThat(answers.preferred(1)).isEqualTo(-1);
        assertThat(answers.share(1)).isNaN();
        assertThat(answers.byClass().asList()).containsExactly(0, 3, 1, 2);
    }
}
