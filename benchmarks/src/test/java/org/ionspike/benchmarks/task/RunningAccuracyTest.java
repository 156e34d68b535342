package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.ionspike.engine.checkpoint.StateReader;
import org.ionspike.engine.checkpoint.StateWriter;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class RunningAccuracyTest {
    @Test
    void theFirstWinOfANeuronIsWrongAndTheNextOfTheSameClassIsRight() {
        var accuracy = new RunningAccuracy(2, 3, 10);

        assertThat(accuracy.value()).isNaN();
        accuracy.add(1, 2, false);
        assertThat(accuracy.value()).isZero();
        accuracy.add(1, 2, false);
        assertThat(accuracy.value()).isEqualTo(0.5);
        accuracy.add(1, 0, false);
        accuracy.add(-1, 0, false);
        assertThat(accuracy.value()).isEqualTo(0.25);
    }

    @Test
    void aNeuronIsTakenForWhatItStoodForLately() {
        var accuracy = new RunningAccuracy(1, 2, 1000);
        for (int k = 0; k < 500; k++) {
            accuracy.add(0, 0, false);
        }
        double before = accuracy.value() * 500;
        int wrong = 0;
        for (int k = 0; k < 20; k++) {
            accuracy.add(0, 1, false);
            double right = accuracy.value() * (501 + k);
            wrong += right - before > 0.5 ? 0 : 1;
            before = right;
        }

        // 20 (1 - 0.95^n) > 20 * 0.95^n from n = 14 on: ln 2 / -ln 0.95 = 13.5
        assertThat(wrong).isEqualTo(14);
    }

    @Test
    void onlyTheLast1000Count() {
        var accuracy = new RunningAccuracy(1, 2, 2000);
        accuracy.add(0, 0, false);
        for (int k = 0; k < 1000; k++) {
            accuracy.add(0, 0, false);
        }
        assertThat(accuracy.value()).isEqualTo(1);
        for (int k = 0; k < 100; k++) {
            accuracy.add(-1, 0, false);
        }
        assertThat(accuracy.value()).isCloseTo(0.9, within(1e-12));
    }

    @Test
    void theCurveHasUpToAHundredPointsAndEndsWithTheLastSample() {
        var accuracy = new RunningAccuracy(1, 2, 250);
        for (int k = 1; k <= 250; k++) {
            accuracy.add(0, 0, k == 250);
        }
        LearningCurve curve = accuracy.curve();

        assertThat(curve.presentations().asList())
                .hasSize(84)
                .startsWith(3L, 6L)
                .endsWith(249L, 250L);
        assertThat(curve.last()).isEqualTo(249 / 250.0);
    }

    @Test
    void whatWasSavedGoesOnAlike() {
        var random = new RandomStreams(1).stream("winners");
        var whole = new RunningAccuracy(5, 3, 3000);
        for (int k = 0; k < 1700; k++) {
            whole.add(random.nextInt(6) - 1, random.nextInt(3), false);
        }
        var bytes = new ByteArrayOutputStream();
        var out = new StateWriter(bytes);
        whole.transfer(out);
        out.finish();
        var resumed = new RunningAccuracy(5, 3, 3000);
        var in = new StateReader(new ByteArrayInputStream(bytes.toByteArray()));
        resumed.transfer(in);
        in.finish();
        for (int k = 1700; k < 3000; k++) {
            int winner = random.nextInt(6) - 1;
            int label = random.nextInt(3);
            whole.add(winner, label, k == 2999);
            resumed.add(winner, label, k == 2999);
        }

        assertThat(resumed.curve()).isEqualTo(whole.curve());
        assertThat(resumed.curve().presentations().length()).isEqualTo(100);
    }
}
