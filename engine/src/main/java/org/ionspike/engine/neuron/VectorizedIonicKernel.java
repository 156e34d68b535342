package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The circuit neuron in ND4J operations over {@code [1, neuron]}: the plain statement of the model, nothing
 * approximated. All neurons are computed in every step until all are at rest (see {@link RestPoint}); then none is.
 */
final class VectorizedIonicKernel implements NeuronKernel {
    private final IonicCircuit circuit;
    private final KernelSettings settings;
    private final double dt;
    private final SpikeDetector detector;
    private final RestPoint rest;
    private final float[] restWatts;
    private final KernelClock clock = new KernelClock();
    private INDArray v;
    private INDArray na;
    private INDArray k;
    private INDArray changeNa;
    private INDArray changeK;
    private float[] amperes;
    private INDArray drive;
    private final CommonRamp ramp;
    private long resetStep;
    private boolean asleep = true;
    private @Nullable Clamp clamp;
    private final double[] excessJoules;

    VectorizedIonicKernel(IonicNeuron model, KernelSettings settings) {
        this.circuit = model.circuit();
        this.settings = settings;
        this.dt = settings.step().si();
        this.ramp = new CommonRamp(dt);
        detector = new SpikeDetector(model, settings);
        rest = RestPoint.of(circuit);
        v = filled(rest.volts());
        na = filled(rest.sodium());
        k = filled(rest.potassium());
        changeNa = filled(0);
        changeK = filled(0);
        amperes = new float[settings.size()];
        drive = filled(0);
        excessJoules = new double[settings.size()];
        restWatts = watts().toFloatVector();
    }

    private INDArray filled(float value) {
        return Nd4j.valueArrayOf(new long[] {1, settings.size()}, value, DataType.FLOAT);
    }

    private static INDArray row(float[] values) {
        return Nd4j.createFromArray(new float[][] {values});
    }

    @Override
    public int size() {
        return settings.size();
    }

    @Override
    public void reset(long step) {
        clock.reset(step);
        detector.reset();
        v = filled(rest.volts());
        na = filled(rest.sodium());
        k = filled(rest.potassium());
        changeNa = filled(0);
        changeK = filled(0);
        amperes = new float[settings.size()];
        drive = filled(0);
        ramp.stop();
        resetStep = step;
        asleep = true;
        clamp = null;
        Arrays.fill(excessJoules, 0);
    }

    @Override
    public void drive(long step, float[] newAmperes, double rampAmperes, double rampSlope) {
        clock.reach(step);
        amperes = newAmperes.clone();
        drive = row(amperes);
        ramp.begin(step, rampAmperes, rampSlope);
        asleep = asleep && !ramp.isRunning();
        for (int j = 0; j < amperes.length && asleep; j++) {
            asleep = amperes[j] == 0;
        }
    }

    @Override
    public void drive(long step, int neuron, float current) {
        clock.reach(step);
        amperes[neuron] = current;
        drive.putScalar(0, neuron, current);
        asleep = asleep && current == 0;
    }

    @Override
    public float[] inputAmperes(long step) {
        return ramp.besides(amperes, step);
    }

    @Override
    public long due(long step) {
        if (asleep && settings.parking()) {
            return NEVER;
        }
        return clamp == null ? step : Math.max(step, clamp.toStep());
    }

    @Override
    public void advance(long step, SpikeSink sink) {
        clock.reach(step);
        if (clamp != null && step < clamp.toStep()) {
            return;
        }
        endClamp(step);
        clock.reach(step + 1);
        INDArray input = drive.add(ramp.amperes(step));
        float[] before = v.toFloatVector();
        INDArray wattsBefore = watts();
        INDArray middle = relaxed(ahead(na, changeNa), ahead(k, changeK), input, dt / 2);
        INDArray naBefore = na;
        INDArray kBefore = k;
        INDArray naMiddle = slitStep(circuit.sodium(), na, middle, dt / 2);
        INDArray kMiddle = slitStep(circuit.potassium(), k, middle, dt / 2);
        na = slitStep(circuit.sodium(), na, middle, dt);
        k = slitStep(circuit.potassium(), k, middle, dt);
        changeNa = na.sub(naBefore);
        changeK = k.sub(kBefore);
        v = relaxed(mean(naBefore, naMiddle, na), mean(kBefore, kMiddle, k), input, dt);
        float[] after = v.toFloatVector();
        for (int j = 0; j < after.length; j++) {
            detector.look(j, step, before[j], after[j], sink);
        }
        if (!ramp.isRunning()) {
            asleep = snapToRest(after);
        }
        if (settings.energy()) {
            account(wattsBefore.toFloatVector(), watts().toFloatVector());
        }
    }

    /** Sets neurons near rest and without input to rest; whether all are there. */
    private boolean snapToRest(float[] volts) {
        float[] sodium = na.toFloatVector();
        float[] potassium = k.toFloatVector();
        float[] naChange = changeNa.toFloatVector();
        float[] kChange = changeK.toFloatVector();
        boolean changed = false;
        boolean all = true;
        for (int j = 0; j < volts.length; j++) {
            if (amperes[j] == 0 && rest.isNear(volts[j], sodium[j], potassium[j])) {
                volts[j] = rest.volts();
                sodium[j] = rest.sodium();
                potassium[j] = rest.potassium();
                naChange[j] = 0;
                kChange[j] = 0;
                changed = true;
            } else {
                all = false;
            }
        }
        if (changed) {
            v = row(volts);
            na = row(sodium);
            k = row(potassium);
            changeNa = row(naChange);
            changeK = row(kChange);
        }
        return all;
    }

    /** Trapezoid rule on the power above rest, so that a neuron at rest adds exactly 0. */
    private void account(float[] before, float[] after) {
        for (int j = 0; j < after.length; j++) {
            excessJoules[j] += dt / 2 * ((before[j] - restWatts[j]) + (after[j] - restWatts[j]));
        }
    }

    /** n a quarter of a step ahead, as it changed in the step before. */
    private static INDArray ahead(INDArray n, INDArray change) {
        return Transforms.min(Transforms.max(change.mul(0.25).addi(n), 0, false), 1, false);
    }

    /** Simpson's rule. */
    private static INDArray mean(INDArray start, INDArray middle, INDArray end) {
        return middle.mul(4).addi(start).addi(end).divi(6);
    }

    /** V_inf + (V - V_inf) exp(-g h / C). */
    private INDArray relaxed(INDArray sodium, INDArray potassium, INDArray input, double seconds) {
        INDArray throughSodium =
                sodium.mul(circuit.sodium().maximalConductance().si());
        INDArray throughPotassium =
                potassium.mul(circuit.potassium().maximalConductance().si());
        double leak = circuit.leak().si();
        INDArray g = throughSodium.add(throughPotassium).addi(leak);
        INDArray steady = throughSodium
                .muli(circuit.sodiumBattery().si())
                .addi(throughPotassium.muli(circuit.potassiumBattery().si()))
                .addi(leak * circuit.leakBattery().si())
                .addi(input)
                .divi(g);
        INDArray keep = Transforms.exp(g.muli(-seconds / circuit.capacitance().si()), false);
        return v.sub(steady).muli(keep).addi(steady);
    }

    /** (n + s k_d (2 - n)) / (1 + s (k_d + 2 k_a n)) with s = tanh(r h / 2) / r. */
    private static INDArray slitStep(Slit slit, INDArray n, INDArray v, double seconds) {
        INDArray volts = Transforms.abs(v, true);
        INDArray u = Transforms.pow(
                volts.mul(1 / (slit.dissociationField().si() * slit.length().si())), slit.dissociationExponent());
        INDArray constant = u.mul(slit.dissociationLimit())
                .divi(u.add(slit.dissociationLimit()))
                .addi(slit.dissociationAtRest());
        INDArray ka = volts.mul(
                        1 / (slit.recombinationField().si() * slit.length().si()))
                .addi(1)
                .muli(slit.recombinationRate(0));
        INDArray kd =
                ka.mul(constant).muli(Slit.REFERENCE_DENSITY / slit.density().si());
        // r is kept off 0, where tanh(r h / 2) / r is h / 2 to single precision
        INDArray r = Transforms.max(Transforms.sqrt(ka.mul(4).addi(kd).muli(kd), false), 2e-4 / seconds, false);
        INDArray s = Transforms.tanh(r.mul(seconds / 2), false).divi(r);
        INDArray up = n.rsub(2).muli(kd).muli(s).addi(n);
        INDArray down = ka.mul(n).muli(2).addi(kd).muli(s).addi(1);
        return up.divi(down);
    }

    private INDArray watts() {
        INDArray sodium = Transforms.pow(v.sub(circuit.sodiumBattery().si()), 2, false)
                .muli(na)
                .muli(circuit.sodium().maximalConductance().si());
        INDArray potassium = Transforms.pow(v.sub(circuit.potassiumBattery().si()), 2, false)
                .muli(k)
                .muli(circuit.potassium().maximalConductance().si());
        INDArray leak = Transforms.pow(v.sub(circuit.leakBattery().si()), 2, false)
                .muli(circuit.leak().si());
        return sodium.addi(potassium).addi(leak);
    }

    @Override
    public void clamp(long fromStep, long toStep, double volts) {
        var next = new Clamp(circuit, dt, fromStep, toStep, volts);
        clock.reach(fromStep);
        endClamp(fromStep);
        v = filled((float) volts);
        asleep = false;
        clamp = next;
    }

    /** Brings the neurons to the end of the clamp in force: its release, or {@code step} if another one begins. */
    private void endClamp(long step) {
        if (clamp == null) {
            return;
        }
        ClampedCircuit clamped = clamp.until(step);
        float[] sodium = na.toFloatVector();
        float[] potassium = k.toFloatVector();
        for (int j = 0; j < sodium.length && settings.energy(); j++) {
            excessJoules[j] += clamped.joules(sodium[j], potassium[j]) - restWatts[j] * clamp.secondsUntil(step);
        }
        clamped.advanceSodium(sodium, sodium.length);
        clamped.advancePotassium(potassium, potassium.length);
        na = row(sodium);
        k = row(potassium);
        changeNa = filled(0);
        changeK = filled(0);
        detector.release(clamp.volts());
        clamp = null;
    }

    @Override
    public void transfer(StateTransfer state) {
        clock.transfer(state);
        detector.transfer(state);
        v = transfer(state, "v", v);
        na = transfer(state, "na", na);
        k = transfer(state, "k", k);
        changeNa = transfer(state, "changeNa", changeNa);
        changeK = transfer(state, "changeK", changeK);
        state.array("amperes", amperes);
        drive = row(amperes);
        state.array("excessJoules", excessJoules);
        ramp.transfer(state);
        resetStep = state.whole("resetStep", resetStep);
        asleep = state.flag("asleep", asleep);
        clamp = Clamp.transfer(state, clamp, circuit, dt);
    }

    private static INDArray transfer(StateTransfer state, String name, INDArray values) {
        float[] copy = values.toFloatVector();
        state.array(name, copy);
        return row(copy);
    }

    @Override
    public INDArray state(String variable, long step) {
        INDArray now = switch (variable) {
            case "v" -> v;
            case "nNa" -> na;
            case "nK" -> k;
            default ->
                throw new IllegalArgumentException(
                        "Neuron model 'ionic-neuron' has no state variable '" + variable + "'. Known: [nK, nNa, v].");
        };
        if (clamp == null) {
            return now.dup();
        }
        float[] values = now.toFloatVector();
        clamp.until(step).advance(variable, values);
        return row(values);
    }

    @Override
    public double restWatts() {
        return restWatts[0];
    }

    @Override
    public double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        double joules = restWatts[neuron] * ((step - resetStep) * dt) + excessJoules[neuron];
        if (clamp != null) {
            joules += clamp.until(step).joules(na.getFloat(0, neuron), k.getFloat(0, neuron))
                    - restWatts[neuron] * clamp.secondsUntil(step);
        }
        return joules;
    }
}
