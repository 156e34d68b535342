package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Check;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The circuit neuron in fused single-precision loops. Neurons that are away from rest sit in the first {@code active}
 * slots of the state arrays; a neuron at rest without input leaves its slot to the last one and costs nothing.
 *
 * <p>A neuron without input that comes within 1 uV of rest, and its mobile fractions within 1e-4 of theirs, is set to
 * rest, whether parking is on or not; so parking changes no result. (1e-4 of n_K is 5 fA of current.)
 */
final class FusedIonicKernel implements NeuronKernel {
    private static final float REST_VOLTS = 1e-6f;
    private static final float REST_FRACTION = 1e-4f;
    private static final int UNPARKED = -1;

    private final IonicNeuron model;
    private final IonicCircuit circuit;
    private final KernelSettings settings;
    private final double dt;
    private final FusedMembrane membrane;
    private final FusedSlit sodium;
    private final FusedSlit potassium;
    private final boolean sharedRates;
    private final float potassiumDensity;
    private final float restVolts;
    private final float restSodium;
    private final float restPotassium;
    private final float restWatts;

    private final float[] v;
    private final float[] na;
    private final float[] k;
    private final float[] drive;
    private final float[] watts;
    private final int[] neuronAt;
    private final int[] slotOf;
    private int active;

    private final float[] amperes;
    private final boolean[] disarmed;
    private final double[] excessJoules;
    private double rampAmperes;
    private double rampSlope;
    private long rampStep;
    private long resetStep;
    private long clampedUntil;

    private final float[] vBefore;
    private final float[] input;
    private final float[] kd;
    private final float[] ka;
    private final float[] scratch;
    private final float[] scratch2;

    FusedIonicKernel(IonicNeuron model, KernelSettings settings) {
        this.model = model;
        this.circuit = model.circuit();
        this.settings = settings;
        this.dt = settings.step().si();
        double largest = 1.2
                * Math.max(
                        Math.abs(circuit.sodiumBattery().si()),
                        Math.abs(circuit.potassiumBattery().si()));
        membrane = new FusedMembrane(circuit, dt);
        sodium = new FusedSlit(circuit.sodium(), dt, largest);
        potassium = new FusedSlit(circuit.potassium(), dt, largest);
        sharedRates = circuit.potassium()
                .withDensity(circuit.sodium().density())
                .withMultiplicity(circuit.sodium().multiplicity())
                .equals(circuit.sodium());
        potassiumDensity = sharedRates
                ? (float) (circuit.potassium().density().si()
                        / circuit.sodium().density().si())
                : 1;
        CircuitState rest = circuit.rest();
        restVolts = (float) rest.volts();
        restSodium = (float) rest.sodiumFraction();
        restPotassium = (float) rest.potassiumFraction();
        int size = settings.size();
        v = new float[size];
        na = new float[size];
        k = new float[size];
        drive = new float[size];
        watts = new float[size];
        neuronAt = new int[size];
        slotOf = new int[size];
        amperes = new float[size];
        disarmed = new boolean[size];
        excessJoules = new double[size];
        vBefore = new float[size];
        input = new float[size];
        kd = new float[size];
        ka = new float[size];
        scratch = new float[size];
        scratch2 = new float[size];
        restWatts = membrane.watts(restVolts, restSodium, restPotassium);
        reset(0);
    }

    @Override
    public int size() {
        return amperes.length;
    }

    @Override
    public void reset(long step) {
        Arrays.fill(amperes, 0);
        Arrays.fill(disarmed, false);
        Arrays.fill(excessJoules, 0);
        rampAmperes = 0;
        rampSlope = 0;
        resetStep = step;
        clampedUntil = step;
        active = 0;
        Arrays.fill(slotOf, UNPARKED);
        if (!settings.parking()) {
            wakeAll();
        }
    }

    @Override
    public void drive(long step, float[] newAmperes, double newRampAmperes, double newRampSlope) {
        System.arraycopy(newAmperes, 0, amperes, 0, amperes.length);
        rampAmperes = newRampAmperes;
        rampSlope = newRampSlope;
        rampStep = step;
        boolean common = hasRamp();
        for (int j = 0; j < amperes.length; j++) {
            if (slotOf[j] == UNPARKED && (common || amperes[j] != 0)) {
                wake(j);
            }
        }
        for (int slot = 0; slot < active; slot++) {
            drive[slot] = amperes[neuronAt[slot]];
        }
    }

    private boolean hasRamp() {
        return rampAmperes != 0 || rampSlope != 0;
    }

    private void wakeAll() {
        for (int j = 0; j < amperes.length; j++) {
            if (slotOf[j] == UNPARKED) {
                wake(j);
            }
        }
    }

    private void wake(int neuron) {
        int slot = active++;
        neuronAt[slot] = neuron;
        slotOf[neuron] = slot;
        v[slot] = restVolts;
        na[slot] = restSodium;
        k[slot] = restPotassium;
        watts[slot] = restWatts;
        drive[slot] = amperes[neuron];
    }

    private void park(int slot) {
        slotOf[neuronAt[slot]] = UNPARKED;
        int last = --active;
        if (slot != last) {
            neuronAt[slot] = neuronAt[last];
            slotOf[neuronAt[slot]] = slot;
            v[slot] = v[last];
            na[slot] = na[last];
            k[slot] = k[last];
            watts[slot] = watts[last];
            drive[slot] = drive[last];
        }
    }

    @Override
    public long due(long step) {
        return active == 0 ? NEVER : Math.max(step, clampedUntil);
    }

    @Override
    public void advance(long step, SpikeSink sink) {
        int m = active;
        float common = (float) (rampAmperes + rampSlope * ((step - rampStep + 0.5) * dt));
        for (int i = 0; i < m; i++) {
            input[i] = drive[i] + common;
        }
        System.arraycopy(v, 0, vBefore, 0, m);
        membrane.halfStep(v, na, k, input, scratch, scratch2, m);
        sodium.rates(v, kd, ka, scratch, scratch2, m);
        sodium.advance(na, kd, ka, 1, scratch, m);
        if (!sharedRates) {
            potassium.rates(v, kd, ka, scratch, scratch2, m);
        }
        potassium.advance(k, kd, ka, potassiumDensity, scratch, m);
        membrane.halfStep(v, na, k, input, scratch, scratch2, m);
        detect(step, sink, m);
        boolean rests = !hasRamp();
        if (rests) {
            snapToRest(m);
        }
        if (settings.energy()) {
            account(m);
        }
        if (rests && settings.parking()) {
            parkRested();
        }
    }

    private void detect(long step, SpikeSink sink, int m) {
        float threshold = (float) model.threshold().si();
        float rearm = (float) model.rearm().si();
        for (int i = 0; i < m; i++) {
            if (v[i] >= rearm || vBefore[i] >= rearm) {
                int neuron = neuronAt[i];
                if (v[i] < rearm) {
                    disarmed[neuron] = false;
                } else if (v[i] >= threshold && !disarmed[neuron]) {
                    disarmed[neuron] = true;
                    float inside = v[i] > vBefore[i] ? (threshold - vBefore[i]) / (v[i] - vBefore[i]) : 0;
                    sink.spike(neuron, (step + Math.max(0f, Math.min(1f, inside))) * dt);
                }
            }
        }
    }

    private boolean isNearRest(int slot) {
        return drive[slot] == 0
                && Math.abs(v[slot] - restVolts) < REST_VOLTS
                && Math.abs(na[slot] - restSodium) < REST_FRACTION * restSodium
                && Math.abs(k[slot] - restPotassium) < REST_FRACTION * restPotassium;
    }

    private void snapToRest(int m) {
        for (int i = 0; i < m; i++) {
            if (isNearRest(i)) {
                v[i] = restVolts;
                na[i] = restSodium;
                k[i] = restPotassium;
            }
        }
    }

    private void parkRested() {
        for (int i = active - 1; i >= 0; i--) {
            if (drive[i] == 0 && v[i] == restVolts && na[i] == restSodium && k[i] == restPotassium) {
                park(i);
            }
        }
    }

    /** Trapezoid rule on the power above rest, so that a neuron at rest adds exactly 0. */
    private void account(int m) {
        membrane.watts(v, na, k, scratch, m);
        double half = dt / 2;
        for (int i = 0; i < m; i++) {
            excessJoules[neuronAt[i]] += half * ((watts[i] - restWatts) + (scratch[i] - restWatts));
        }
        System.arraycopy(scratch, 0, watts, 0, m);
    }

    @Override
    public void clamp(long fromStep, long toStep, double volts) {
        Check.require(toStep > fromStep, "Clamp: toStep", toStep, "must be after fromStep (" + fromStep + ")");
        wakeAll();
        double seconds = (toStep - fromStep) * dt;
        var sodiumClamp = new ClampedSlit(circuit.sodium(), volts, seconds);
        var potassiumClamp = new ClampedSlit(circuit.potassium(), volts, seconds);
        for (int i = 0; i < active; i++) {
            if (settings.energy()) {
                excessJoules[neuronAt[i]] += sodiumClamp.joules(na[i], circuit.sodiumBattery())
                        + potassiumClamp.joules(k[i], circuit.potassiumBattery())
                        + membrane.leakWatts(volts) * seconds
                        - restWatts * seconds;
            }
            v[i] = (float) volts;
            na[i] = sodiumClamp.advance(na[i]);
            k[i] = potassiumClamp.advance(k[i]);
        }
        if (volts < model.rearm().si()) {
            Arrays.fill(disarmed, false);
        }
        membrane.watts(v, na, k, watts, active);
        clampedUntil = toStep;
    }

    @Override
    public INDArray state(String variable, long step) {
        float[] slots = switch (variable) {
            case "v" -> v;
            case "nNa" -> na;
            case "nK" -> k;
            default ->
                throw new IllegalArgumentException(
                        "Neuron model 'ionic-neuron' has no state variable '" + variable + "'. Known: [nK, nNa, v].");
        };
        float rest = switch (variable) {
            case "v" -> restVolts;
            case "nNa" -> restSodium;
            default -> restPotassium;
        };
        var values = new float[1][size()];
        for (int j = 0; j < size(); j++) {
            values[0][j] = slotOf[j] == UNPARKED ? rest : slots[slotOf[j]];
        }
        return Nd4j.createFromArray(values);
    }

    @Override
    public double dissipatedJoules(int neuron, long step) {
        Check.require(settings.energy(), "KernelSettings.energy", false, "must be true to read dissipated energy");
        return restWatts * ((step - resetStep) * dt) + excessJoules[neuron];
    }
}
