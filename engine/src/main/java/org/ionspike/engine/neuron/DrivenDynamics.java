package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Neurons that integrate one current: the given one, the common one and that of exponential receptors. */
abstract class DrivenDynamics implements PointDynamics {
    private final ReceptorState receptors;
    private final float[] input;

    DrivenDynamics(ReceptorState receptors, int size) {
        this.receptors = receptors;
        input = new float[size];
    }

    @Override
    public final void advance(float[] from, float[] to, float @Nullable [] amperes, float common, int first, int end) {
        if (amperes != null && common == 0 && receptors.isSilent()) {
            step(from, to, amperes, first, end);
            return;
        }
        if (amperes == null) {
            Arrays.fill(input, first, end, common);
        } else {
            for (int j = first; j < end; j++) {
                input[j] = amperes[j] + common;
            }
        }
        receptors.addCurrents(from, input, first, end);
        step(from, to, input, first, end);
    }

    /** One step under a current that is constant over it. */
    abstract void step(float[] from, float[] to, float[] amperes, int first, int end);

    /** Whether the model's own variables are within tolerance of rest. */
    abstract boolean isOwnNearRest();

    /** Puts the model's own variables at rest. */
    abstract void ownRest();

    /** The model's own variables. */
    abstract ImmutableMap<String, float[]> own();

    @Override
    public final float[] arrivals(int receptor) {
        return receptors.arrivals(receptor);
    }

    @Override
    public final void changed() {
        receptors.changed();
    }

    @Override
    public final boolean isNearRest() {
        return receptors.isNearRest() && isOwnNearRest();
    }

    @Override
    public final void rest() {
        receptors.rest();
        ownRest();
    }

    @Override
    public final ImmutableMap<String, float[]> variables() {
        ImmutableMap.Builder<String, float[]> all = ImmutableMap.builder();
        all.putAll(own());
        receptors.addVariables(all);
        return all.build();
    }

    @Override
    public final void transfer(StateTransfer state) {
        PointDynamics.super.transfer(state);
        receptors.transfer(state);
    }

    /** Whether all of {@code values} are within {@code tolerance} of {@code target}. */
    static boolean areNear(float[] values, float target, float tolerance) {
        for (float value : values) {
            if (!(Math.abs(value - target) < tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** As an array of ND4J, shape {@code [1, neuron]}. */
    static INDArray row(float[] values) {
        return Nd4j.createFromArray(new float[][] {values});
    }

    static void copy(INDArray from, float[] to) {
        System.arraycopy(from.toFloatVector(), 0, to, 0, to.length);
    }
}
