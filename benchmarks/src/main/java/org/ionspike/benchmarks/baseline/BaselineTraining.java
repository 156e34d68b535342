package org.ionspike.benchmarks.baseline;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.workload.CpuClock;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.random.RandomStreams;

/** A network on its way over the training samples, epoch by epoch, in batches of 64 in an order drawn for every epoch. */
final class BaselineTraining {
    /** Samples of an update. */
    static final int BATCH = 64;

    private final Dl4jNetwork network;
    private final TrainingMeter meter;
    private final ScaledSamples training;
    private final UniformRandomProvider order;
    private double cpuSeconds;

    /**
     * A network before training.
     *
     * @param rate of learning
     * @param streams {@code weights} and {@code order} are used
     */
    BaselineTraining(BaselineModel model, Dataset dataset, double rate, ScaledSamples training, RandomStreams streams) {
        this.network = new Dl4jNetwork(model, dataset, rate, streams.stream("weights"));
        this.meter = new TrainingMeter(network.shapes());
        this.training = training;
        this.order = streams.stream("order");
        network.count(meter);
    }

    /** Shows every sample once. */
    void epoch() {
        int[] shuffled = PermutationSampler.natural(training.size());
        PermutationSampler.shuffle(order, shuffled);
        cpuSeconds += CpuClock.seconds(() -> {
            ScaledSamples samples = training.inOrder(shuffled);
            for (int first = 0; first < samples.size(); first += BATCH) {
                network.learn(samples.part(first, Math.min(samples.size(), first + BATCH)));
            }
        });
    }

    /** Shows every sample so many times. */
    void epochs(int count) {
        for (int epoch = 0; epoch < count; epoch++) {
            epoch();
        }
    }

    /** The network as it is now. */
    LayeredClassifier classifier() {
        return network.classifier();
    }

    /** What was computed so far. */
    Tally tally() {
        return meter.tally();
    }

    /** Processor time of the epochs so far; threads of native code beside the caller's, if any, are not in it. */
    double cpuSeconds() {
        return cpuSeconds;
    }
}
