package org.ionspike.engine.simulation;

import java.util.Arrays;
import java.util.BitSet;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.units.Time;

/** The running state of one group: its kernel, the currents into it, and who has fired since the last release. */
final class GroupState {
    private final NeuronGroup description;
    private final NeuronKernel kernel;
    private final float[] bias;
    private final float[] synaptic;
    private final float[] total;
    private final BitSet fired;
    private double common;
    private double stepCurrent;
    private double rampSlope;
    private long rampStart;
    private boolean changed = true;

    GroupState(NeuronGroup description, Time step, SimulationSettings settings) {
        this.description = description;
        this.kernel = description
                .model()
                .kernel(new KernelSettings(
                        description.size(), step, settings.backend(), settings.parking(), settings.energy()));
        this.bias = new float[description.size()];
        for (int j = 0; j < description.biasAmperes().length(); j++) {
            bias[j] = (float) description.biasAmperes().get(j);
        }
        this.synaptic = new float[description.size()];
        this.total = new float[description.size()];
        this.fired = new BitSet(description.size());
    }

    NeuronGroup description() {
        return description;
    }

    NeuronKernel kernel() {
        return kernel;
    }

    /** Adds {@code amperesPerSiemens x conductance} of every device of a line to the neurons it reaches. */
    void addRow(float[] conductances, double amperesPerSiemens) {
        float factor = (float) amperesPerSiemens;
        for (int j = 0; j < synaptic.length; j++) {
            synaptic[j] += factor * conductances[j];
        }
        changed = true;
    }

    /** Sets the currents into all neurons at once, in A. */
    void setSynaptic(float[] amperes) {
        System.arraycopy(amperes, 0, synaptic, 0, synaptic.length);
        changed = true;
    }

    void add(int neuron, double amperes) {
        synaptic[neuron] += (float) amperes;
        changed = true;
    }

    void addCommon(double amperes) {
        common += amperes;
        changed = true;
    }

    /** With no line held the synaptic current is exactly 0, whatever rounding left. */
    void clearSynaptic() {
        Arrays.fill(synaptic, 0);
        common = 0;
        changed = true;
    }

    void addStepCurrent(double amperes) {
        stepCurrent += amperes;
        changed = true;
    }

    void startRamp(double amperesPerSecond, long atStep) {
        rampSlope = amperesPerSecond;
        rampStart = atStep;
        changed = true;
    }

    void stopRamp() {
        rampSlope = 0;
        changed = true;
    }

    /** Hands changed currents to the kernel before it is advanced. */
    void flush(long step, double dtSeconds) {
        if (!changed) {
            return;
        }
        changed = false;
        float shared = (float) (common + stepCurrent);
        for (int j = 0; j < total.length; j++) {
            total[j] = synaptic[j] + bias[j] + shared;
        }
        kernel.drive(step, total, rampSlope == 0 ? 0 : rampSlope * ((step - rampStart) * dtSeconds), rampSlope);
    }

    /** Notes a spike; whether it is the neuron's first since the last release. */
    boolean note(int neuron) {
        boolean first = !fired.get(neuron);
        fired.set(neuron);
        return first;
    }

    int firedCount() {
        return fired.cardinality();
    }

    void release() {
        fired.clear();
    }

    /** The live biases in A. */
    float[] bias() {
        return bias;
    }

    void biasChanged() {
        changed = true;
    }

    void reset(long step) {
        release();
        clearSynaptic();
        stopRamp();
        kernel.reset(step);
    }
}
