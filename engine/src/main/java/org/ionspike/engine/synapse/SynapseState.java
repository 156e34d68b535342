package org.ionspike.engine.synapse;

import org.ionspike.engine.checkpoint.StateTransfer;

/** The synapses of one projection: which exist, and what of their state fades. */
public interface SynapseState {
    /** Which synapses exist. */
    Connectivity connectivity();

    /** Forgets everything that fades, as if at rest since long before time 0. Weights stay. */
    void relax();

    /** Saves or loads weights and everything else that changes; what was drawn when the synapses were made is not part. */
    void transfer(StateTransfer state);
}
