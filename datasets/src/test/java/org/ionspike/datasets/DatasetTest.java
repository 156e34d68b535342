package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {
    private static final DatasetInfo INFO = DatasetInfo.ofUser("toy", "toy");

    private static DatasetBuilder toy(double... values) {
        return Dataset.builder(
                INFO, FeatureTable.of(2, values), ImmutableIntArray.of(0, 1), ImmutableList.of("a", "b"));
    }

    @Test
    void namesFeaturesByNumberUnlessTold() {
        assertThat(toy(1, 2, 3, 4).build().featureNames()).containsExactly("feature 1", "feature 2");
        assertThat(toy(1, 2, 3, 4)
                        .featureNames(ImmutableList.of("x", "y"))
                        .build()
                        .featureNames())
                .containsExactly("x", "y");
        assertThat(toy(1, 2, 3, 4).build()).hasToString("toy (2 samples, 2 features, 2 classes)");
    }

    @Test
    void hashesTheSameForTheSameContentUnderOtherNames() {
        var bytes = FeatureTable.ofBytes(2, new byte[] {1, 2, 3, (byte) 200});
        var other = Dataset.builder(
                        DatasetInfo.ofUser("other", "other"),
                        bytes,
                        ImmutableIntArray.of(0, 1),
                        ImmutableList.of("a", "b"))
                .featureNames(ImmutableList.of("p", "q"))
                .build();
        assertThat(toy(1, 2, 3, 200).build().contentHash())
                .isEqualTo(other.contentHash())
                .hasSize(64);
    }

    @Test
    void hashesDifferentlyWhenAnythingThatCountsDiffers() {
        String hash = toy(1, 2, 3, 4).build().contentHash();
        assertThat(toy(1, 2, 3, 5).build().contentHash()).isNotEqualTo(hash);
        assertThat(toy(1, 2, 3, 4.5).build().contentHash()).isNotEqualTo(hash);
        assertThat(toy(1, 2, 3, 4).officialTrainCount(1).build().contentHash()).isNotEqualTo(hash);
        assertThat(Dataset.builder(
                                INFO,
                                FeatureTable.of(2, new double[] {1, 2, 3, 4}),
                                ImmutableIntArray.of(1, 0),
                                ImmutableList.of("a", "b"))
                        .build()
                        .contentHash())
                .isNotEqualTo(hash);
        assertThat(Dataset.builder(
                                INFO,
                                FeatureTable.of(2, new double[] {1, 2, 3, 4}),
                                ImmutableIntArray.of(0, 1),
                                ImmutableList.of("a", "c"))
                        .build()
                        .contentHash())
                .isNotEqualTo(hash);
    }

    @Test
    void keepsTheHashOfIris() { // made by this test: a change here breaks the provenance of stored results
        assertThat(Datasets.resolve("iris").contentHash())
                .isEqualTo("d9682d43c37fc1522ae2a166a94ff2068afa37debbf55d7a9ab2fcb108eb4017");
    }

    @Test
    void refusesPartsThatDoNotFit() {
        refused(toy(1, 2), "Dataset toy: samples (1) must be at least 2.");
        refused(toy(1, 2, 3, 4, 5, 6), "Dataset toy: labels (2) must be one per sample, and there are 3.");
        refused(
                toy(1, 2, 3, 4).featureNames(ImmutableList.of("x")),
                "Dataset toy: feature names (1) must be one per feature, and there are 2.");
        refused(toy(1, 2, 3, 4).imageShape(new ImageShape(2, 2)), "Dataset toy: feature names (4) must be one per");
        refused(
                toy(1, 2, 3, 4).officialTrainCount(2),
                "Dataset toy: official training samples (2) must lie between 1 and 1.");
        var table = FeatureTable.of(1, new double[] {1, 2});
        refused(
                Dataset.builder(INFO, table, ImmutableIntArray.of(0, 2), ImmutableList.of("a", "b")),
                "Dataset toy: label of sample 1 (2) must lie between 0 and 1.");
        refused(
                Dataset.builder(INFO, table, ImmutableIntArray.of(0, 0), ImmutableList.of("a")),
                "Dataset toy: classes (1) must be at least 2, or there is nothing to tell apart.");
        refused(
                Dataset.builder(INFO, table, ImmutableIntArray.of(0, 1), ImmutableList.of("a", "a")),
                "Dataset toy: class names ([a, a]) must differ from each other.");
    }

    private static void refused(DatasetBuilder builder, String message) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void givesBackTheValuesItWasGiven(long seed) {
        var random = new Random(seed);
        int features = 1 + random.nextInt(5);
        boolean whole = random.nextBoolean();
        double[] values = random.doubles(features * (1L + random.nextInt(9)), whole ? 0 : -1e3, whole ? 256 : 1e3)
                .map(value -> whole ? Math.floor(value) : value)
                .toArray();
        var table = FeatureTable.of(features, values);
        for (int k = 0; k < values.length; k++) {
            assertThat(table.get(k / features, k % features)).as("seed " + seed).isEqualTo(values[k]);
        }
    }

    @Test
    void refusesTablesThatAreNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.of(2, new double[] {1, 2, 3}))
                .withMessage("FeatureTable.values (3 values) must be a multiple of the 2 features.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.of(2, new double[] {1, 2, Double.NaN, 4}))
                .withMessageContaining("value NaN of sample 1, feature 0, is not finite");
        var table = FeatureTable.of(2, new double[] {1, 2});
        assertThatThrownBy(() -> table.get(0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesRangesShapesAndNamesWithoutSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ValueRange(1, 1))
                .withMessage("ValueRange.high (1.0) must be finite and above low, 1.0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ImageShape(0, 8))
                .withMessage("ImageShape.height (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatasetInfo.ofUser(" ", ""))
                .withMessage("DatasetInfo.name (' ') must not be blank.");
    }
}
