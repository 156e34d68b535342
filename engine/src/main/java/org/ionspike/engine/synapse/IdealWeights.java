package org.ionspike.engine.synapse;

/** The weights of synapses without a device, one by one: every change is made exactly, within 0 and 1. */
public final class IdealWeights implements PlasticSynapses {
    private final ImpulseSynapses synapses;

    /** The weights of these synapses. */
    public IdealWeights(ImpulseSynapses synapses) {
        this.synapses = synapses;
    }

    @Override
    public Connectivity connectivity() {
        return synapses.connectivity();
    }

    @Override
    public float weight(int line, int k) {
        return synapses.weights(line)[k];
    }

    @Override
    public void change(int line, int k, double delta) {
        float[] row = synapses.weights(line);
        row[k] = (float) Math.max(0, Math.min(1, row[k] + delta));
    }
}
