package org.ionspike.benchmarks.task;

import static org.ionspike.engine.units.Units.Hz;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.datasets.encoding.PoissonEncoder;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.DiehlCook;
import org.ionspike.networks.learning.DiehlCookLearning;
import org.ionspike.networks.learning.SpikeCounter;
import org.ionspike.networks.readout.CountReadout;

/**
 * Trains a network of conventional neurons, that of Diehl and Cook, on a data set and evaluates it: split, scale, encode as
 * Poisson spikes, learn without labels, give every neuron a class by its spikes for training samples, count the spikes of
 * the held part. For comparison: no ionic device is in it. The streams of the seed are those of {@link WinnerTakeAllRun}.
 */
public final class DiehlCookRun extends TaskRun {
    /** Training samples that give the neurons their classes, as in the published code. */
    private static final int LABELLED = 10_000;

    /** A run on a data set. */
    public DiehlCookRun(
            Dataset dataset,
            TrainSettings settings,
            RunSettings run,
            Optional<TrainingCheckpoints> checkpoints,
            Progress progress) {
        super(dataset, settings, run, checkpoints, progress);
    }

    /**
     * What a run gave.
     *
     * @param network with the weights and thresholds it learnt
     * @param presentations samples shown
     * @param unanswered samples for which no excitatory neuron spiked
     * @param spikes of excitatory neurons in training
     */
    public record Result(
            Network network,
            long presentations,
            long unanswered,
            long spikes,
            Optional<LearningCurve> curve,
            CountReadout readout,
            Split split,
            Scaler scaler,
            Encoder encoder,
            int epochs,
            Tally trainingTally,
            Evaluation evaluation,
            Timing timing)
            implements TrainedTask {
        @Override
        public Optional<ConvStdp> convolution() {
            return Optional.empty();
        }
    }

    /** Up to 128 Hz at full brightness for the time of a sample, as {@code eth_mnist.py} of BindsNET has it. */
    static Encoder encoder() {
        return new PoissonEncoder(Hz(128), DiehlCook.SAMPLE, null);
    }

    @Override
    public Result run() {
        long begun = System.nanoTime();
        var prepared = Preparation.of(dataset, settings, Scaling.defaultFor(dataset), DiehlCookRun.encoder());
        EncodedDataset encoded = prepared.encoded();
        Split split = prepared.split();
        ImmutableIntArray train = split.train();
        int[] labels = prepared.trainingLabels();
        long ready = System.nanoTime();

        int epochs = settings.epochs().orElseGet(() -> TaskDefaults.publishedEpochs(train.length()));
        SimulationSettings simulation = settings.simulation(run);
        var learning = new DiehlCookLearning(
                new DiehlCook(encoded.lines(), settings.neurons()),
                simulation,
                epochs,
                train.length(),
                k -> encoded.encode(train.get(k)).raster());
        LearningCurve curve = new TrainingCourse(
                        learning, labels, settings.neurons(), dataset.classCount(), checkpoints)
                .run(progress);
        Network network = learning.learnt();
        long learnt = System.nanoTime();

        int naming = Math.min(LABELLED, train.length());
        SpikeCounter.Counts named = count(
                network, "Labelling", naming, k -> encoded.encode(train.get(k)).raster());
        var readout = CountReadout.fit(dataset.classCount(), named.spikes(), Arrays.copyOf(labels, naming));
        long fitted = System.nanoTime();
        ImmutableIntArray held = split.held();
        SpikeCounter.Counts tested = count(
                network,
                "Testing",
                held.length(),
                k -> encoded.encode(held.get(k)).raster());
        Evaluation evaluation = evaluation(dataset, held, network, tested, readout);
        long evaluated = System.nanoTime();
        return new Result(
                network,
                learning.shown(),
                learning.unanswered(),
                learning.spikes(),
                Optional.of(curve),
                readout,
                split,
                prepared.scaler(),
                prepared.encoder(),
                epochs,
                Tally.of(
                        layer(network, learning.shown(), learning.activity()),
                        layer(network, naming, named.activity())),
                evaluation,
                TrainedTask.Timing.of(begun, ready, learnt, fitted, evaluated));
    }

    private SpikeCounter.Counts count(Network network, String what, int count, IntFunction<SpikeRaster> samples) {
        progress.begin(what, count, "samples");
        SimulationSettings simulation = settings.simulation(run);
        SpikeCounter.Counts counts = counter(network, simulation, run.threads()).read(count, samples, progress::at);
        progress.end();
        return counts;
    }

    static SpikeCounter counter(Network network, SimulationSettings simulation, int threads) {
        return new SpikeCounter(network, DiehlCook.EXCITATORY, DiehlCook.SAMPLE, simulation, threads);
    }

    /** Counting spikes by class takes no operation of its own: each adds 1 to the count of its class. */
    private static Tally.Part layer(Network network, long samples, ActivityBook activity) {
        return NetworkTally.layer(Precision.FLOAT32, samples, ModelSize.devices(network), activity, EnergyBook.ZERO);
    }

    /** Classifies counts and takes the means. */
    static Evaluation evaluation(
            Dataset dataset,
            ImmutableIntArray samples,
            Network network,
            SpikeCounter.Counts counts,
            CountReadout readout) {
        var confusion = new ConfusionMatrix(dataset.classNames());
        long fired = 0;
        for (int s = 0; s < samples.length(); s++) {
            fired +=
                    counts.spikes().get(s).stream().filter(spikes -> spikes > 0).count();
            confusion.add(
                    dataset.label(samples.get(s)),
                    readout.classify(counts.spikes().get(s)));
        }
        return new Evaluation(
                confusion,
                ImmutableList.of(),
                Tally.of(layer(network, samples.length(), counts.activity())).times(1.0 / samples.length()),
                fired / (double) samples.length(),
                DiehlCook.SAMPLE.si(),
                EnergyBook.ZERO,
                "no ionic devices");
    }
}
