package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A Heun step of {@link IzhikevichNeuron} in ND4J operations; v is counted from v_r. */
final class VectorizedIzhikevich extends DrivenDynamics {
    private final IzhikevichNeuron model;
    private final double h;
    private final float[] u;

    VectorizedIzhikevich(IzhikevichNeuron model, KernelSettings settings, ReceptorState receptors) {
        super(receptors, settings.size());
        this.model = model;
        h = settings.step().si();
        u = new float[settings.size()];
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        INDArray v = row(from);
        INDArray before = row(u);
        INDArray input = row(amperes);
        INDArray dv = voltageSlope(v, before, input);
        INDArray du = recoverySlope(v, before);
        INDArray ahead = v.add(dv.mul(h));
        INDArray recovery = before.add(du.mul(h));
        copy(v.add(dv.add(voltageSlope(ahead, recovery, input)).mul(h / 2)), to);
        copy(before.add(du.add(recoverySlope(ahead, recovery)).mul(h / 2)), u);
    }

    private INDArray voltageSlope(INDArray v, INDArray recovery, INDArray input) {
        double span =
                model.instantaneousThreshold().si() - model.restingPotential().si();
        return v.mul(v.sub(span))
                .mul(model.leak().si() / span)
                .sub(recovery)
                .add(input)
                .div(model.capacitance().si());
    }

    private INDArray recoverySlope(INDArray v, INDArray recovery) {
        return v.mul(model.recoverySlope().si())
                .sub(recovery)
                .div(model.recoveryTime().si());
    }

    @Override
    public void spiked(int neuron) {
        u[neuron] += (float) model.recoveryStep().si();
    }

    @Override
    boolean isOwnNearRest() {
        return areNear(u, 0, (float) (1e-6 * model.leak().si()));
    }

    @Override
    void ownRest() {
        Arrays.fill(u, 0);
    }

    @Override
    ImmutableMap<String, float[]> own() {
        return ImmutableMap.of("u", u);
    }
}
