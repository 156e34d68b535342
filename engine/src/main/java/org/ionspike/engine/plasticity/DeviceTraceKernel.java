package org.ionspike.engine.plasticity;

import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.PlasticSynapses;

/** The rule on devices, which are asked for every change one by one. */
final class DeviceTraceKernel extends TraceKernel {
    private static final double PERIOD = 4;

    private final PlasticSynapses synapses;
    private final Connectivity connectivity;

    DeviceTraceKernel(TraceModel model, PlasticSynapses synapses) {
        super(model, synapses.connectivity(), NONE, PERIOD);
        this.synapses = synapses;
        this.connectivity = synapses.connectivity();
    }

    @Override
    public void presynapticSpike(int line, double timeSeconds) {
        tidy(timeSeconds);
        float common = presynapticFactor(line, timeSeconds);
        float[] traces = y().scaled();
        for (int k = 0; k < connectivity.fanOut(line); k++) {
            float trace = traces[connectivity.target(line, k)];
            if (trace != 0) {
                synapses.change(line, k, common * trace * dependence().down(synapses.weight(line, k)));
            }
        }
        notePresynaptic(line, timeSeconds);
    }

    @Override
    public void postsynapticSpike(
            int neuron, double timeSeconds, boolean winner, long presentation, boolean[] lineIsOn) {
        tidy(timeSeconds);
        float common = postsynapticFactor(neuron, timeSeconds);
        float[] traces = x().scaled();
        for (int n = 0; n < connectivity.fanIn(neuron); n++) {
            int line = connectivity.source(neuron, n);
            if (traces[line] != 0) {
                int k = connectivity.sourcePosition(neuron, n);
                synapses.change(line, k, common * traces[line] * dependence().up(synapses.weight(line, k)));
            }
        }
        notePostsynaptic(neuron, timeSeconds);
    }

    private void tidy(double timeSeconds) {
        if (x().isStale(timeSeconds)) {
            x().rebase(timeSeconds);
        }
        if (y().isStale(timeSeconds)) {
            y().rebase(timeSeconds);
        }
    }
}
