package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.datasets.Scaling;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.BatchReader;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.simulation.Response;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.LabelledRaster;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.ionspike.networks.learning.StdpTrainer;
import org.ionspike.networks.readout.DeltaRuleReadout;
import org.ionspike.networks.readout.SpikeReadout;
import org.ionspike.networks.readout.VoteReadout;

/**
 * Trains a winner-take-all network on a data set and evaluates it: split, scale, encode, learn without labels, read the
 * training part to fit the readout on its labels, read the held part.
 *
 * <p>Held samples take no part in scaling, learning or readout. Random streams of the seed: {@code split}, {@code
 * labels}, {@code encoder}, {@code network}, {@code readout}.
 */
public final class WinnerTakeAllRun extends TaskRun {
    /** A run on a data set, from the start, that leaves no checkpoint. */
    public WinnerTakeAllRun(Dataset dataset, TrainSettings settings, RunSettings run, Progress progress) {
        this(dataset, settings, run, Optional.empty(), progress);
    }

    /** A run on a data set. */
    public WinnerTakeAllRun(
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
     * @param initial the network before learning
     * @param trained what learning gave
     * @param curve how well the winners did meanwhile
     * @param answers which classes the neurons answered in the training part after learning
     * @param readout fitted on the training part
     * @param split which samples were used for what
     * @param scaler fitted on the training part
     * @param encoder how samples became spikes
     * @param epochs how often each training sample was shown
     * @param trainingTally what learning, labelling and fitting counted
     * @param evaluation on the held part
     * @param timing wall times by phase
     */
    public record Result(
            Network initial,
            StdpTrainer.Outcome trained,
            Optional<LearningCurve> curve,
            NeuronAnswers answers,
            SpikeReadout readout,
            Split split,
            Scaler scaler,
            Encoder encoder,
            int epochs,
            Tally trainingTally,
            Evaluation evaluation,
            Timing timing)
            implements TrainedTask {
        @Override
        public Network network() {
            return trained.network();
        }

        @Override
        public Optional<ConvStdp> convolution() {
            return Optional.empty();
        }
    }

    @Override
    public Result run() {
        long begun = System.nanoTime();
        if (run.crossbar() == BatchReader.Crossbar.MATRIX_PRODUCT) {
            Nd4jStart.inBackground();
        }
        var prepared = Preparation.of(dataset, settings, Scaling.defaultFor(dataset), TaskDefaults.encoder(dataset));
        EncodedDataset encoded = prepared.encoded();
        Split split = prepared.split();
        List<LabelledRaster> training = encoded.encode(split.train());
        List<LabelledRaster> held = encoded.encode(split.held());
        long ready = System.nanoTime();

        int epochs = settings.epochs().orElseGet(() -> TaskDefaults.epochs(training.size()));
        Network initial = network(encoded.lines(), Math.multiplyExact(epochs, training.size()));
        SimulationSettings simulation = settings.simulation(run);
        var trainer = new StdpTrainer(epochs, initial, simulation, rasters(training));
        LearningCurve curve = new TrainingCourse(
                        trainer, labels(training), settings.neurons(), dataset.classCount(), checkpoints)
                .run(progress);
        StdpTrainer.Outcome trained = trainer.outcome();
        long learnt = System.nanoTime();

        int winners = settings.readout().winners(settings.neurons());
        var reader = new BatchReader(
                WinnerTakeAll.reading(trained.network(), winners), simulation, run.crossbar(), run.threads());
        List<Reading> answered = read(reader, "Labelling", training);
        var answers = NeuronAnswers.of(settings.neurons(), dataset.classCount(), labels(training), answered);
        SpikeReadout readout = fit(winners, prepared.streams(), training, answered);
        long fitted = System.nanoTime();
        Evaluation evaluation = Evaluation.of(
                trained.network(),
                readout,
                Precision.FLOAT32,
                held,
                read(reader, "Testing", held),
                dataset.classNames());
        long evaluated = System.nanoTime();
        return new Result(
                initial,
                trained,
                Optional.of(curve),
                answers,
                readout,
                split,
                prepared.scaler(),
                prepared.encoder(),
                epochs,
                Tally.of(
                        learning(trained),
                        Evaluation.layer(trained.network(), answered),
                        NetworkTally.fitting(readout.fittingOperations())),
                evaluation,
                TrainedTask.Timing.of(begun, ready, learnt, fitted, evaluated));
    }

    private static Tally.Part learning(StdpTrainer.Outcome trained) {
        return NetworkTally.layer(
                NetworkTally.precision(trained.network()),
                trained.presentations(),
                ModelSize.devices(trained.network()),
                trained.activity(),
                trained.energy());
    }

    private Network network(int lines, int presentations) {
        var architecture = new WinnerTakeAll(
                lines,
                settings.neurons(),
                settings.fidelity().neuron(),
                new IonicSynapse().withDevices(settings.device()));
        return (settings.homeostasis() ? architecture : architecture.withoutHomeostasis()).network(presentations);
    }

    private List<Reading> read(BatchReader reader, String what, List<LabelledRaster> samples) {
        progress.begin(what, samples.size(), "samples");
        List<Reading> readings = reader.read(rasters(samples), progress::at);
        progress.end();
        return readings;
    }

    private SpikeReadout fit(
            int winners, RandomStreams streams, List<LabelledRaster> training, List<Reading> readings) {
        List<Response> responses = readings.stream().map(Reading::response).toList();
        int[] labels = labels(training);
        return switch (settings.readout()) {
            case VOTE -> VoteReadout.fit(winners, settings.neurons(), dataset.classCount(), responses, labels);
            case DELTA ->
                DeltaRuleReadout.fit(
                        winners,
                        settings.neurons(),
                        dataset.classCount(),
                        responses,
                        labels,
                        new DeltaRuleReadout.Learning(),
                        streams.stream("readout"));
            case COUNT, S2_STDP ->
                throw new IllegalStateException("Readout " + settings.readout() + " is of another network.");
        };
    }

    private static int[] labels(List<LabelledRaster> samples) {
        return samples.stream().mapToInt(LabelledRaster::label).toArray();
    }

    static ImmutableList<SpikeRaster> rasters(List<LabelledRaster> samples) {
        return samples.stream().map(LabelledRaster::raster).collect(ImmutableList.toImmutableList());
    }
}
