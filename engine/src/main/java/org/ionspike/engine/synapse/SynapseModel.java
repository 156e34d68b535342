package org.ionspike.engine.synapse;

import org.ionspike.engine.random.RandomStreams;

/**
 * The parameters of a kind of synapse; immutable. Models are found by {@code ServiceLoader} and have a no-argument
 * constructor that gives the documented defaults.
 */
public interface SynapseModel {
    /** The name that files and the command line use, such as {@code "ionic-synapse"}. */
    String name();

    /** What the model is, in one sentence. */
    String summary();

    /**
     * The devices of one projection.
     *
     * @param connectivity which devices exist
     * @param weights start values, one row per presynaptic line in the order of {@code connectivity}, each 0 to 1
     * @param streams source of everything that is drawn for these devices
     */
    SynapseState state(Connectivity connectivity, float[][] weights, RandomStreams streams);
}
