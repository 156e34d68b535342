package org.ionspike.engine.synapse;

/** Synapses that answer a spike with an impulse: its size is weight times release times a factor of the projection. */
public interface ImpulseSynapses extends SynapseState {
    /**
     * What the synapses on a line pass on, in the order of {@link #connectivity()}: their weights, each 0 to 1, unless
     * they are {@link PlasticSynapses}. The live array, the same one always; only a plasticity rule writes to it.
     */
    float[] weights(int line);

    /**
     * A spike arrives on a line: its release, the factor that all weights of the line are taken with now.
     *
     * @param timeSeconds now; not before the last call for this line
     */
    double release(int line, double timeSeconds);
}
