package org.ionspike.engine.plasticity;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealWeights;
import org.ionspike.engine.synapse.ImpulseSynapses;
import org.ionspike.engine.synapse.PlasticSynapses;
import org.jspecify.annotations.Nullable;

/** The traces of a {@link TraceModel} at work; who owns the weights and when they are changed is left open. */
abstract class TraceKernel implements PlasticityRule.Kernel {
    /** How a change is scaled at the time it falls due: 1 for weights. */
    @FunctionalInterface
    interface Gain {
        double at(double timeSeconds);
    }

    /** Of changes to weights. */
    static final Gain NONE = timeSeconds -> 1;

    private final TraceModel model;
    private final Gain gain;
    private final SpikeTrace x;
    private final SpikeTrace y;
    private final @Nullable SpikeTrace secondX;
    private final @Nullable SpikeTrace secondY;

    /**
     * Traces that are 0.
     *
     * @param period time constants between looks at which traces have vanished
     */
    TraceKernel(TraceModel model, Connectivity connectivity, Gain gain, double period) {
        this.model = model;
        this.gain = gain;
        int lines = connectivity.pre();
        int neurons = connectivity.post();
        x = new SpikeTrace(lines, model.tauPlus(), period, model.nearest());
        y = new SpikeTrace(neurons, model.tauMinus(), period, model.nearest());
        secondX = model.tauX()
                .map(tau -> new SpikeTrace(lines, tau, period, model.nearest()))
                .orElse(null);
        secondY = model.tauY()
                .map(tau -> new SpikeTrace(neurons, tau, period, model.nearest()))
                .orElse(null);
    }

    /** The rule at work on weights that impulses are taken with. */
    static PlasticityRule.Kernel of(TraceModel model, ImpulseSynapses synapses) {
        if (synapses instanceof PlasticSynapses devices) {
            return new DeviceTraceKernel(model, devices);
        }
        var connectivity = synapses.connectivity();
        var rows = new float[connectivity.pre()][];
        for (int line = 0; line < rows.length; line++) {
            rows[line] = synapses.weights(line);
        }
        return of(model, connectivity, rows, NONE);
    }

    /** The rule at work on rows of values in the order of the connections. */
    static TraceKernel of(TraceModel model, Connectivity connectivity, float[][] rows, Gain gain) {
        return connectivity.isDense()
                ? new DenseTraceKernel(model, connectivity, rows, gain)
                : new SparseTraceKernel(model, connectivity, rows, gain);
    }

    /** The weights of synapses one by one, whatever they are. */
    static PlasticSynapses oneByOne(ImpulseSynapses synapses) {
        return synapses instanceof PlasticSynapses devices ? devices : new IdealWeights(synapses);
    }

    final WeightDependence dependence() {
        return model.dependence();
    }

    final SpikeTrace x() {
        return x;
    }

    final SpikeTrace y() {
        return y;
    }

    /** What {@code y().scaled() x down(w)} is to be multiplied by for the change at a presynaptic spike. */
    final float presynapticFactor(int line, double timeSeconds) {
        double triplet = secondX == null ? 0 : model.tripletMinus() * secondX.value(line, timeSeconds);
        return (float) (-(model.pairMinus() + triplet) * y.factor(timeSeconds) * gain.at(timeSeconds));
    }

    /** What {@code x().scaled() x up(w)} is to be multiplied by for the change at a postsynaptic spike. */
    final float postsynapticFactor(int neuron, double timeSeconds) {
        double triplet = secondY == null ? 0 : model.tripletPlus() * secondY.value(neuron, timeSeconds);
        return (float) ((model.pairPlus() + triplet) * x.factor(timeSeconds) * gain.at(timeSeconds));
    }

    final void notePresynaptic(int line, double timeSeconds) {
        x.spike(line, timeSeconds);
        note(secondX, line, timeSeconds);
    }

    final void notePostsynaptic(int neuron, double timeSeconds) {
        y.spike(neuron, timeSeconds);
        note(secondY, neuron, timeSeconds);
    }

    private static void note(@Nullable SpikeTrace trace, int neuron, double timeSeconds) {
        if (trace != null) {
            if (trace.isStale(timeSeconds)) {
                trace.rebase(timeSeconds);
            }
            trace.spike(neuron, timeSeconds);
        }
    }

    /** Saves or loads traces; what is left to make up for has been settled. */
    @Override
    public void transfer(StateTransfer state) {
        x.transfer(state);
        y.transfer(state);
        if (secondX != null) {
            secondX.transfer(state);
        }
        if (secondY != null) {
            secondY.transfer(state);
        }
    }

    @Override
    public void reset() {
        x.clear();
        y.clear();
        if (secondX != null) {
            secondX.clear();
        }
        if (secondY != null) {
            secondY.clear();
        }
    }
}
