package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * The circuit neuron in ND4J operations over {@code [1, neuron]}: the plain statement of the model, every neuron in
 * every step, nothing approximated.
 */
final class VectorizedIonicKernel implements NeuronKernel {
    private final IonicNeuron model;
    private final IonicCircuit circuit;
    private final KernelSettings settings;
    private final double dt;
    private INDArray v;
    private INDArray na;
    private INDArray k;
    private INDArray drive;
    private double rampAmperes;
    private double rampSlope;
    private long rampStep;
    private long clampedUntil;
    private final boolean[] disarmed;
    private final double[] joules;

    VectorizedIonicKernel(IonicNeuron model, KernelSettings settings) {
        this.model = model;
        this.circuit = model.circuit();
        this.settings = settings;
        this.dt = settings.step().si();
        CircuitState rest = circuit.rest();
        v = filled(rest.volts());
        na = filled(rest.sodiumFraction());
        k = filled(rest.potassiumFraction());
        drive = filled(0);
        disarmed = new boolean[settings.size()];
        joules = new double[settings.size()];
    }

    private INDArray filled(double value) {
        return Nd4j.valueArrayOf(new long[] {1, settings.size()}, value, Nd4j.dataType());
    }

    @Override
    public int size() {
        return settings.size();
    }

    @Override
    public void reset(long step) {
        CircuitState rest = circuit.rest();
        v.assign(rest.volts());
        na.assign(rest.sodiumFraction());
        k.assign(rest.potassiumFraction());
        drive.assign(0);
        rampAmperes = 0;
        rampSlope = 0;
        clampedUntil = step;
        Arrays.fill(disarmed, false);
        Arrays.fill(joules, 0);
    }

    @Override
    public void drive(long step, float[] amperes, double newRampAmperes, double newRampSlope) {
        drive = Nd4j.createFromArray(new float[][] {amperes});
        rampAmperes = newRampAmperes;
        rampSlope = newRampSlope;
        rampStep = step;
    }

    @Override
    public long due(long step) {
        return Math.max(step, clampedUntil);
    }

    @Override
    public void advance(long step, SpikeSink sink) {
        INDArray input = drive.add(rampAmperes + rampSlope * ((step - rampStep + 0.5) * dt));
        INDArray before = v;
        INDArray wattsBefore = watts();
        v = halfStep(input);
        na = slitStep(circuit.sodium(), na);
        k = slitStep(circuit.potassium(), k);
        v = halfStep(input);
        detect(step, sink, before.toFloatVector(), v.toFloatVector());
        if (settings.energy()) {
            float[] mean = wattsBefore.addi(watts()).toFloatVector();
            for (int j = 0; j < joules.length; j++) {
                joules[j] += mean[j] * dt / 2;
            }
        }
    }

    /** V_inf + (V - V_inf) exp(-g h / 2C). */
    private INDArray halfStep(INDArray input) {
        INDArray throughSodium = na.mul(circuit.sodium().maximalConductance().si());
        INDArray throughPotassium =
                k.mul(circuit.potassium().maximalConductance().si());
        double leak = circuit.leak().si();
        INDArray g = throughSodium.add(throughPotassium).addi(leak);
        INDArray steady = throughSodium
                .muli(circuit.sodiumBattery().si())
                .addi(throughPotassium.muli(circuit.potassiumBattery().si()))
                .addi(leak * circuit.leakBattery().si())
                .addi(input)
                .divi(g);
        INDArray keep = Transforms.exp(g.muli(-dt / (2 * circuit.capacitance().si())), false);
        return v.sub(steady).muli(keep).addi(steady);
    }

    /** (n + s k_d (2 - n)) / (1 + s (k_d + 2 k_a n)) with s = tanh(r h / 2) / r. */
    private INDArray slitStep(Slit slit, INDArray n) {
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
        INDArray r = Transforms.sqrt(ka.mul(4).addi(kd).muli(kd), false);
        INDArray s = Transforms.tanh(r.mul(dt / 2), false).divi(r);
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

    private void detect(long step, SpikeSink sink, float[] before, float[] after) {
        double threshold = model.threshold().si();
        for (int j = 0; j < after.length; j++) {
            if (after[j] < model.rearm().si()) {
                disarmed[j] = false;
            } else if (after[j] >= threshold && !disarmed[j]) {
                disarmed[j] = true;
                double inside = after[j] > before[j] ? (threshold - before[j]) / (after[j] - before[j]) : 0;
                sink.spike(j, (step + Math.max(0, Math.min(1, inside))) * dt);
            }
        }
    }

    @Override
    public void clamp(long fromStep, long toStep, double volts) {
        Check.require(toStep > fromStep, "Clamp: toStep", toStep, "must be after fromStep (" + fromStep + ")");
        double seconds = (toStep - fromStep) * dt;
        var sodiumClamp = new ClampedSlit(circuit.sodium(), volts, seconds);
        var potassiumClamp = new ClampedSlit(circuit.potassium(), volts, seconds);
        float[] sodium = na.toFloatVector();
        float[] potassium = k.toFloatVector();
        double acrossLeak = volts - circuit.leakBattery().si();
        for (int j = 0; j < sodium.length; j++) {
            if (settings.energy()) {
                joules[j] += sodiumClamp.joules(sodium[j], circuit.sodiumBattery())
                        + potassiumClamp.joules(potassium[j], circuit.potassiumBattery())
                        + circuit.leak().si() * acrossLeak * acrossLeak * seconds;
            }
            sodium[j] = sodiumClamp.advance(sodium[j]);
            potassium[j] = potassiumClamp.advance(potassium[j]);
        }
        na = Nd4j.createFromArray(new float[][] {sodium});
        k = Nd4j.createFromArray(new float[][] {potassium});
        v = filled(volts);
        if (volts < model.rearm().si()) {
            Arrays.fill(disarmed, false);
        }
        clampedUntil = toStep;
    }

    @Override
    public INDArray state(String variable, long step) {
        return switch (variable) {
            case "v" -> v.dup();
            case "nNa" -> na.dup();
            case "nK" -> k.dup();
            default ->
                throw new IllegalArgumentException(
                        "Neuron model 'ionic-neuron' has no state variable '" + variable + "'. Known: [nK, nNa, v].");
        };
    }

    @Override
    public double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        return joules[neuron];
    }
}
