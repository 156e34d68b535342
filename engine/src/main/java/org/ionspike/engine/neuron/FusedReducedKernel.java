package org.ionspike.engine.neuron;

/** Reduced neurons whose spike times come from a plain loop. */
final class FusedReducedKernel extends ReducedKernel {
    FusedReducedKernel(ReducedIonicNeuron model, KernelSettings settings) {
        super(model, settings);
    }

    @Override
    void rampDelays(float[] heldAmperes, double common, double[] delays) {
        for (int j = 0; j < heldAmperes.length; j++) {
            delays[j] = rampDelay(heldAmperes[j] + common);
        }
    }
}
