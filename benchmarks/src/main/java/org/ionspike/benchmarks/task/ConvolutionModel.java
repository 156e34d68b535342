package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.simulation.ActivityBook;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.SideBySide;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.PlaneShape;
import org.ionspike.networks.convolution.FilterTraining;
import org.ionspike.networks.convolution.LatencyMap;
import org.ionspike.networks.convolution.NeuronCheck;
import org.ionspike.networks.convolution.PooledFeatures;
import org.ionspike.networks.readout.FeatureReadout;

/** The architecture of filters as a model's description holds it, and samples as it reads them. */
final class ConvolutionModel {
    private static final String PLANES = "planes";
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String SIDE = "filterSize";
    private static final String POOLING = "pooling";
    private static final String PRESENTATION = "presentation";

    private ConvolutionModel() {}

    /** The shape of encoded samples of a data set of images. */
    static PlaneShape shape(Dataset dataset, Encoder encoder) {
        ImageShape image = dataset.imageShape()
                .orElseThrow(() -> new IllegalArgumentException("Dataset " + dataset.name()
                        + " holds no images, and conv-stdp looks for shapes in them. Use --network wta."));
        return new PlaneShape(encoder.lines(dataset.featureCount()) / image.pixels(), image.height(), image.width());
    }

    /** For the description of a model. */
    static ImmutableMap<String, String> write(ConvStdp architecture) {
        return ImmutableMap.of(
                PLANES,
                Integer.toString(architecture.input().planes()),
                ROWS,
                Integer.toString(architecture.input().rows()),
                COLUMNS,
                Integer.toString(architecture.input().columns()),
                SIDE,
                Integer.toString(architecture.side()),
                POOLING,
                Integer.toString(architecture.pooling()),
                PRESENTATION,
                architecture.presentation().toString());
    }

    /** The architecture of a saved network. */
    static ConvStdp read(Network network, Map<String, String> training) {
        Projection kernel = network.projection(ConvStdp.KERNEL);
        return new ConvStdp(
                new PlaneShape(number(training, PLANES), number(training, ROWS), number(training, COLUMNS)),
                number(training, SIDE),
                network.group(ConvStdp.FILTERS).size(),
                number(training, POOLING),
                (ReducedIonicNeuron) network.group(ConvStdp.FILTERS).model(),
                (IonicSynapse) kernel.synapse(),
                ((LineDrive) kernel.drive()).voltage(),
                Time.parse(text(training, PRESENTATION)));
    }

    private static String text(Map<String, String> training, String key) {
        String text = training.get(key);
        Check.require(text != null, "Model of conv-stdp: training." + key, "missing", "must be there to read with it");
        return text == null ? "" : text;
    }

    private static int number(Map<String, String> training, String key) {
        Integer number = Ints.tryParse(text(training, key));
        Check.require(
                number != null, "Model of conv-stdp: training." + key, text(training, key), "must be a whole number");
        return number == null ? 0 : number;
    }

    /**
     * Samples as the filters read them.
     *
     * @param threads how many are encoded side by side
     */
    static List<LatencyMap> maps(
            ConvStdp architecture, EncodedDataset encoded, ImmutableIntArray samples, int threads) {
        int planes = encoded.dataset().imageShape().map(ImageShape::planes).orElse(1);
        var maps = new LatencyMap[samples.length()];
        SideBySide.run(threads, first -> {
            for (int s = first; s < maps.length; s += threads) {
                SpikeRaster raster = encoded.encode(samples.get(s)).raster();
                maps[s] = LatencyMap.of(
                        pixelByPixel(raster, planes, architecture.input()),
                        architecture.input(),
                        architecture.presentation());
            }
        });
        return ImmutableList.copyOf(maps);
    }

    /** From lines that stand together by feature, plane after plane of an image, to lines that stand together by pixel. */
    static SpikeRaster pixelByPixel(SpikeRaster raster, int planes, PlaneShape shape) {
        if (planes == 1) {
            return raster;
        }
        int pixels = shape.rows() * shape.columns();
        int ofFeature = shape.planes() / planes;
        int[] line = raster.line().stream()
                .map(from -> {
                    int feature = from / ofFeature;
                    return feature % pixels * shape.planes() + feature / pixels * ofFeature + from % ofFeature;
                })
                .toArray();
        return SpikeRaster.of(raster.lines(), raster.timeSeconds().toArray(), line);
    }

    /**
     * Classifies features and takes the means.
     *
     * @param samples index of each sample in its data set
     * @param precision of the readout
     * @param check gives the energy of the neurons of a position
     */
    static Evaluation evaluation(
            Dataset dataset,
            ImmutableIntArray samples,
            ConvStdp architecture,
            FeatureReadout readout,
            Precision precision,
            List<PooledFeatures> features,
            NeuronCheck check) {
        var confusion = new ConfusionMatrix(dataset.classNames());
        for (int s = 0; s < features.size(); s++) {
            confusion.add(dataset.label(samples.get(s)), readout.classify(features.get(s)));
        }
        int positions = architecture.positionRows() * architecture.positionColumns();
        return new Evaluation(
                confusion,
                ImmutableList.of(),
                Tally.of(
                                layer(architecture, features, check),
                                NetworkTally.readout(
                                        precision,
                                        readout.adds(),
                                        (long) architecture.features() * features.size(),
                                        sum(features, PooledFeatures::active),
                                        readout.weights()[0].length,
                                        features.size()))
                        .times(1.0 / features.size()),
                sum(features, PooledFeatures::spikesOut) / (double) features.size(),
                architecture.presentation().si(),
                energy(architecture, features, check).times(1.0 / features.size()),
                "a copy of the filters at each of " + positions
                        + " positions, neurons by the mean of pieces that were run");
    }

    /** What the filters counted at all positions, summed over samples; the neurons by the mean of pieces that were run. */
    static Tally.Part layer(ConvStdp architecture, List<PooledFeatures> features, NeuronCheck check) {
        long reached = sum(features, PooledFeatures::synapticOperations);
        long positions = (long) architecture.positionRows() * architecture.positionColumns();
        double seconds = features.size() * architecture.presentation().si();
        var activity = new ActivityBook(
                sum(features, PooledFeatures::spikesIn),
                sum(features, PooledFeatures::spikesOut),
                reached,
                reached, // a line that comes on changes each filter of its position
                0,
                seconds,
                positions * architecture.filters() * seconds);
        Tally.Part layer = NetworkTally.layer(
                precision(architecture),
                features.size(),
                positions * architecture.patchLines() * architecture.filters(),
                activity,
                energy(architecture, features, check));
        return withLines(layer, reached / architecture.filters());
    }

    /** A spike of a pixel switches a line at every position that sees it. */
    private static Tally.Part withLines(Tally.Part layer, long lines) {
        var counts = new EnumMap<Count, Double>(Count.class);
        counts.putAll(layer.counts());
        counts.put(Count.LINE_EVENTS, (double) lines);
        return Tally.Part.of(layer.name(), layer.precision(), counts);
    }

    /** What training of the filters counted; the neurons by the mean of pieces that were run after it. */
    static Tally.Part learning(ConvStdp architecture, FilterTraining.Outcome trained, NeuronCheck check) {
        long reached = trained.linesOn() * architecture.filters();
        double seconds = trained.pieces() * architecture.presentation().si();
        var activity = new ActivityBook(
                trained.linesOn(),
                trained.pieces() - trained.unanswered(),
                reached,
                reached,
                trained.deviceWrites(),
                seconds,
                architecture.filters() * seconds);
        var energy = new EnergyBook(
                trained.pieces() * check.restJoules(),
                trained.pieces() * (check.neuronJoules() - check.restJoules()),
                trained.synapseJoules(),
                trained.programmingJoules(),
                0);
        return NetworkTally.layer(
                precision(architecture),
                trained.pieces(),
                (long) architecture.patchLines() * architecture.filters(),
                activity,
                energy);
    }

    private static Precision precision(ConvStdp architecture) {
        return Precision.ofStates(architecture.synapse().devices().states());
    }

    private static EnergyBook energy(ConvStdp architecture, List<PooledFeatures> features, NeuronCheck check) {
        double copies = (double) architecture.positionRows() * architecture.positionColumns() * features.size();
        double joules =
                features.stream().mapToDouble(PooledFeatures::synapseJoules).sum();
        return new EnergyBook(
                copies * check.restJoules(), copies * (check.neuronJoules() - check.restJoules()), joules, 0, 0);
    }

    private static long sum(List<PooledFeatures> features, ToLongFunction<PooledFeatures> value) {
        return features.stream().mapToLong(value).sum();
    }
}
