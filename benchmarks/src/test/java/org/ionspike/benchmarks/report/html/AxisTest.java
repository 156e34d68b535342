package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTest {
    private static final int ROOM_FOR_LABELS = 6;

    @Test
    void equalRatiosHaveEqualLengthsInDecades() {
        Axis axis = Axis.decades("energy", new double[] {3e-12, 2e-9}, Amount::tick);
        assertThat(axis.share(1e-12)).isZero();
        assertThat(axis.share(1e-8)).isEqualTo(1);
        assertThat(axis.share(1e-10)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void evenStepsAreLabelledWithoutRests() {
        Axis axis = Axis.even("energy", new double[] {1.4e-9, 3.5e-9}, 1e9);
        assertThat(axis.ticks()).extracting(Axis.Tick::label).containsExactly("1.5", "2.0", "2.5", "3.0", "3.5");
    }

    @Test
    void whatIsNeverNegativeBeginsAtZero() {
        assertThat(Axis.even("accuracy", new double[] {0, 95}).low()).isZero();
    }

    @Test
    void oneValueIsEnough() {
        for (double value : new double[] {0, 0.97, 5e-10}) {
            Axis axis = Axis.even("accuracy", new double[] {value});
            assertThat(axis.share(value)).isBetween(0.0, 1.0);
            assertThat(axis.high()).isGreaterThan(axis.low());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyValueIsOnItsAxisAndLabelsHaveRoom(long seed) {
        var random = new Random(seed);
        double[] values = random.doubles(2 + random.nextInt(20))
                .map(x -> Math.pow(10, 12 * x - 12))
                .toArray();
        for (Axis axis : new Axis[] {Axis.even("x", values), Axis.decades("x", values, Amount::tick)}) {
            for (double value : values) {
                assertThat(value).as("seed " + seed).isBetween(axis.low(), axis.high());
            }
            assertThat(axis.ticks()).as("seed " + seed).hasSizeBetween(1, ROOM_FOR_LABELS);
        }
    }
}
