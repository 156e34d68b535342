package org.ionspike.engine.neuron;

/** What both kernels of {@link GatedChannelNeuron} say of its open fractions. */
final class GatedState {
    /** An open fraction counts as at rest when it is nearer to it than this. */
    static final float TOLERANCE = 1e-5f;

    private GatedState() {}

    /** The name of the open fraction of a channel. */
    static String variable(int channel) {
        return "n" + (channel + 1);
    }
}
