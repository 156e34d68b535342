package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Locale;
import java.util.function.Supplier;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.workload.CpuClock;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.random.RandomStreams;

/**
 * A model after training, before it reads held samples.
 *
 * @param model what was trained
 * @param classifier that came of it
 * @param description in words
 * @param training what was counted
 * @param tuning what was counted
 * @param cpuSeconds of training
 */
record TrainedBaseline(
        BaselineModel model,
        Classifier classifier,
        String description,
        Tally training,
        Tally tuning,
        double cpuSeconds) {
    /** Training samples on which the scales of whole numbers are fixed. */
    static final int CALIBRATION = 1000;

    /** Trains a network, and makes one of whole numbers of it. */
    static ImmutableList<TrainedBaseline> ofNetwork(
            BaselineModel model,
            Dataset dataset,
            ScaledSamples samples,
            BaselineTuning.Choice choice,
            RandomStreams streams) {
        var learning = new BaselineTraining(model, dataset, choice.rate(), samples, streams);
        learning.epochs(choice.epochs());
        LayeredClassifier trained = learning.classifier();
        ScaledSamples calibration = samples.part(0, Math.min(samples.size(), CALIBRATION));
        var meter = new OperationMeter();
        var whole = new LayeredClassifier[1];
        double calibrating = CpuClock.seconds(() -> whole[0] = Quantization.of(trained, calibration.features(), meter));
        String made = String.format(
                Locale.ROOT,
                "%s, softmax cross-entropy, Adam at %s, %d epochs in batches of %d",
                layers(model, dataset),
                choice.rate(),
                choice.epochs(),
                BaselineTraining.BATCH);
        String quantized =
                made + "; weights int8, symmetric with a scale for each unit, inputs of layers 0 to 255 by the"
                        + " largest of " + calibration.size() + " training samples, sums of 32 bits";
        return ImmutableList.of(
                new TrainedBaseline(model, trained, made, learning.tally(), choice.tally(), learning.cpuSeconds()),
                new TrainedBaseline(
                        model,
                        whole[0],
                        quantized,
                        learning.tally().plus(meter.sum()),
                        choice.tally(),
                        learning.cpuSeconds() + calibrating));
    }

    private static String layers(BaselineModel model, Dataset dataset) {
        String output = dataset.classCount() + " outputs";
        return switch (model.family()) {
            case LOGISTIC_REGRESSION -> dataset.featureCount() + " inputs, " + output;
            case MLP -> dataset.featureCount() + " inputs, " + model.size() + " rectified units, " + output;
            case CNN -> FilterDesign.of(dataset, model.size()) + ", rectified, " + output;
            case KNN -> model.size() + " nearest of the training samples";
        };
    }

    /** Stores samples in single precision and in 8 bits. */
    static ImmutableList<TrainedBaseline> ofNeighbours(BaselineModel model, Dataset dataset, ScaledSamples samples) {
        String made = layers(model, dataset) + " by squared distance";
        return ImmutableList.of(
                stored(model, made, () -> NearestNeighbours.ofFloats(model.size(), samples)),
                stored(
                        model,
                        made + "; features 0 to 255 by the largest of the training samples, sums of 32 bits",
                        () -> NearestNeighbours.ofWholeNumbers(model.size(), samples)));
    }

    private static TrainedBaseline stored(BaselineModel model, String description, Supplier<NearestNeighbours> making) {
        var made = new NearestNeighbours[1];
        double seconds = CpuClock.seconds(() -> made[0] = making.get());
        return new TrainedBaseline(model, made[0], description, made[0].storing(), Tally.NONE, seconds);
    }

    /** Reads held samples, counting; then once more, and again until it can be timed, without counting. */
    BaselineResult read(Dataset dataset, ScaledSamples held) {
        var meter = new OperationMeter();
        var confusion = new ConfusionMatrix(dataset.classNames());
        var answers = ImmutableIntArray.builder(held.size());
        for (ScaledSamples batch : held.batches()) {
            int[] classes = classifier.classify(batch.features(), meter);
            for (int s = 0; s < classes.length; s++) {
                confusion.add(batch.labels().get(s), classes[s]);
                answers.add(classes[s]);
            }
        }
        InferenceTime time = InferenceTime.of(classifier, held);
        return new BaselineResult(
                model.name() + " " + classifier.precision(),
                model,
                classifier.precision(),
                description,
                confusion,
                answers.build(),
                classifier.parameters(),
                classifier.footprintBytes(),
                classifier.connectionSparsity(),
                meter.activationSparsity(),
                meter.mean(),
                training,
                tuning,
                cpuSeconds,
                time.cpuSeconds(),
                time.wallSeconds());
    }
}
