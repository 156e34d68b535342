package org.ionspike.engine.synapse;

/** Synapses whose weights can be changed one by one, as a plasticity rule sees them. */
public interface PlasticSynapses {
    /** Which synapses exist. */
    Connectivity connectivity();

    /** Weight of the k-th synapse of a line, 0 to 1. */
    float weight(int line, int k);

    /** Asks one synapse for a change of weight; what it does depends on the synapse, and at least its bounds hold. */
    void change(int line, int k, double delta);
}
