package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

class ScalerTest {
    /** Three features: 1..4, constant 0.1, and 10..40 in sample 3 only beyond. */
    private final Dataset toy = Dataset.builder(
                    DatasetInfo.ofUser("toy", "toy"),
                    FeatureTable.of(3, new double[] {1, 0.1, 10, 3, 0.1, 20, 2, 0.1, 15, 99, 0.7, -99}),
                    ImmutableIntArray.of(0, 1, 0, 1),
                    ImmutableList.of("a", "b"))
            .build();

    private final ImmutableIntArray training = ImmutableIntArray.of(0, 1, 2);

    @Test
    void bringsTheTrainingPartToZeroToOneAndClipsTheRest() {
        var scaler = Scaler.fit(Scaling.MIN_MAX, toy, training);
        assertThat(scaler.apply(toy, 0)).containsExactly(0, 0, 0);
        assertThat(scaler.apply(toy, 1)).containsExactly(1, 0, 1);
        assertThat(scaler.apply(toy, 2)).containsExactly(0.5f, 0, 0.5f);
        assertThat(scaler.apply(toy, 3)).containsExactly(1, 0, 0);
    }

    @Test
    void bringsTheTrainingPartToMeanZeroAndDeviationOne() {
        var wine = Datasets.resolve("wine");
        var part = Split.stratified(wine, 0.3, new RandomStreams(1)).train();
        var scaler = Scaler.fit(Scaling.STANDARD, wine, part);
        for (int f = 0; f < wine.featureCount(); f++) {
            double sum = 0;
            double squares = 0;
            for (int k = 0; k < part.length(); k++) {
                double value = scaler.apply(wine, part.get(k))[f];
                sum += value;
                squares += value * value;
            }
            assertThat(sum / part.length()).isCloseTo(0, within(1e-6)); // float rounding
            assertThat(squares / part.length()).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    void putsConstantFeaturesToZeroAndDoesNotClipStandardValues() {
        var scaler = Scaler.fit(Scaling.STANDARD, toy, training);
        assertThat(scaler.apply(toy, 3)[0]).isGreaterThan(100);
        assertThat(scaler.apply(toy, 3)[1]).isZero();
    }

    @Test
    void looksAtTheTrainingPartOnly() {
        var changed = Dataset.builder(
                        DatasetInfo.ofUser("toy", "toy"),
                        FeatureTable.of(3, new double[] {1, 0.1, 10, 3, 0.1, 20, 2, 0.1, 15, -7, 3, 0}),
                        ImmutableIntArray.of(0, 1, 0, 1),
                        ImmutableList.of("a", "b"))
                .build();
        for (var scaling : new Scaling[] {Scaling.NONE, Scaling.MIN_MAX, Scaling.STANDARD}) {
            assertThat(Scaler.fit(scaling, changed, training)).isEqualTo(Scaler.fit(scaling, toy, training));
        }
    }

    @Test
    void takesTheDeclaredRangeWhateverTheSamplesHold() {
        var digits = Datasets.resolve("digits");
        var scaler = Scaler.fit(Scaling.RANGE, digits, ImmutableIntArray.of(0));
        var scaled = scaler.apply(digits, 1);
        for (int f = 0; f < 64; f++) {
            assertThat(scaled[f]).isEqualTo((float) (digits.feature(1, f) / 16));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.fit(Scaling.RANGE, toy, training))
                .withMessage("Scaling range: dataset toy declares no range of its values. Use min-max or standard.");
    }

    @Test
    void leavesValuesAsTheyAre() {
        assertThat(Scaler.fit(Scaling.NONE, toy, training).apply(toy, 3)).containsExactly(99, 0.7f, -99);
    }

    @Test
    void choosesTheRangeForImagesAndMinMaxForTables() {
        assertThat(Scaling.defaultFor(Datasets.resolve("digits"))).isEqualTo(Scaling.RANGE);
        assertThat(Scaling.defaultFor(toy)).isEqualTo(Scaling.MIN_MAX);
    }

    @Test
    void readsItsNameAndListsTheKnownOnes() {
        for (var scaling : Scaling.values()) {
            assertThat(Scaling.parse(scaling.toString())).isEqualTo(scaling);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaling.parse("zscore"))
                .withMessage("No scaling is named 'zscore'. Known: [none, range, min-max, standard, sample-max].");
    }

    @Test
    void refusesDataItWasNotFittedTo() {
        var scaler = Scaler.fit(Scaling.MIN_MAX, toy, training);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.apply(Datasets.resolve("iris"), 0))
                .withMessage("Scaler.apply: features of dataset iris (4) must be the 3 the scaling was fitted to.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scaler.fit(Scaling.NONE, toy, ImmutableIntArray.of()))
                .withMessage("Scaler: training (no samples) must hold at least one sample.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scaler(Scaling.NONE, ImmutableDoubleArray.of(1, 2), ImmutableDoubleArray.of(1)))
                .withMessage("Scaler.divisor (1 entries) must have one entry per offset, and there are 2.");
    }
}
