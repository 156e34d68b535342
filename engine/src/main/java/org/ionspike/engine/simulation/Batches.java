package org.ionspike.engine.simulation;

import org.ionspike.engine.network.LineDrive;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.source.CurrentRamp;

/** Which networks can run several samples at once. */
final class Batches {
    private Batches() {}

    /** An error for a network in which a sample acts on more than its own neurons and the weights. */
    static void requireIndependentSamples(Network network) {
        for (NeuronGroup group : network.groups()) {
            String what = "group '" + group.name() + "'";
            refuse(network, what, "homeostasis", group.homeostasis().isPresent());
            refuse(
                    network,
                    what,
                    "an inhibition that lasts",
                    group.inhibition().filter(rule -> rule.duration().si() > 0).isPresent());
        }
        network.currents()
                .forEach(current ->
                        refuse(network, "current '" + current.name() + "'", "a ramp", current instanceof CurrentRamp));
        for (Projection projection : network.projections()) {
            refuse(
                    network,
                    "projection '" + projection.name() + "'",
                    "plasticity on held lines",
                    projection.drive() instanceof LineDrive
                            && projection.plasticity().isPresent());
        }
    }

    private static void refuse(Network network, String what, String has, boolean condition) {
        if (condition) {
            throw new IllegalArgumentException("Network '" + network.name() + "': " + what + " has " + has
                    + ", which the samples of a batch cannot have each for itself. Use a batch of 1; BatchReader reads"
                    + " many samples with a network of held lines.");
        }
    }
}
