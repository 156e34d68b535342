package org.ionspike.networks.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.DiehlCook;
import org.ionspike.networks.readout.CountReadout;
import org.junit.jupiter.api.Test;

class DiehlCookLearningTest {
    private static final int LINES = 60;
    private static final int SAMPLES = 30;

    /** Every third sample has the same third of the lines at 100 Hz. */
    private static SpikeRaster sample(int index) {
        UniformRandomProvider random = new RandomStreams(9).stream("sample/" + index);
        double[] times = random.doubles(700, 0, 0.35).toArray();
        int[] lines = random.ints(700, 0, 20).map(line -> index % 3 * 20 + line).toArray();
        return SpikeRaster.of(LINES, times, lines);
    }

    private static DiehlCookLearning learning(int epochs) {
        return new DiehlCookLearning(
                new DiehlCook(LINES, 12), new SimulationSettings(2), epochs, SAMPLES, DiehlCookLearningTest::sample);
    }

    private static float[][] weights(DiehlCookLearning learning) {
        return ((Weights.Given) learning.learnt().projection(DiehlCook.LEARNING).weights()).values();
    }

    @Test
    void showsEverySampleOnceAnEpoch() {
        DiehlCookLearning learning = learning(2);
        for (int epoch = 0; epoch < 2; epoch++) {
            List<Integer> seen = new ArrayList<>();
            for (int k = 0; k < SAMPLES; k++) {
                seen.add(learning.show());
            }
            assertThat(seen)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, SAMPLES).boxed().toList());
        }
        assertThat(learning.isDone()).isTrue();
        assertThat(learning.spikes()).isPositive();
    }

    @Test
    void aTrainingThatWasBrokenOffGoesOnBitForBit() {
        DiehlCookLearning whole = learning(2);
        DiehlCookLearning first = learning(2);
        for (int k = 0; k < 40; k++) {
            whole.show();
            first.show();
        }
        var saved = new ByteArrayOutputStream();
        first.save(saved);
        DiehlCookLearning second = learning(2);
        second.load(new ByteArrayInputStream(saved.toByteArray()));
        while (!whole.isDone()) {
            assertThat(second.show()).isEqualTo(whole.show());
            assertThat(second.winner()).isEqualTo(whole.winner());
        }
        assertThat(weights(second)).isDeepEqualTo(weights(whole));
        assertThat(second.spikes()).isEqualTo(whole.spikes());
    }

    @Test
    void threePatternsAreToldApartByTheirSpikeCountsWhateverTheNumberOfThreads() {
        DiehlCookLearning learning = learning(4);
        while (!learning.isDone()) {
            learning.show();
        }
        var counter = new SpikeCounter(
                learning.learnt(), DiehlCook.EXCITATORY, DiehlCook.SAMPLE, new SimulationSettings(2), 1);
        int[] labels = IntStream.range(0, SAMPLES).map(s -> s % 3).toArray();
        SpikeCounter.Counts named = counter.read(SAMPLES, DiehlCookLearningTest::sample, read -> {});
        var readout = CountReadout.fit(3, named.spikes(), labels);
        SpikeCounter.Counts tested = counter.read(SAMPLES, s -> sample(SAMPLES + s), read -> {});
        int right = 0;
        for (int s = 0; s < SAMPLES; s++) {
            right += readout.classify(tested.spikes().get(s)) == labels[s] ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(28);
        assertThat(named.activity().inputSpikes()).isEqualTo(700L * SAMPLES);

        var threads = new SpikeCounter(
                learning.learnt(), DiehlCook.EXCITATORY, DiehlCook.SAMPLE, new SimulationSettings(2), 3);
        assertThat(threads.read(SAMPLES, DiehlCookLearningTest::sample, read -> {})
                        .spikes())
                .isEqualTo(named.spikes());
    }
}
