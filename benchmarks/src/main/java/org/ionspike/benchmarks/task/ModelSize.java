package org.ionspike.benchmarks.task;

import java.util.Optional;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.WinnerTakeAll;

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
            return new ModelSize(neurons, devices, devices + neurons + (long) neurons * classes);
        }
        ConvStdp filters = convolution.get();
        long positions = (long) filters.positionRows() * filters.positionColumns();
        return new ModelSize(
                positions * neurons, positions * devices, devices + neurons + (long) filters.features() * classes);
    }

    /** Devices of all projections; every line of the input reaches every device of its row. */
    private static long devices(Network network) {
        long count = 0;
        for (Projection projection : network.projections()) {
            boolean column = projection.name().equals(WinnerTakeAll.REFERENCE);
            int fanOut = column ? 1 : network.group(projection.to()).size();
            count += (long) network.input().lines() * fanOut;
        }
        return count;
    }
}
