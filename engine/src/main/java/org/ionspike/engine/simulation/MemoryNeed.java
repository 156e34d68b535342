package org.ionspike.engine.simulation;

import java.util.Locale;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;

/** Refuses what cannot fit into memory before anything is made, by the least that its parts take. */
final class MemoryNeed {
    /** State, inputs and traces of a neuron of the smallest model. */
    private static final double BYTES_PER_NEURON = 40;

    private static final double BYTES_PER_SYNAPSE = 4;
    private static final double GIGA = 1e-9;

    private MemoryNeed() {}

    /** An error that names the largest part when all parts together exceed the memory that the JVM may use. */
    static void require(Network network, int batch, long availableBytes) {
        double all = 0;
        double largest = 0;
        String name = "";
        for (NeuronGroup group : network.groups()) {
            double bytes = BYTES_PER_NEURON * group.size() * batch;
            all += bytes;
            if (bytes > largest) {
                largest = bytes;
                name = "group '" + group.name() + "' with " + group.size() + " neurons"
                        + (batch == 1 ? "" : " in a batch of " + batch);
            }
        }
        for (Projection projection : network.projections()) {
            double synapses = projection.connector().expectedSynapses(network.ends(projection));
            double bytes = Double.isNaN(synapses) ? 0 : BYTES_PER_SYNAPSE * synapses;
            all += bytes;
            if (bytes > largest) {
                largest = bytes;
                name = String.format(Locale.ROOT, "projection '%s' with %.3g synapses", projection.name(), synapses);
            }
        }
        if (all > availableBytes) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Network '%s' needs at least %.1f GB (most of it %s), but Java may use %.1f GB. Make it smaller, or allow"
                            + " more memory (-Xmx; IONSPIKE_HEAP on the command line).",
                    network.name(),
                    GIGA * all,
                    name,
                    GIGA * availableBytes));
        }
    }
}
