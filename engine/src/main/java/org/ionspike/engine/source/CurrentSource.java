package org.ionspike.engine.source;

/** Input into every neuron of a group that comes on no lines. */
public sealed interface CurrentSource permits CurrentRamp, CurrentStep, NoiseCurrent, PoissonImpulses {
    /** Name, unique in its network. */
    String name();

    /** The group that receives it. */
    String target();
}
