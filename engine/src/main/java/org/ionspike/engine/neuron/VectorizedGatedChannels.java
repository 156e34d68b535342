package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** An Euler step of {@link GatedChannelNeuron} in ND4J operations; v is counted from rest. */
final class VectorizedGatedChannels extends DrivenDynamics {
    private final GatedChannelNeuron model;
    private final double h;
    private final double rest;
    private final float[][] n;

    VectorizedGatedChannels(GatedChannelNeuron model, KernelSettings settings, ReceptorState receptors) {
        super(receptors, settings.size());
        this.model = model;
        h = settings.step().si();
        rest = model.restingPotential().si();
        n = new float[model.channels().size()][settings.size()];
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        INDArray v = row(from);
        INDArray current = row(amperes)
                .add(v.rsub(model.leakPotential().si() - rest).mul(model.leak().si()));
        for (int k = 0; k < n.length; k++) {
            GatedChannel channel = model.channels().get(k);
            INDArray open = row(n[k]);
            current.addi(v.rsub(channel.reversal().si() - rest)
                    .mul(open)
                    .mul(channel.conductance().si()));
            INDArray steady = Transforms.sigmoid(
                    v.sub(channel.halfOpen().si() - rest).div(channel.slope().si()));
            copy(open.add(steady.sub(open).mul(h / channel.time().si())), n[k]);
        }
        copy(v.add(current.mul(h / model.capacitance().si())), to);
    }

    private float restOf(int channel) {
        return (float) model.channels().get(channel).steadyFraction(rest);
    }

    @Override
    boolean isOwnNearRest() {
        for (int k = 0; k < n.length; k++) {
            if (!areNear(n[k], restOf(k), GatedState.TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void ownRest() {
        for (int k = 0; k < n.length; k++) {
            Arrays.fill(n[k], restOf(k));
        }
    }

    @Override
    ImmutableMap<String, float[]> own() {
        ImmutableMap.Builder<String, float[]> named = ImmutableMap.builder();
        for (int k = 0; k < n.length; k++) {
            named.put(GatedState.variable(k), n[k]);
        }
        return named.build();
    }
}
