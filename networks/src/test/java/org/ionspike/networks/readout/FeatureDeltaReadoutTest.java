package org.ionspike.networks.readout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.networks.convolution.PooledFeatures;
import org.junit.jupiter.api.Test;

class FeatureDeltaReadoutTest {
    private static PooledFeatures features(int... earliness) {
        return PooledFeatures.of(earliness);
    }

    private static FeatureDeltaReadout fit(
            List<PooledFeatures> features, int[] labels, FeatureDeltaReadout.Learning learning) {
        return FeatureDeltaReadout.fit(
                3, features, labels, learning, new RandomStreams(1).stream("readout"), seen -> {});
    }

    @Test
    void oneStepIsTheErrorTimesTheInput() {
        // x = (1, 0, 0.2): x.x = 1.04; every class starts at 1/3
        var readout =
                fit(List.of(features(255, 0, 51)), new int[] {1}, new FeatureDeltaReadout.Learning(1, 0.52, 1, 0));
        float[][] w = readout.weights();
        assertThat(w[0]).containsExactly(new float[] {-0.5f / 3, 1f / 3, -0.5f / 3}, within(1e-6f));
        assertThat(w[1]).containsExactly(0, 0, 0);
        assertThat(w[2]).containsExactly(new float[] {-0.1f / 3, 0.2f / 3, -0.1f / 3}, within(1e-6f));
    }

    @Test
    void learnsClassesThatAPlaneSeparates() {
        var random = new RandomStreams(3).stream("features");
        int[] labels = IntStream.range(0, 300).map(s -> s % 3).toArray();
        List<PooledFeatures> features = IntStream.of(labels)
                .mapToObj(label -> {
                    int[] x = random.ints(40, 0, 256).toArray();
                    x[label] = 255;
                    x[(label + 1) % 3] = 0;
                    return features(x);
                })
                .toList();
        for (double dropout : new double[] {0, 0.3}) {
            var readout = fit(features, labels, new FeatureDeltaReadout.Learning(40, 1, 0.95, dropout));
            for (int s = 0; s < labels.length; s++) {
                assertThat(readout.classify(features.get(s))).isEqualTo(labels[s]);
            }
        }
    }

    @Test
    void aReadoutOfItsOwnWeightsGivesTheSameScores() {
        var w = new float[][] {{1, -2}, {0.5f, 3}, {-1, 0}};
        var readout = FeatureDeltaReadout.of(w);
        assertThat(readout.weights()).isDeepEqualTo(w);
        assertThat(readout.scores(features(255, 51, 0))).containsExactly(new double[] {1.1, -1.4}, within(1e-6));
        assertThat(readout.classify(features(0, 51, 0))).isEqualTo(1);
    }

    @Test
    void refusesLabelsThatDoNotMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(List.of(features(1)), new int[0], new FeatureDeltaReadout.Learning()))
                .withMessageContaining("labels (0) must be one per sample, and there are 1");
    }
}
