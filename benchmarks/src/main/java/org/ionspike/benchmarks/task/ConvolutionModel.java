package org.ionspike.benchmarks.task;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.encoding.EncodedDataset;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.SideBySide;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.PlaneShape;
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
     * @param check gives the energy of the neurons of a position
     */
    static Evaluation evaluation(
            Dataset dataset,
            ImmutableIntArray samples,
            ConvStdp architecture,
            FeatureReadout readout,
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
                mean(features, PooledFeatures::spikesIn),
                mean(features, PooledFeatures::spikesOut),
                mean(features, PooledFeatures::synapticOperations),
                architecture.presentation().si(),
                new EnergyBook(positions * check.neuronJoules(), mean(features, PooledFeatures::synapseJoules), 0),
                "a copy of the filters at each of " + positions
                        + " positions, neurons by the mean of pieces that were run");
    }

    private static double mean(List<PooledFeatures> features, ToDoubleFunction<PooledFeatures> value) {
        return features.stream().mapToDouble(value).average().orElse(0);
    }
}
