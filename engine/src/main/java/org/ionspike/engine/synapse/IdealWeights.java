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

    /**
     * Scales the weights onto every neuron by one factor each, so that they add up to a sum; a weight ends at 1, and a
     * neuron whose weights are all 0 is left alone.
     */
    public void scaleIncoming(double sum) {
        Connectivity connectivity = synapses.connectivity();
        var factors = new float[connectivity.post()];
        for (int line = 0; line < connectivity.pre(); line++) {
            connectivity.addRow(line, synapses.weights(line), 1, factors);
        }
        for (int j = 0; j < factors.length; j++) {
            factors[j] = factors[j] > 0 ? (float) (sum / factors[j]) : 1;
        }
        for (int line = 0; line < connectivity.pre(); line++) {
            float[] row = synapses.weights(line);
            connectivity.scaleRow(line, row, factors);
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.min(1, row[k]);
            }
        }
    }

    @Override
    public void change(int line, int k, double delta) {
        float[] row = synapses.weights(line);
        row[k] = (float) Math.max(0, Math.min(1, row[k] + delta));
    }
}
