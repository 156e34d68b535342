package org.ionspike.benchmarks.task;

import java.util.Optional;
import org.ionspike.engine.network.Connector;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.networks.architecture.ConvStdp;

/**
 * How large a model is.
 *
 * @param neurons that a sample is shown to; those of filters at every position
 * @param denseOperations devices that a sample with every line on reaches
 * @param parameters devices, biases and weights of the readout; those of filters once
 */
record ModelSize(long neurons, long denseOperations, long parameters) {
    static ModelSize of(Network network, Optional<ConvStdp> convolution, int classes) {
        int neurons = network.groups().get(0).size();
        long devices = devices(network);
        if (convolution.isEmpty()) {
            long all = network.groups().stream().mapToLong(NeuronGroup::size).sum();
            return new ModelSize(all, devices, devices + neurons + (long) neurons * classes);
        }
        ConvStdp filters = convolution.get();
        long positions = (long) filters.positionRows() * filters.positionColumns();
        return new ModelSize(
                positions * neurons, positions * devices, devices + neurons + (long) filters.features() * classes);
    }

    /** Synapses of all projections. */
    private static long devices(Network network) {
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
