package org.ionspike.engine.neuron;

/** Reduced neurons whose spike times come from a plain loop. */
final class FusedReducedKernel extends ReducedKernel {
    FusedReducedKernel(ReducedIonicNeuron model, KernelSettings settings) {
        super(model, settings);
    }

    @Override
    void rampDelays(UniformTable table, double[] starts, double[] delays) {
        for (int j = 0; j < starts.length; j++) {
            delays[j] = table.at(starts[j]);
        }
    }

    @Override
    void latencies(double[] states, double[] held, double[] delays) {
        for (int j = 0; j < states.length; j++) {
            delays[j] = model().latencyFrom(states[j], held[j]);
        }
    }
}
