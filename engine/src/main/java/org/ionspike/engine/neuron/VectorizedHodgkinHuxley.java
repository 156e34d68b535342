package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** A step of {@link HodgkinHuxleyNeuron} in ND4J operations, nothing approximated; v is counted from rest. */
final class VectorizedHodgkinHuxley extends DrivenDynamics {
    private static final float TOLERANCE = 1e-5f;

    private final HodgkinHuxleyNeuron model;
    private final double dt;
    private final double rest;
    private final double factor;
    private final float[] m;
    private final float[] h;
    private final float[] n;

    VectorizedHodgkinHuxley(HodgkinHuxleyNeuron model, KernelSettings settings, ReceptorState receptors) {
        super(receptors, settings.size());
        this.model = model;
        dt = settings.step().si();
        rest = model.restingPotential().si();
        factor = model.rateFactor();
        m = new float[settings.size()];
        h = new float[settings.size()];
        n = new float[settings.size()];
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        INDArray v = row(from);
        INDArray volts = v.add(rest);
        relax(m, ratio(volts.add(0.040).div(0.010)).mul(1e3), exponential(volts, 0.065, 0.018, 4e3));
        relax(
                h,
                exponential(volts, 0.065, 0.020, 70),
                Transforms.sigmoid(volts.add(0.035).div(0.010)).mul(1e3));
        relax(n, ratio(volts.add(0.055).div(0.010)).mul(100), exponential(volts, 0.065, 0.080, 125));
        INDArray sodium =
                Transforms.pow(row(m), 3).mul(row(h)).mul(model.sodium().si());
        INDArray potassium = Transforms.pow(row(n), 4).mul(model.potassium().si());
        double leak = model.leak().si();
        INDArray siemens = sodium.add(potassium).add(leak);
        INDArray steady = sodium.mul(model.sodiumPotential().si() - rest)
                .add(potassium.mul(model.potassiumPotential().si() - rest))
                .add(leak * (model.leakPotential().si() - rest))
                .add(row(amperes))
                .div(siemens);
        INDArray decay = Transforms.exp(siemens.mul(-dt / model.capacitance().si()));
        copy(steady.add(v.sub(steady).mul(decay)), to);
    }

    private void relax(float[] gate, INDArray alpha, INDArray beta) {
        INDArray rate = alpha.add(beta);
        INDArray steady = alpha.div(rate);
        INDArray decay = Transforms.exp(rate.mul(-dt * factor));
        copy(steady.add(row(gate).sub(steady).mul(decay)), gate);
    }

    private static INDArray exponential(INDArray volts, double offset, double scale, double rate) {
        return Transforms.exp(volts.add(offset).div(-scale)).mul(rate);
    }

    /** x / (1 - e^-x) = y + y / tanh(y) with y = x / 2, kept off 0 / 0. */
    private static INDArray ratio(INDArray x) {
        INDArray y = x.mul(0.5);
        INDArray size = Transforms.max(Transforms.abs(y), 1e-6);
        return y.add(size.div(Transforms.tanh(size)));
    }

    private float restOf(HodgkinHuxleyRates gate) {
        return (float) gate.steady(rest);
    }

    @Override
    boolean isOwnNearRest() {
        return areNear(m, restOf(HodgkinHuxleyRates.M), TOLERANCE)
                && areNear(h, restOf(HodgkinHuxleyRates.H), TOLERANCE)
                && areNear(n, restOf(HodgkinHuxleyRates.N), TOLERANCE);
    }

    @Override
    void ownRest() {
        Arrays.fill(m, restOf(HodgkinHuxleyRates.M));
        Arrays.fill(h, restOf(HodgkinHuxleyRates.H));
        Arrays.fill(n, restOf(HodgkinHuxleyRates.N));
    }

    @Override
    ImmutableMap<String, float[]> own() {
        return ImmutableMap.of("m", m, "h", h, "n", n);
    }
}
