package org.ionspike.engine.synapse;

/** The synapses of one projection: which exist, and what of their state fades. */
public interface SynapseState {
    /** Which synapses exist. */
    Connectivity connectivity();

    /** Forgets everything that fades, as if at rest since long before time 0. Weights stay. */
    void relax();
}
