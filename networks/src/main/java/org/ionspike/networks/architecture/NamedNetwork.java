package org.ionspike.networks.architecture;

import org.ionspike.engine.network.Network;

/**
 * A network of a given size by its name, for the command line and for benchmarks. One class with the annotation
 * {@code @AutoService(NamedNetwork.class)} on the class path adds one.
 */
public interface NamedNetwork {
    /** The name, in small letters, such as {@code "cuba"}. */
    String name();

    /** What it is and where it comes from, in one line. */
    String summary();

    /** The number of neurons of the published network, or a usual one. */
    int defaultNeurons();

    /**
     * The description.
     *
     * @param neurons number of neurons in all groups together; a network says which numbers it takes
     */
    Network network(int neurons);
}
