package org.ionspike.engine.neuron;

/** How the state of a group is moved: by fused loops over plain arrays, or by ND4J operations. */
public enum Backend {
    /** Event-driven loops over {@code float[]}; the faster choice on a CPU at every size measured. */
    FUSED,
    /** ND4J operations over {@code [batch, neuron]}; runs on every ND4J backend and states the model plainly. */
    VECTORIZED
}
