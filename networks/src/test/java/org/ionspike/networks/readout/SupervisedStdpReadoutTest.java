package org.ionspike.networks.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.networks.convolution.PooledFeatures;
import org.junit.jupiter.api.Test;

class SupervisedStdpReadoutTest {
    private static SupervisedStdpReadout fit(
            int classes, List<PooledFeatures> features, int[] labels, SupervisedStdpReadout.Learning learning) {
        return SupervisedStdpReadout.fit(
                classes, features, labels, learning, new RandomStreams(1).stream("readout"), seen -> {});
    }

    @Test
    void theFirstTargetNeuronToFireAnswers() {
        // two classes of one target and one other neuron; features at ticks 200 and 100
        var weights = new float[][] {{0.4f, 1, 0.6f, 1}, {0.9f, 0, 0.1f, 0}};
        var both = PooledFeatures.of(200, 100);
        // at 200: 0.4 and 0.6; at 100: 1.3 and 0.7
        assertThat(new SupervisedStdpReadout(2, 0.5, weights).classify(both)).isEqualTo(1);
        assertThat(new SupervisedStdpReadout(2, 1.0, weights).classify(both)).isEqualTo(0);
        // one tick: the one further above its threshold
        assertThat(new SupervisedStdpReadout(2, 0.3, weights).classify(both)).isEqualTo(1);
        // nobody: the one nearest
        assertThat(new SupervisedStdpReadout(2, 9, weights).classify(both)).isEqualTo(0);
    }

    @Test
    void oneSampleMovesTheTaughtNeuronsByTheirErrorInTime() {
        // one active feature: every neuron starts near 0.3 and the threshold is 1, so nobody fires and t = 1 for all
        var learning = new SupervisedStdpReadout.Learning(1, 2, 0.1, 0.2, 1, 0.5);
        float[][] w = fit(2, List.of(PooledFeatures.of(255, 0)), new int[] {0}, learning)
                .weights();
        // errors: target 1 - (1 - 0.25) = 0.25, other 1 - (1 + 0.25) = -0.25, then scaled to the starting sum
        assertThat(share(w, 0)).isCloseTo(0.325 / (0.325 + 0.25), within(0.03));
        // of the other class whoever starts ahead is taught; both are nearly alike
        assertThat(Math.min(share(w, 2), share(w, 3))).isCloseTo(0.275 / (0.275 + 0.35), within(0.03));
    }

    private static double share(float[][] w, int neuron) {
        return w[0][neuron] / (w[0][neuron] + w[1][neuron]);
    }

    @Test
    void learnsClassesByWhichFeaturesComeFirst() {
        var random = new RandomStreams(3).stream("features");
        int[] labels = IntStream.range(0, 240).map(s -> s % 4).toArray();
        List<PooledFeatures> features = IntStream.of(labels)
                .mapToObj(label -> PooledFeatures.of(IntStream.range(0, 80)
                        .map(d -> d / 20 == label ? 150 + random.nextInt(100) : 20 + random.nextInt(180))
                        .toArray()))
                .toList();
        var readout = fit(4, features.subList(0, 160), labels(labels, 0, 160), new SupervisedStdpReadout.Learning(20));
        int right = 0;
        for (int s = 160; s < 240; s++) {
            right += readout.classify(features.get(s)) == labels[s] ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(76);
        for (float[] row : readout.weights()) {
            for (float w : row) {
                assertThat(w).isBetween(0f, 1f);
            }
        }
    }

    private static int[] labels(int[] all, int from, int to) {
        return java.util.Arrays.copyOfRange(all, from, to);
    }

    @Test
    void refusesGroupsThatDoNotFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SupervisedStdpReadout(3, 1, new float[][] {{0, 0, 0, 0}}))
                .withMessageContaining("weights (4 neurons) must be groups of 3");
    }
}
