package org.ionspike.engine.synapse;

import org.ionspike.engine.checkpoint.StateTransfer;

/** The synapses of one projection: which exist, and what of their state fades. */
public interface SynapseState {
    /** Which synapses exist. */
    Connectivity connectivity();

    /**
     * The same synapses for one more sample of a batch: weights are shared, what fades is its own, at rest.
     *
     * @throws UnsupportedOperationException if a model cannot do that
     */
    default SynapseState forAnotherSample() {
        throw new UnsupportedOperationException("has no synapses that the samples of a batch can share");
    }

    /** Forgets everything that fades, as if at rest since long before time 0. Weights stay. */
    void relax();

    /** Saves or loads weights and everything else that changes; what was drawn when the synapses were made is not part. */
    void transfer(StateTransfer state);
}
