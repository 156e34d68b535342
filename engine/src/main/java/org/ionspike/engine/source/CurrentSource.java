package org.ionspike.engine.source;

/** A current into every neuron of a group. */
public sealed interface CurrentSource permits CurrentRamp, CurrentStep {
    /** Name, unique in its network. */
    String name();

    /** The group that receives it. */
    String target();
}
