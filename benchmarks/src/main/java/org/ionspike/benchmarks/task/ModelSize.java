package org.ionspike.benchmarks.task;

import java.util.Arrays;
import java.util.Optional;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.readout.Readout;

/**
 * How large a model is.
 *
 * @param neurons that a sample is shown to; those of filters at every position
 * @param devices devices and biases; those of filters once
 * @param ofReadout weights of the readout
 * @param zeroWeights devices and weights of the readout that are 0
 * @param states precision that holds a state of a device
 */
public record ModelSize(long neurons, long devices, long ofReadout, long zeroWeights, Precision states) {
    private static final double BITS_PER_BYTE = 8;

    /** The size of a network with its readout. */
    public static ModelSize of(Network network, Optional<ConvStdp> convolution, Readout readout) {
        int neurons = network.groups().get(0).size();
        float[][] weights = readout.weights();
        long ofReadout = (long) weights.length * weights[0].length;
        long devices = devices(network) + neurons;
        Precision states = NetworkTally.precision(network);
        long zeros = zeros(weights) + zeros(network);
        return convolution
                .map(filters -> new ModelSize(
                        (long) filters.positionRows() * filters.positionColumns() * neurons,
                        devices,
                        ofReadout,
                        zeros,
                        states))
                .orElseGet(() -> new ModelSize(
                        network.groups().stream().mapToLong(NeuronGroup::size).sum(),
                        devices,
                        ofReadout,
                        zeros,
                        states));
    }

    /** Everything that was learnt: devices, biases and weights of the readout. */
    public long parameters() {
        return devices + ofReadout;
    }

    /** Memory in bytes, where a device takes the bits of its states. */
    public double bytes(Precision readout) {
        return (devices * (double) states.bits() + ofReadout * (double) readout.bits()) / BITS_PER_BYTE;
    }

    private static long zeros(Network network) {
        return network.projections().stream()
                .map(Projection::weights)
                .filter(Weights.Given.class::isInstance)
                .mapToLong(weights -> zeros(((Weights.Given) weights).values()))
                .sum();
    }

    private static long zeros(float[][] rows) {
        return Arrays.stream(rows).mapToLong(ModelSize::zeros).sum();
    }

    private static long zeros(float[] row) {
        long zeros = 0;
        for (float weight : row) {
            zeros += weight == 0 ? 1 : 0;
        }
        return zeros;
    }

    /** Synapses of all projections. */
    static long devices(Network network) {
        long count = 0;
        for (Projection projection : network.projections()) {
            long pre = projection.from().equals(network.input().name())
                    ? network.input().lines()
                    : network.group(projection.from()).size();
            long post = network.group(projection.to()).size();
            Connector connector = projection.connector();
            boolean single = connector instanceof Connector.CommonColumn || connector instanceof Connector.OneToOne;
            count += pre * (single ? 1 : connector instanceof Connector.AllToOthers ? post - 1 : post);
        }
        return count;
    }
}
