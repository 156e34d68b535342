package org.ionspike.benchmarks.task;

import java.util.List;
import java.util.Optional;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.Fidelity;
import org.ionspike.networks.architecture.PlaneShape;
import org.ionspike.networks.convolution.FeatureReader;
import org.ionspike.networks.convolution.FilterLearning;
import org.ionspike.networks.convolution.FilterTraining;
import org.ionspike.networks.convolution.LatencyMap;
import org.ionspike.networks.convolution.NeuronCheck;
import org.ionspike.networks.convolution.PooledFeatures;
import org.ionspike.networks.readout.FeatureDeltaReadout;
import org.ionspike.networks.readout.FeatureReadout;
import org.ionspike.networks.readout.SupervisedStdpReadout;

/**
 * Trains filters on the images of a data set and evaluates them: split, scale, encode, learn filters without labels, read
 * the training part to fit the readout on its labels, read the held part. The streams of the seed are those of {@link
 * WinnerTakeAllRun}.
 */
public final class ConvolutionRun extends TaskRun {
    /** Pieces that running neurons are shown for comparison. */
    static final int CHECKED = 200;

    /** A run on a data set. */
    public ConvolutionRun(
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
     * @param architecture of the filters
     * @param trained what learning gave
     * @param check the filters against running neurons, on pieces of held samples
     */
    public record Result(
            ConvStdp architecture,
            FilterTraining.Outcome trained,
            FeatureReadout readout,
            Split split,
            Scaler scaler,
            Encoder encoder,
            int epochs,
            NeuronCheck check,
            Tally trainingTally,
            Evaluation evaluation,
            Timing timing)
            implements TrainedTask {
        @Override
        public Network network() {
            return trained.network();
        }

        /** None: a filter that wins a piece says little of the class of its sample. */
        @Override
        public Optional<LearningCurve> curve() {
            return Optional.empty();
        }

        @Override
        public Optional<ConvStdp> convolution() {
            return Optional.of(architecture);
        }
    }

    @Override
    public Result run() {
        long begun = System.nanoTime();
        var prepared = Preparation.of(
                dataset, settings, TaskDefaults.imageScaling(dataset), TaskDefaults.onOffEncoder(dataset));
        Split split = prepared.split();
        ConvStdp architecture = architecture(prepared.encoder());
        List<LatencyMap> training =
                ConvolutionModel.maps(architecture, prepared.encoded(), split.train(), run.threads());
        List<LatencyMap> held = ConvolutionModel.maps(architecture, prepared.encoded(), split.held(), run.threads());
        int[] labels = prepared.trainingLabels();
        long ready = System.nanoTime();

        int epochs = settings.epochs().orElseGet(() -> TaskDefaults.filterEpochs(training.size()));
        SimulationSettings simulation = settings.simulation(run);
        var learning = new FilterLearning(Math.multiplyExact(epochs, training.size()));
        var filters = new FilterTraining(architecture, learning, simulation, training);
        new TrainingCourse(filters, labels, settings.neurons(), dataset.classCount(), checkpoints)
                .withoutAccuracy()
                .run(progress);
        FilterTraining.Outcome trained = filters.outcome();
        long learnt = System.nanoTime();

        var reader = new FeatureReader(architecture, trained.network(), simulation, run.threads());
        List<PooledFeatures> features = read(reader, "Reading", training);
        FeatureReadout readout = fit(features, labels, prepared.streams());
        long fitted = System.nanoTime();
        var check =
                NeuronCheck.of(architecture, trained.network(), Fidelity.REDUCED.neuron(), simulation, held, CHECKED);
        Evaluation evaluation = ConvolutionModel.evaluation(
                dataset, split.held(), architecture, readout, Precision.FLOAT32, read(reader, "Testing", held), check);
        long evaluated = System.nanoTime();
        return new Result(
                architecture,
                trained,
                readout,
                split,
                prepared.scaler(),
                prepared.encoder(),
                epochs,
                check,
                Tally.of(
                        ConvolutionModel.learning(architecture, trained, check),
                        ConvolutionModel.layer(architecture, features, check),
                        NetworkTally.fitting(readout.fittingOperations())),
                evaluation,
                TrainedTask.Timing.of(begun, ready, learnt, fitted, evaluated));
    }

    private ConvStdp architecture(Encoder encoder) {
        PlaneShape shape = ConvolutionModel.shape(dataset, encoder);
        int side = settings.filterSize().orElseGet(() -> TaskDefaults.filterSize(shape));
        return new ConvStdp(shape, side, settings.neurons(), new IonicSynapse().withDevices(settings.device()));
    }

    private List<PooledFeatures> read(FeatureReader reader, String what, List<LatencyMap> samples) {
        progress.begin(what, samples.size(), "samples");
        List<PooledFeatures> features = reader.read(samples, progress::at);
        progress.end();
        return features;
    }

    private FeatureReadout fit(List<PooledFeatures> features, int[] labels, RandomStreams streams) {
        var random = streams.stream("readout");
        int classes = dataset.classCount();
        FeatureReadout readout;
        if (settings.readout() == TrainSettings.ReadoutKind.S2_STDP) {
            var learning = new SupervisedStdpReadout.Learning(TaskDefaults.supervisedPasses(labels.length));
            progress.begin("Readout", (long) learning.passes() * labels.length, "samples");
            readout = SupervisedStdpReadout.fit(classes, features, labels, learning, random, progress::at);
        } else {
            var learning = FeatureDeltaReadout.Learning.of(labels.length);
            progress.begin("Readout", (long) learning.passes() * labels.length, "samples");
            readout = FeatureDeltaReadout.fit(classes, features, labels, learning, random, progress::at);
        }
        progress.end();
        return readout;
    }
}
