package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adaptive threshold and adaptation current around the dynamics of a LIF membrane. Both backends share it but for the
 * arrays that change in every step.
 */
final class Adaptation implements PointDynamics {
    /** Part of theta that it may lose at once. */
    private static final double LARGEST_LOSS = 1e-4;

    private final PointDynamics membrane;
    private final boolean fused;
    private final float threshold;
    private final float thetaStep;
    private final double thetaTime;
    private final double dt;
    private final long thetaInterval;
    private final float thetaDecay;
    private final float adaptationStep;
    private final float adaptationDecay;
    private final float meanOfAdaptation;
    private final float voltsPerAmpere;
    private final boolean learnt;

    private final float[] theta;
    private final float[] thresholds;
    private final float[] w;
    private final float[] input;
    private long sinceThetaDecay;

    Adaptation(AdaptiveLifNeuron model, KernelSettings settings) {
        LifNeuron lif = model.membrane();
        membrane = LifDynamics.of(lif, settings);
        fused = settings.backend() == Backend.FUSED;
        threshold = (float) (lif.threshold().si() - lif.restingPotential().si());
        thetaStep = (float) model.thetaStep().si();
        thetaTime = model.thetaTime().si();
        dt = settings.step().si();
        thetaInterval = Math.max(1, (long) Math.floor(LARGEST_LOSS * thetaTime / dt));
        thetaDecay = (float) LifDynamics.decay(thetaInterval * dt, thetaTime);
        double tau = model.adaptationTime().si();
        adaptationStep = (float) model.adaptationStep().si();
        adaptationDecay = (float) LifDynamics.decay(dt, tau);
        // the constant current that has the effect of w, exactly where the membrane is linear
        meanOfAdaptation = (float) (LifDynamics.perDecayingAmpere(lif, dt, tau) / LifDynamics.perAmpere(lif, dt));
        voltsPerAmpere = (float) (1 / lif.leak().si());
        learnt = model.thresholdIsLearnt();
        int size = settings.size();
        theta = new float[size];
        thresholds = new float[size];
        w = new float[size];
        input = new float[size];
        restart();
    }

    @Override
    public void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
        if (adaptationStep == 0) {
            membrane.advance(from, to, amperes, common, first, end);
        } else {
            adapt(amperes, first, end);
            membrane.advance(from, to, input, common, first, end);
        }
    }

    @Override
    public boolean splits() {
        return fused;
    }

    @Override
    public void moveThresholds() {
        if (++sinceThetaDecay == thetaInterval) {
            sinceThetaDecay = 0;
            decayTheta();
        }
    }

    private void adapt(float @Nullable [] amperes, int first, int end) {
        if (!fused) {
            INDArray adaptation = Nd4j.createFromArray(w);
            INDArray net = adaptation.mul(-meanOfAdaptation);
            copy(amperes == null ? net : net.addi(Nd4j.createFromArray(amperes)), input);
            copy(adaptation.mul(adaptationDecay), w);
            return;
        }
        for (int j = first; j < end; j++) {
            input[j] = -meanOfAdaptation * w[j];
        }
        for (int j = first; j < end; j++) {
            w[j] *= adaptationDecay;
        }
        if (amperes != null) {
            for (int j = first; j < end; j++) {
                input[j] += amperes[j];
            }
        }
    }

    private static void copy(INDArray from, float[] to) {
        System.arraycopy(from.toFloatVector(), 0, to, 0, to.length);
    }

    private void decayTheta() {
        for (int j = 0; j < theta.length; j++) {
            theta[j] *= thetaDecay;
        }
        changed();
    }

    @Override
    public void changed() {
        membrane.changed();
        for (int j = 0; j < theta.length; j++) {
            thresholds[j] = threshold + theta[j];
        }
    }

    @Override
    public void spiked(int neuron) {
        theta[neuron] += thetaStep;
        thresholds[neuron] = threshold + theta[neuron];
        w[neuron] += adaptationStep;
    }

    @Override
    public float[] thresholds() {
        return thresholds;
    }

    @Override
    public float[] arrivals(int receptor) {
        return membrane.arrivals(receptor);
    }

    /** theta may be anything: at rest it decays by {@link #pass} alone. */
    @Override
    public boolean isNearRest() {
        return membrane.isNearRest() && LifDynamics.areQuiet(voltsPerAmpere, w);
    }

    @Override
    public void rest() {
        membrane.rest();
        Arrays.fill(w, 0);
    }

    @Override
    public void restart() {
        rest();
        if (!learnt) {
            Arrays.fill(theta, 0);
            sinceThetaDecay = 0;
        }
        changed();
    }

    @Override
    public void pass(String variable, float[] values, long steps) {
        if (variable.equals("theta")) {
            float decay = (float) LifDynamics.decay(steps * dt, thetaTime);
            for (int j = 0; j < values.length; j++) {
                values[j] *= decay;
            }
        } else {
            membrane.pass(variable, values, steps);
        }
    }

    @Override
    public void transfer(StateTransfer state) {
        membrane.transfer(state);
        state.array("theta", theta);
        state.array("thresholds", thresholds);
        state.array("w", w);
        sinceThetaDecay = state.whole("sinceThetaDecay", sinceThetaDecay);
    }

    @Override
    public ImmutableMap<String, float[]> variables() {
        return ImmutableMap.<String, float[]>builder()
                .putAll(membrane.variables())
                .put("theta", theta)
                .put("w", w)
                .build();
    }
}
