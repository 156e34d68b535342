package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitTest {
    private final Dataset digits = Datasets.resolve("digits");

    private static Dataset ofClasses(int... counts) {
        int[] labels = IntStream.range(0, counts.length)
                .flatMap(c -> IntStream.range(0, counts[c]).map(k -> c))
                .toArray();
        var names = IntStream.range(0, counts.length).mapToObj(c -> "c" + c).toList();
        return Dataset.builder(
                        DatasetInfo.ofUser("toy", "toy"),
                        FeatureTable.of(
                                1,
                                IntStream.range(0, labels.length)
                                        .asDoubleStream()
                                        .toArray()),
                        ImmutableIntArray.copyOf(labels),
                        ImmutableList.copyOf(names))
                .build();
    }

    private static List<Integer> everything(Split split) {
        var all = new ArrayList<>(split.train().asList());
        all.addAll(split.held().asList());
        return all;
    }

    @Test
    void holdsBackTheFractionOfEveryClass() {
        var split = Split.stratified(digits, 0.2, new RandomStreams(1));
        assertThat(split.held().length()).isEqualTo(359); // 0.2 x 1797 = 359.4
        for (int c = 0; c < 10; c++) {
            int label = c;
            long held =
                    split.held().stream().filter(k -> digits.label(k) == label).count();
            assertThat((double) held).isCloseTo(0.2 * digits.classCounts().get(c), within(1.0));
        }
        assertThat(split.official()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void partsTheSamplesForAnyClassesAndFraction(long seed) {
        var random = new Random(seed);
        var dataset = ofClasses(random.ints(2 + random.nextInt(4), 2, 40).toArray());
        double fraction = random.nextDouble(0.01, 0.99);
        var split = Split.stratified(dataset, fraction, new RandomStreams(seed));
        String what = "seed " + seed + ", fraction " + fraction + ", " + dataset.classCounts();

        assertThat(everything(split))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, dataset.size()).boxed().toList());
        for (int c = 0; c < dataset.classCount(); c++) {
            int label = c;
            long held =
                    split.held().stream().filter(k -> dataset.label(k) == label).count();
            int count = dataset.classCounts().get(c);
            assertThat(held).as(what).isBetween(1L, count - 1L);
            assertThat((double) held).as(what).isCloseTo(fraction * count, within(1.0));
        }
    }

    @Test
    void trainsOnAClassOfASingleSample() {
        var dataset = ofClasses(10, 1);
        var split = Split.stratified(dataset, 0.5, new RandomStreams(3));
        assertThat(split.train().asList()).contains(10);
        assertThat(split.held().asList()).doesNotContain(10).isNotEmpty();
    }

    @Test
    void isTheSameForOneSeedAndAnotherForAnother() {
        var split = Split.stratified(digits, 0.2, new RandomStreams(7));
        assertThat(Split.stratified(digits, 0.2, new RandomStreams(7))).isEqualTo(split);
        assertThat(Split.stratified(digits, 0.2, new RandomStreams(8)).held()).isNotEqualTo(split.held());
    }

    @Test
    void trainsInRandomOrderAndHoldsInTheOrderOfTheData() {
        var split = Split.stratified(digits, 0.2, new RandomStreams(7));
        assertThat(split.held().asList()).isSorted();
        assertThat(split.train().asList())
                .isNotEqualTo(split.train().stream().sorted().boxed().toList());
        int half = split.train().length() / 2;
        assertThat(split.train().subArray(0, half).stream().average().orElseThrow())
                .isCloseTo(898, within(60.0)); // 3 standard errors of a mean of 718 out of 0..1796
    }

    @Test
    void limitsTrainingToTheFirstOfTheShuffledOrder() {
        var split = Split.stratified(digits, 0.2, new RandomStreams(7));
        var limited = split.limitTraining(100);
        assertThat(limited.train().asList()).isEqualTo(split.train().asList().subList(0, 100));
        assertThat(limited.held()).isEqualTo(split.held());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.limitTraining(1439))
                .withMessage("Split.limitTraining (1439) must lie between 1 and 1438, the number of training samples.");
        assertThatIllegalArgumentException().isThrownBy(() -> split.limitTraining(0));
    }

    @Test
    void takesTheOfficialSplitWhereThereIsOne() {
        var dataset = ofClasses(6, 4).toBuilder(
                        DatasetInfo.ofUser("toy", "toy"), ImmutableIntArray.of(0, 1, 0, 1, 0, 1, 0, 1, 0, 0))
                .officialTrainCount(7)
                .build();
        var split = Split.of(dataset, 0.5, new RandomStreams(1));
        assertThat(split.official()).isTrue();
        assertThat(split.held().asList()).containsExactly(7, 8, 9);
        assertThat(split.train().asList()).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6);
        assertThat(Split.of(digits, 0.5, new RandomStreams(1)))
                .isEqualTo(Split.stratified(digits, 0.5, new RandomStreams(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.official(digits, new RandomStreams(1)))
                .withMessage("Dataset digits has no official test part. Hold back a fraction of it with "
                        + "Split.stratified.");
    }

    @Test
    void shufflesTheLabelsOfTheTrainingPartOnly() {
        var split = Split.stratified(digits, 0.2, new RandomStreams(7)).limitTraining(500);
        var shuffled = split.shuffleTrainingLabels(digits, new RandomStreams(7));
        var inTraining = split.train().stream().boxed().collect(java.util.stream.Collectors.toSet());
        for (int k = 0; k < digits.size(); k++) {
            if (!inTraining.contains(k)) {
                assertThat(shuffled.label(k)).isEqualTo(digits.label(k));
            }
        }
        assertThat(shuffled.classCounts()).isEqualTo(digits.classCounts());
        long kept = split.train().stream()
                .filter(k -> shuffled.label(k) == digits.label(k))
                .count();
        assertThat(kept).isBetween(20L, 85L); // one in ten by chance: 50, 5 standard deviations of 7
        assertThat(shuffled.contentHash()).isNotEqualTo(digits.contentHash());
        assertThat(shuffled.info().note()).endsWith("The labels of the training part are shuffled.");
        assertThat(shuffled.imageShape()).isEqualTo(digits.imageShape());
        assertThat(shuffled.valueRange()).isEqualTo(digits.valueRange());
        assertThat(shuffled.featureNames()).isEqualTo(digits.featureNames());
    }

    @Test
    void shufflesLabelsBySeed() {
        var split = Split.stratified(digits, 0.2, new RandomStreams(7));
        var labels = split.shuffleTrainingLabels(digits, new RandomStreams(7)).labels();
        assertThat(split.shuffleTrainingLabels(digits, new RandomStreams(7)).labels())
                .isEqualTo(labels);
        assertThat(split.shuffleTrainingLabels(digits, new RandomStreams(8)).labels())
                .isNotEqualTo(labels);
    }

    @Test
    void refusesFractionsAndPartsWithoutSense() {
        for (double fraction : new double[] {0, 1, -0.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Split.stratified(digits, fraction, new RandomStreams(1)))
                    .withMessage("Split.heldFraction (" + fraction
                            + ") must lie between 0 and 1, both excluded, such as 0.2.");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(ImmutableIntArray.of(1, 2), ImmutableIntArray.of(2), false))
                .withMessage("Split: sample (2) must appear only once.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(ImmutableIntArray.of(1), ImmutableIntArray.of(), false))
                .withMessage("Split.held (no samples) must hold at least one sample.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(ImmutableIntArray.of(), ImmutableIntArray.of(1), false))
                .withMessage("Split.train (no samples) must hold at least one sample.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Split(ImmutableIntArray.of(-1), ImmutableIntArray.of(1), false))
                .withMessage("Split: sample index (-1) must be 0 or above.");
    }

    @Test
    void partsHoldEverySampleOnceAndAreOfOneSize() {
        Dataset wine = new Wine().load();
        var all = new java.util.TreeSet<Integer>();
        for (int part = 0; part < 5; part++) {
            Split split = Split.ofPart(wine, part, 5, new RandomStreams(3));
            assertThat(split.held().length()).isBetween(35, 36);
            assertThat(split.train().length() + split.held().length()).isEqualTo(178);
            all.addAll(split.held().asList());
            for (int c = 0; c < 3; c++) {
                int label = c;
                long of = split.held().stream()
                        .filter(k -> wine.label(k) == label)
                        .count();
                assertThat((double) of)
                        .isBetween(
                                wine.classCounts().get(c) / 5.0 - 1,
                                wine.classCounts().get(c) / 5.0 + 1);
            }
        }
        assertThat(all).hasSize(178);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.ofPart(wine, 5, 5, new RandomStreams(3)))
                .withMessageContaining("Split: part (5) must lie between 0 and 4");
    }
}
