package org.ionspike.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class NearestNeighboursTest {
    private static final int CLASSES = 3;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4})
    void agreesWithASearchThroughAllPairs(int neighbours) {
        // whole numbers: distances are exact in single precision too, and many are equal
        UniformRandomProvider random = new RandomStreams(neighbours).stream("test");
        float[][] stored = wholeNumbers(60, random);
        float[][] queries = wholeNumbers(80, random);
        int[] labels = IntStream.range(0, 60).map(s -> random.nextInt(CLASSES)).toArray();
        var training = new ScaledSamples(Nd4j.createFromArray(stored), ImmutableIntArray.copyOf(labels), CLASSES);
        int[] expected = IntStream.range(0, queries.length)
                .map(q -> search(queries[q], stored, labels, neighbours))
                .toArray();

        assertThat(NearestNeighbours.ofFloats(neighbours, training).classify(Nd4j.createFromArray(queries)))
                .containsExactly(expected);
        // the largest feature is 255, so that a step is 1
        assertThat(NearestNeighbours.ofWholeNumbers(neighbours, training).classify(Nd4j.createFromArray(queries)))
                .containsExactly(expected);
    }

    private static int search(float[] query, float[][] stored, int[] labels, int neighbours) {
        List<Integer> nearest = IntStream.range(0, stored.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer t) -> squared(query, stored[t]))
                        .thenComparing(t -> t))
                .limit(neighbours)
                .toList();
        int[] votes = new int[CLASSES];
        nearest.forEach(t -> votes[labels[t]]++);
        int most = IntStream.of(votes).max().orElseThrow();
        return nearest.stream()
                .map(t -> labels[t])
                .filter(label -> votes[label] == most)
                .findFirst()
                .orElseThrow();
    }

    private static double squared(float[] a, float[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(k -> (a[k] - b[k]) * (a[k] - b[k]))
                .sum();
    }

    private static float[][] wholeNumbers(int count, UniformRandomProvider random) {
        float[][] samples = new float[count][4];
        for (float[] sample : samples) {
            for (int k = 0; k < sample.length; k++) {
                sample[k] = 85 * random.nextInt(4);
            }
        }
        samples[0][0] = 255;
        return samples;
    }

    @Test
    void countsAProductWithEveryStoredFeatureForEveryFeatureThatIsNotZero() {
        var training = new ScaledSamples(
                Nd4j.createFromArray(new float[][] {{1, 0, 1}, {0, 0, 1}, {1, 1, 1}, {0, 0, 0}}),
                ImmutableIntArray.of(0, 1, 2, 0),
                CLASSES);
        var floats = NearestNeighbours.ofFloats(3, training);
        var whole = NearestNeighbours.ofWholeNumbers(3, training);

        Tally.Part part = GivenModels.read(floats, new float[] {0, 0.5F, 1})
                .mean()
                .parts()
                .get(0);

        assertThat(part.name()).isEqualTo("distances");
        assertThat(part.get(Count.DENSE_MACS)).isEqualTo(12);
        assertThat(part.get(Count.EFFECTIVE_MACS)).isEqualTo(8);
        assertThat(part.get(Count.NEURON_UPDATES)).isEqualTo(4);
        assertThat(part.get(Count.WEIGHT_READ_BITS)).isEqualTo(12 * 32);
        assertThat(part.get(Count.STATE_READ_BITS)).isEqualTo(3 * 32);
        assertThat(part.get(Count.STATE_WRITE_BITS)).isEqualTo(3 * 32); // the three nearest
        assertThat(part.get(Count.INFERENCES)).isEqualTo(1);
        assertThat(GivenModels.read(whole, new float[] {0, 0.5F, 1}).mean().get(Count.WEIGHT_READ_BITS))
                .isEqualTo(12 * 8);
        assertThat(floats.connectionSparsity()).isEqualTo(0.5);
        assertThat(floats.storing().get(Count.EFFECTIVE_MACS)).isEqualTo(6);
        assertThat(whole.storing().get(Count.WEIGHT_WRITE_BITS)).isEqualTo(12 * 8);
        assertThat(whole.footprintBytes()).isEqualTo(12 + 4 * 8);
    }
}
