package org.ionspike.networks.architecture;

import static org.ionspike.engine.units.Units.mV;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Projection.Polarity;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Filters that share their weights over all positions of an image: one crossbar of ionic devices that reads square pieces
 * of the image, with one ionic neuron a filter.
 *
 * <pre>I_f(t) = bias_f + V_in n_s sum over lines on at t of G_lf;    filter f fires when I_f exceeds the rheobase
 * threshold_f = (rheobase - bias_f) / (V_in n_s (G_max - G_min)),  in full weights</pre>
 *
 * A line comes on at the first spike of its pixel and is held to the end of the presentation, so the current is a sum
 * that only grows: integrate-and-fire without leak, although the membrane forgets within 0.2 ms. A presentation is long
 * beside the milliseconds that the neuron takes to fire, so the order of firing is that of the crossings.
 *
 * <p>Blocks of {@code pooling x pooling} positions keep the first spike of each filter. Form after Kheradpisheh et al.,
 * Neural Networks 99, 56 (2018), doi:10.1016/j.neunet.2017.12.005 (one spike a neuron, latency code, STDP features, pooling
 * by first spike); the ionic devices and neurons and all numbers are our modelling choice.
 *
 * @param input shape of the samples
 * @param side rows and columns of a filter, at least 1 and not above those of the input
 * @param filters number of filters, at least 2
 * @param pooling rows and columns of a block of positions, at least 1
 * @param neuron model of the neurons
 * @param synapse model of the synapses
 * @param inputVoltage voltage of a held line
 * @param presentation for how long a sample is shown
 */
public record ConvStdp(
        PlaneShape input,
        int side,
        int filters,
        int pooling,
        ReducedIonicNeuron neuron,
        IonicSynapse synapse,
        Voltage inputVoltage,
        Time presentation) {
    /** Name of the network and of the architecture. */
    public static final String NAME = "conv-stdp";

    /** Name of the source of input lines. */
    public static final String PATCH = "patch";

    /** Name of the group of neurons, one a filter. */
    public static final String FILTERS = "filters";

    /** Name of the projection that learns. */
    public static final String KERNEL = "kernel";

    private static final double INITIAL_WEIGHT = 0.5;
    private static final double INITIAL_SPREAD = 0.01;
    /** Of a filter that has not learnt, in full weights for each line of a piece. */
    private static final double INITIAL_THRESHOLD = 0.1;

    public ConvStdp {
        Check.between("ConvStdp.side", side, 1, Math.min(input.rows(), input.columns()));
        Check.between("ConvStdp.filters", filters, 2, 65_536);
        Check.atLeast("ConvStdp.pooling", pooling, 1);
        Check.positive("ConvStdp.presentation", presentation);
        Check.require(
                synapse.devices().readNoise() == 0
                        && synapse.devices().lineResistance().si() == 0,
                "ConvStdp.synapse: devices",
                "read noise " + synapse.devices().readNoise() + ", line resistance "
                        + synapse.devices().lineResistance(),
                "must have none of the two, which the reading of filters does not model; use wta for them");
    }

    /** Blocks of 4x4 positions, lines at 0.1 V, presentations of 200 ms. */
    public ConvStdp(PlaneShape input, int side, int filters, IonicSynapse synapse) {
        this(input, side, filters, 4, new ReducedIonicNeuron(), synapse, mV(100), ms(200));
    }

    /** Input lines of one piece of an image. */
    public int patchLines() {
        return side * side * input.planes();
    }

    /** Rows of positions. */
    public int positionRows() {
        return input.rows() - side + 1;
    }

    /** Columns of positions. */
    public int positionColumns() {
        return input.columns() - side + 1;
    }

    /** Rows of blocks. */
    public int blockRows() {
        return (positionRows() + pooling - 1) / pooling;
    }

    /** Columns of blocks. */
    public int blockColumns() {
        return (positionColumns() + pooling - 1) / pooling;
    }

    /** Features of a sample: blocks times filters. */
    public int features() {
        return Math.multiplyExact(blockRows() * blockColumns(), filters);
    }

    /** Current of one full weight on a held line, in A. */
    public double unitAmperes() {
        return synapse.unitAmperes(inputVoltage.si());
    }

    /** Biases in A of neurons with the given thresholds in full weights. */
    public ImmutableDoubleArray biases(float[] thresholds) {
        double[] amperes = new double[thresholds.length];
        Arrays.setAll(amperes, f -> neuron.rheobase().si() - thresholds[f] * unitAmperes());
        return ImmutableDoubleArray.copyOf(amperes);
    }

    /** Thresholds in full weights of the neurons of a network of this architecture. */
    public float[] thresholds(Network network) {
        ImmutableDoubleArray biases = network.group(FILTERS).biasAmperes();
        float[] thresholds = new float[filters];
        for (int f = 0; f < filters; f++) {
            thresholds[f] = (float) ((neuron.rheobase().si() - biases.get(f)) / unitAmperes());
        }
        return thresholds;
    }

    /**
     * The network of one piece, as it starts to learn.
     *
     * @param stdp rule of the filter that fires first
     */
    public Network network(WinnerStdp stdp) {
        float[] thresholds = new float[filters];
        Arrays.fill(thresholds, (float) (INITIAL_THRESHOLD * patchLines()));
        return Network.builder(NAME)
                .step(us(10))
                .add(new NeuronGroup(FILTERS, filters, neuron)
                        .withBias(biases(thresholds))
                        .withInhibition(new WinnerInhibition(1, mV(-30), ms(5))))
                .add(new InputLines(PATCH, patchLines()))
                .add(new Projection(
                        KERNEL,
                        PATCH,
                        FILTERS,
                        new Connector.AllToAll(),
                        synapse,
                        new Weights.Gaussian(INITIAL_WEIGHT, INITIAL_SPREAD),
                        LineDrive.held(inputVoltage),
                        new Time(0),
                        Polarity.EXCITATORY,
                        Optional.of(stdp)))
                .build();
    }
}
