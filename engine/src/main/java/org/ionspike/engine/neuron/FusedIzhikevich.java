package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;

/** A Heun step of {@link IzhikevichNeuron} in loops that the JIT vectorizes; v is counted from v_r. */
final class FusedIzhikevich extends DrivenDynamics {
    private final float quadratic;
    private final float threshold;
    private final float perFarad;
    private final float slope;
    private final float perTime;
    private final float step;
    private final float recoveryStep;
    private final float quiet;
    private final float[] u;
    private final float[] dv;
    private final float[] du;

    FusedIzhikevich(IzhikevichNeuron model, KernelSettings settings, ReceptorState receptors) {
        super(receptors, settings.size());
        double span =
                model.instantaneousThreshold().si() - model.restingPotential().si();
        double farads = model.capacitance().si();
        quadratic = (float) (model.leak().si() / (span * farads));
        threshold = (float) span;
        perFarad = (float) (1 / farads);
        slope = (float) model.recoverySlope().si();
        perTime = (float) (1 / model.recoveryTime().si());
        step = (float) settings.step().si();
        recoveryStep = (float) model.recoveryStep().si();
        quiet = (float) (1e-6 * model.leak().si());
        u = new float[settings.size()];
        dv = new float[settings.size()];
        du = new float[settings.size()];
    }

    @Override
    public boolean splits() {
        return true;
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        for (int j = first; j < end; j++) {
            dv[j] = quadratic * from[j] * (from[j] - threshold) + perFarad * (amperes[j] - u[j]);
        }
        for (int j = first; j < end; j++) {
            du[j] = perTime * (slope * from[j] - u[j]);
        }
        float half = 0.5f * step;
        for (int j = first; j < end; j++) {
            float v = from[j] + step * dv[j];
            float after = u[j] + step * du[j];
            to[j] = from[j] + half * (dv[j] + quadratic * v * (v - threshold) + perFarad * (amperes[j] - after));
        }
        for (int j = first; j < end; j++) {
            float v = from[j] + step * dv[j];
            float after = u[j] + step * du[j];
            u[j] += half * (du[j] + perTime * (slope * v - after));
        }
    }

    @Override
    public void spiked(int neuron) {
        u[neuron] += recoveryStep;
    }

    @Override
    boolean isOwnNearRest() {
        return areNear(u, 0, quiet);
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
