package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.BatchReader;
import org.ionspike.engine.simulation.Reading;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.LabelledRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.Fidelity;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.ionspike.networks.convolution.FeatureReader;
import org.ionspike.networks.convolution.LatencyMap;
import org.ionspike.networks.convolution.NeuronCheck;
import org.ionspike.networks.convolution.PooledFeatures;
import org.ionspike.networks.learning.SpikeCounter;
import org.ionspike.networks.readout.CountReadout;
import org.ionspike.networks.readout.FeatureReadout;
import org.ionspike.networks.readout.Readout;
import org.ionspike.networks.readout.SpikeReadout;

/** Reads samples with a trained model and classifies them. */
public final class EvaluationRun {
    private final TrainedModel model;
    private final RunSettings run;
    private final Progress progress;
    private final Precision precision;

    /** A run of a model. */
    public EvaluationRun(TrainedModel model, RunSettings run, Progress progress) {
        this(model, run, progress, Precision.FLOAT32);
    }

    private EvaluationRun(TrainedModel model, RunSettings run, Progress progress, Precision precision) {
        this.model = model;
        this.run = run;
        this.progress = progress;
        this.precision = precision;
    }

    /**
     * The same with the weights of the readout rounded, and its inputs where they are no whole numbers already.
     *
     * @param whole whole numbers of 2 to 16 bits
     */
    public EvaluationRun withReadout(Precision whole) {
        Readout rounded;
        if (model.readout() instanceof SpikeReadout ofSpikes) {
            rounded = ofSpikes.rounded(whole.bits());
        } else if (model.readout() instanceof FeatureReadout ofFeatures) {
            rounded = ofFeatures.rounded(whole.bits());
        } else {
            throw new IllegalArgumentException("Readout '" + model.readout().name() + "' has no weights to round.");
        }
        return new EvaluationRun(model.withReadout(rounded), run, progress, whole);
    }

    /** The samples of the model's own data that it was not trained on; an error when the data has changed. */
    public ImmutableIntArray heldSamples(Dataset dataset) {
        Check.require(
                dataset.contentHash().equals(model.dataHash()),
                "Data of the model, " + model.task(),
                "content " + dataset.contentHash().substring(0, 12),
                "is not what the model was trained on (" + model.dataHash().substring(0, 12)
                        + "), so its held samples are unknown. To evaluate all samples of other data use --dataset");
        return model.held();
    }

    /** All samples of a data set, which must have the features and classes of the model. */
    public ImmutableIntArray allSamples(Dataset dataset) {
        Check.require(
                model.encoder().lines(dataset.featureCount())
                        == model.network().input().lines(),
                "Data set " + dataset.name() + ": features",
                dataset.featureCount(),
                "do not fit the model, which has " + model.network().input().lines() + " input lines");
        Check.require(
                dataset.classNames().equals(model.classes()),
                "Data set " + dataset.name() + ": classes",
                dataset.classNames(),
                "must be those of the model, " + model.classes());
        return ImmutableIntArray.copyOf(IntStream.range(0, dataset.size()));
    }

    /** The network with other neurons and the same weights and biases. */
    public static Network withFidelity(Network network, Fidelity fidelity) {
        return network.mapGroups(group -> group.withModel(fidelity.neuron()));
    }

    /** Reads samples with a network and classifies them with the model's readout. */
    public Evaluation evaluate(Dataset dataset, ImmutableIntArray samples, Network network) {
        return evaluate(dataset, samples, network, new Time(0));
    }

    /** As {@link #evaluate}, with devices whose weights have relaxed without voltage for so long. */
    public Evaluation evaluate(Dataset dataset, ImmutableIntArray samples, Network network, Time age) {
        SimulationSettings settings = simulation();
        if (model.readout() instanceof SpikeReadout readout) {
            return byFirstSpikes(dataset, samples, network, age, settings, readout);
        }
        if (model.readout() instanceof CountReadout readout) {
            return byCounts(dataset, samples, network, settings, readout);
        }
        return byFeatures(dataset, samples, network, age, settings, (FeatureReadout) model.readout());
    }

    private SimulationSettings simulation() {
        return run.simulation(Preparation.networkStreams(model.seed())).withDeviceDraw(model.draw());
    }

    private Evaluation byFirstSpikes(
            Dataset dataset,
            ImmutableIntArray samples,
            Network network,
            Time age,
            SimulationSettings settings,
            SpikeReadout readout) {
        List<LabelledRaster> encoded = new EncodedDataset(dataset, model.scaler(), model.encoder()).encode(samples);
        var reader = new BatchReader(
                        WinnerTakeAll.reading(network, readout.winners()), settings, run.crossbar(), run.threads())
                .aged(age);
        progress.begin("Testing", encoded.size(), "samples");
        List<Reading> readings = reader.read(WinnerTakeAllRun.rasters(encoded), progress::at);
        progress.end();
        return Evaluation.of(network, readout, precision, encoded, readings, ImmutableList.copyOf(model.classes()));
    }

    private Evaluation byCounts(
            Dataset dataset,
            ImmutableIntArray samples,
            Network network,
            SimulationSettings settings,
            CountReadout readout) {
        var encoded = new EncodedDataset(dataset, model.scaler(), model.encoder());
        progress.begin("Testing", samples.length(), "samples");
        SpikeCounter.Counts counts = DiehlCookRun.counter(network, settings, run.threads())
                .read(samples.length(), k -> encoded.encode(samples.get(k)).raster(), progress::at);
        progress.end();
        return DiehlCookRun.evaluation(dataset, samples, network, counts, readout);
    }

    private Evaluation byFeatures(
            Dataset dataset,
            ImmutableIntArray samples,
            Network network,
            Time age,
            SimulationSettings settings,
            FeatureReadout readout) {
        ConvStdp architecture = model.convolution().orElseThrow();
        var encoded = new EncodedDataset(dataset, model.scaler(), model.encoder());
        List<LatencyMap> maps = ConvolutionModel.maps(architecture, encoded, samples, run.threads());
        var reader = new FeatureReader(architecture, network, settings, run.threads()).aged(age);
        progress.begin("Testing", maps.size(), "samples");
        List<PooledFeatures> features = reader.read(maps, progress::at);
        progress.end();
        var check = NeuronCheck.of(
                architecture, network, Fidelity.REDUCED.neuron(), settings, maps, ConvolutionRun.CHECKED);
        return ConvolutionModel.evaluation(dataset, samples, architecture, readout, precision, features, check);
    }

    /**
     * What it takes to write aged devices back.
     *
     * @param deviceWrites programming pulses
     * @param joules their energy
     */
    public record Refresh(long deviceWrites, double joules) {}

    /** What it takes to write all devices of a network back to their weights after so long without voltage. */
    public Refresh refresh(Network network, Time age) {
        var simulation = new Simulation(network.frozen(), simulation());
        simulation.age(age);
        simulation.refresh();
        return new Refresh(
                simulation.activity().deviceWrites(), simulation.energy().refresh());
    }

    /** Share of samples for which two evaluations have the same neuron fire first. */
    public static double sameWinner(Evaluation one, Evaluation other) {
        int same = 0;
        for (int s = 0; s < one.readings().size(); s++) {
            var a = one.readings().get(s).response().neuron();
            var b = other.readings().get(s).response().neuron();
            boolean equal = a.isEmpty() ? b.isEmpty() : !b.isEmpty() && a.get(0) == b.get(0);
            same += equal ? 1 : 0;
        }
        return same / (double) one.readings().size();
    }
}
