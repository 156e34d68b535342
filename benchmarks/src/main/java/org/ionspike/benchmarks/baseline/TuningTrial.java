package org.ionspike.benchmarks.baseline;

import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.workload.CpuClock;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.random.RandomStreams;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One rate of learning tried for one model: after every epoch the network answers the samples set aside, and the best epoch
 * is kept. It ends after the most epochs, or when a quarter of them brought nothing better.
 *
 * @param rate of learning
 * @param epochs the best number of them
 * @param right samples set aside that were answered right then
 * @param loss cross-entropy of them then, nats a sample
 * @param tally what training and answering computed
 * @param cpuSeconds of both
 */
record TuningTrial(double rate, int epochs, int right, double loss, Tally tally, double cpuSeconds) {
    private static final int UPDATES = 400;
    private static final int LEAST_EPOCHS = 8;
    private static final int MOST_EPOCHS = 200;
    private static final int PATIENCE = 4; // a part of the epochs

    /** Tries a rate. */
    static TuningTrial of(
            BaselineModel model,
            Dataset dataset,
            double rate,
            ScaledSamples training,
            ScaledSamples aside,
            RandomStreams streams) {
        var learning = new BaselineTraining(model, dataset, rate, training, streams);
        var meter = new OperationMeter();
        var best = new TuningTrial(rate, 0, -1, 0, Tally.NONE, 0);
        double answering = 0;
        int most = mostEpochs(training.size());
        for (int epoch = 1; epoch <= most && epoch - best.epochs <= (most + PATIENCE - 1) / PATIENCE; epoch++) {
            learning.epoch();
            var now = new TuningTrial[1];
            int epochs = epoch;
            answering += CpuClock.seconds(() -> now[0] = after(rate, epochs, learning.classifier(), aside, meter));
            best = now[0].isBetterThan(best) ? now[0] : best;
        }
        return new TuningTrial(
                rate,
                best.epochs,
                best.right,
                best.loss,
                learning.tally().plus(meter.sum()),
                learning.cpuSeconds() + answering);
    }

    /** As many as make 400 updates, but 8 to 200. */
    static int mostEpochs(int samples) {
        int updates = (samples + BaselineTraining.BATCH - 1) / BaselineTraining.BATCH;
        return Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, (UPDATES + updates - 1) / updates));
    }

    private static TuningTrial after(
            double rate, int epochs, LayeredClassifier classifier, ScaledSamples aside, OperationMeter meter) {
        int right = 0;
        double loss = 0;
        for (ScaledSamples batch : aside.batches()) {
            INDArray scores = classifier.scores(batch.features(), meter.of(classifier.precision()));
            double[][] rows = scores.toDoubleMatrix();
            int[] answers = scores.argMax(1).toIntVector();
            for (int s = 0; s < answers.length; s++) {
                int label = batch.labels().get(s);
                right += answers[s] == label ? 1 : 0;
                loss += surprise(rows[s], answers[s], label) / aside.size();
            }
        }
        return new TuningTrial(rate, epochs, right, loss, Tally.NONE, 0);
    }

    /** Minus the logarithm of the probability of the label; the largest score is taken out before the exponential. */
    private static double surprise(double[] scores, int largest, int label) {
        double sum = 0;
        for (double score : scores) {
            sum += Math.exp(score - scores[largest]);
        }
        return Math.log(sum) + scores[largest] - scores[label];
    }

    /** More right answers, or as many with less loss. */
    boolean isBetterThan(TuningTrial other) {
        return right > other.right || (right == other.right && loss < other.loss);
    }
}
