package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ionspike.benchmarks.report.Progress;
import org.junit.jupiter.api.Test;

class SeedRunsTest {
    private static ObjectNode result(double accuracy) {
        return new ObjectMapper().createObjectNode().put("ClassificationAccuracy", accuracy);
    }

    @Test
    void runsStandInTheOrderOfTheirSeedsHoweverTheyEnd() {
        var last = new CountDownLatch(1);
        SeedRuns runs = SeedRuns.of(
                7,
                3,
                3,
                seed -> {
                    try { // the first seed ends last
                        if (seed == 9) {
                            last.countDown();
                        } else if (seed == 7) {
                            assertThat(last.await(10, TimeUnit.SECONDS)).isTrue();
                        }
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return result(0.1 * seed);
                },
                Progress.silent());

        assertThat(runs.runs()).extracting(SeedRuns.Run::seed).containsExactly(7L, 8L, 9L);
        assertThat(runs.mean()).isCloseTo(0.8, within(1e-12));
        assertThat(runs.standardDeviation()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void whatARunThrowsIsThrown() {
        assertThatThrownBy(() -> SeedRuns.of(
                        1,
                        4,
                        2,
                        seed -> {
                            throw new IllegalArgumentException("seed " + seed + " is not liked");
                        },
                        Progress.silent()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not liked");
    }
}
