package org.ionspike.benchmarks.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.FeatureTable;
import org.ionspike.datasets.Split;
import org.ionspike.engine.random.RandomStreams;
import org.junit.jupiter.api.Test;

/** The comparison on the digits, whole or in part. */
class BaselineRunTest {
    private static final Dataset DIGITS = Datasets.resolve("digits");
    private static final Split SPLIT = Split.of(DIGITS, 0.2, new RandomStreams(1));
    private static final BaselineModel LOGISTIC = BaselineModel.logisticRegression();

    @Test
    void learnsDigitsAndWholeNumbersLoseLessThanAPoint() {
        var models = ImmutableList.of(LOGISTIC, BaselineModel.mlp(100), BaselineModel.knn(3));
        var tuning = given(0.03, 15, LOGISTIC, BaselineModel.mlp(100));

        List<BaselineResult> results = new BaselineRun(DIGITS, SPLIT, 1, Progress.silent(), 2).run(models, tuning);

        assertThat(results)
                .extracting(BaselineResult::name)
                .containsExactly(
                        "logistic-regression float32",
                        "logistic-regression int8",
                        "mlp-100 float32",
                        "mlp-100 int8",
                        "knn-3 float32",
                        "knn-3 int8");
        assertThat(results.get(0).accuracy()).isGreaterThan(0.93);
        assertThat(results.get(2).accuracy()).isGreaterThan(0.95);
        assertThat(results.get(4).accuracy()).isGreaterThan(0.97);
        for (int k = 0; k < results.size(); k += 2) {
            assertThat(results.get(k + 1).accuracy()).isCloseTo(results.get(k).accuracy(), within(0.01));
        }
        assertThat(results).allSatisfy(result -> {
            assertThat(result.confusion().total()).isEqualTo(SPLIT.held().length());
            assertThat(result.inference().get(Count.INFERENCES)).isEqualTo(1);
            assertThat(result.inference().get(Count.EFFECTIVE_MACS))
                    .isLessThan(result.inference().get(Count.DENSE_MACS));
            assertThat(result.inferenceCpuSecondsPerSample()).isPositive();
            assertThat(result.description()).isNotBlank();
        });
    }

    @Test
    void oneSeedGivesTheSameOnOneAndTwoThreadsAndAnotherSeedDoesNot() {
        Split few = SPLIT.limitTraining(150);
        var models = ImmutableList.of(BaselineModel.mlp(8), BaselineModel.cnn(2));
        var tuning = given(0.01, 4, BaselineModel.mlp(8), BaselineModel.cnn(2));

        var one = new BaselineRun(DIGITS, few, 1, Progress.silent(), 1).run(models, tuning);
        var two = new BaselineRun(DIGITS, few, 1, Progress.silent(), 2).run(models, tuning);
        var other = new BaselineRun(DIGITS, few, 2, Progress.silent(), 2).run(models, tuning);

        for (int k = 0; k < one.size(); k++) {
            assertThat(two.get(k).answers()).isEqualTo(one.get(k).answers());
            assertThat(two.get(k).inference()).isEqualTo(one.get(k).inference());
            assertThat(two.get(k).training()).isEqualTo(one.get(k).training());
            assertThat(other.get(k).answers()).isNotEqualTo(one.get(k).answers());
        }
    }

    @Test
    void labelsOfHeldSamplesHaveNoInfluenceOnTuningTrainingAndAnswers() {
        Split few = SPLIT.limitTraining(120);
        var models = ImmutableList.of(LOGISTIC, BaselineModel.knn(3));

        var honest = new BaselineRun(DIGITS, few, 1, Progress.silent(), 2).run(models);
        var permuted = new BaselineRun(withHeldLabelsMoved(few), few, 1, Progress.silent(), 2).run(models);

        for (int k = 0; k < honest.size(); k++) {
            assertThat(permuted.get(k).answers()).isEqualTo(honest.get(k).answers());
            assertThat(permuted.get(k).tuning()).isEqualTo(honest.get(k).tuning());
            assertThat(permuted.get(k).accuracy()).isLessThan(0.3);
        }
        assertThat(honest.get(0).tuning().get(Count.DENSE_MACS))
                .isGreaterThan(honest.get(0).training().get(Count.DENSE_MACS));
        assertThat(honest.get(2).tuning()).isEqualTo(Tally.NONE);
    }

    @Test
    void aBrighterPixelInAHeldSampleChangesTheCounts() {
        Split few = SPLIT.limitTraining(100);
        var models = ImmutableList.of(LOGISTIC, BaselineModel.cnn(2), BaselineModel.knn(3));
        var tuning = given(0.01, 1, LOGISTIC, BaselineModel.cnn(2));
        int sample = few.held().get(0);
        assertThat(DIGITS.feature(sample, 0)).isZero();

        var before = new BaselineRun(DIGITS, few, 1, Progress.silent(), 1).run(models, tuning);
        var after = new BaselineRun(withPixel(sample, 0, 16), few, 1, Progress.silent(), 1).run(models, tuning);

        for (int k = 0; k < before.size(); k++) {
            assertThat(after.get(k).inference().parts().get(0).get(Count.EFFECTIVE_MACS))
                    .isGreaterThan(before.get(k).inference().parts().get(0).get(Count.EFFECTIVE_MACS));
            assertThat(after.get(k).training()).isEqualTo(before.get(k).training());
        }
    }

    @Test
    void namesOfModelsAreRead() {
        for (BaselineModel model : BaselineModel.standard(DIGITS)) {
            assertThat(BaselineModel.parse(model.name())).isEqualTo(model);
        }
        assertThatThrownBy(() -> BaselineModel.parse("mlp"))
                .hasMessageContaining("'mlp'")
                .hasMessageContaining("mlp-32");
        assertThatThrownBy(() -> BaselineModel.parse("mlp-0")).hasMessageContaining("size of mlp (0)");
    }

    @Test
    void filtersAreOnlyForImages() {
        Dataset iris = Datasets.resolve("iris");

        assertThat(BaselineModel.standard(DIGITS)).contains(BaselineModel.cnn(8));
        assertThat(BaselineModel.standard(iris)).doesNotContain(BaselineModel.cnn(8));
        assertThatThrownBy(() -> FilterDesign.of(iris, 8)).hasMessageContaining("holds no images");
    }

    @Test
    void aModelThatWasNotTunedIsNamed() {
        var run = new BaselineRun(DIGITS, SPLIT, 1, Progress.silent(), 1);

        assertThatThrownBy(() -> run.run(ImmutableList.of(BaselineModel.mlp(3)), given(0.01, 1, LOGISTIC)))
                .hasMessageContaining("mlp-3 was not tuned")
                .hasMessageContaining("logistic-regression");
    }

    private static BaselineTuning given(double rate, int epochs, BaselineModel... models) {
        var choices = ImmutableMap.<BaselineModel, BaselineTuning.Choice>builder();
        for (BaselineModel model : models) {
            choices.put(model, new BaselineTuning.Choice(rate, epochs, 1, Tally.NONE, 0));
        }
        return new BaselineTuning(choices.buildOrThrow());
    }

    private static Dataset withHeldLabelsMoved(Split split) {
        int[] labels = DIGITS.labels().toArray();
        split.held().forEach(sample -> labels[sample] = (labels[sample] + 1) % DIGITS.classCount());
        return copy(values(), labels);
    }

    private static Dataset withPixel(int sample, int pixel, double value) {
        double[] values = values();
        values[sample * DIGITS.featureCount() + pixel] = value;
        return copy(values, DIGITS.labels().toArray());
    }

    private static double[] values() {
        double[] values = new double[DIGITS.size() * DIGITS.featureCount()];
        for (int k = 0; k < values.length; k++) {
            values[k] = DIGITS.feature(k / DIGITS.featureCount(), k % DIGITS.featureCount());
        }
        return values;
    }

    private static Dataset copy(double[] values, int[] labels) {
        return Dataset.builder(
                        DIGITS.info(),
                        FeatureTable.of(DIGITS.featureCount(), values),
                        ImmutableIntArray.copyOf(labels),
                        DIGITS.classNames())
                .imageShape(DIGITS.imageShape().orElseThrow())
                .valueRange(DIGITS.valueRange().orElseThrow())
                .build();
    }
}
