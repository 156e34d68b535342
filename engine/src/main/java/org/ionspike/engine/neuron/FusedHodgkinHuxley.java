package org.ionspike.engine.neuron;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;

/**
 * A step of {@link HodgkinHuxleyNeuron} in single precision; v is counted from rest. What a step makes of the gates, x -> x
 * e^(-h / tau) + x_inf (1 - e^(-h / tau)), is read from tables of both terms, 0.1 mV apart from -150 to 100 mV and constant
 * beyond, linear in between: error below 3e-6 (held by a test). The decay of the membrane is the 16th power of a [3/3] Pade
 * approximant.
 */
final class FusedHodgkinHuxley extends DrivenDynamics {
    private static final double LOWEST = -0.150;
    private static final double HIGHEST = 0.100;
    private static final int INTERVALS = 2_500;
    private static final int COLUMNS = 6;
    private static final float TOLERANCE = 1e-5f;
    private static final float LARGEST = 60f / 16;

    /** Rows of what a gate goes of its way in a step, and where to: m, h and n. */
    private final float[] table = new float[COLUMNS * (INTERVALS + 1)];

    private final float perInterval;
    private final float low;
    private final float[] restOf = new float[3];
    private final float[][] gates;
    private final float sodium;
    private final float potassium;
    private final float leak;
    private final float sodiumPotential;
    private final float potassiumPotential;
    private final float leakPotential;
    private final float sixteenthStepPerFarad;
    private final float[] siemens;
    private final float[] steady;

    FusedHodgkinHuxley(HodgkinHuxleyNeuron model, KernelSettings settings, ReceptorState receptors) {
        super(receptors, settings.size());
        double rest = model.restingPotential().si();
        double h = settings.step().si();
        double interval = (HIGHEST - LOWEST) / INTERVALS;
        double first = rest - interval * Math.ceil((rest - LOWEST) / interval); // so that rest stands in the table
        HodgkinHuxleyRates[] inOrder = HodgkinHuxleyRates.values();
        for (int k = 0; k < inOrder.length; k++) {
            HodgkinHuxleyRates gate = inOrder[k];
            restOf[k] = (float) gate.steady(rest);
            for (int row = 0; row <= INTERVALS; row++) {
                double volts = first + interval * row;
                table[COLUMNS * row + 2 * k] = (float) (1 - gate.decay(volts, h, model.rateFactor()));
                table[COLUMNS * row + 2 * k + 1] = (float) gate.steady(volts);
            }
        }
        perInterval = (float) (1 / interval);
        low = (float) (first - rest);
        sodium = (float) model.sodium().si();
        potassium = (float) model.potassium().si();
        leak = (float) model.leak().si();
        sodiumPotential = (float) (model.sodiumPotential().si() - rest);
        potassiumPotential = (float) (model.potassiumPotential().si() - rest);
        leakPotential = (float) (model.leakPotential().si() - rest);
        sixteenthStepPerFarad = (float) (h / (16 * model.capacitance().si()));
        gates = new float[3][settings.size()];
        siemens = new float[settings.size()];
        steady = new float[settings.size()];
    }

    @Override
    public boolean splits() {
        return true;
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        advanceGates(from, first, end);
        conduct(amperes, first, end);
        for (int j = first; j < end; j++) {
            float z = Math.min(LARGEST, siemens[j] * sixteenthStepPerFarad);
            float square = z * z;
            float even = 1 + square * 0.1f;
            float odd = z * (0.5f + square * (1f / 120));
            siemens[j] = (even - odd) / (even + odd);
        }
        for (int j = first; j < end; j++) {
            float decay = siemens[j] * siemens[j];
            decay *= decay;
            decay *= decay;
            decay *= decay;
            to[j] = steady[j] + (from[j] - steady[j]) * decay;
        }
    }

    private void advanceGates(float[] v, int first, int end) {
        float[] m = gates[0];
        float[] h = gates[1];
        float[] n = gates[2];
        for (int j = first; j < end; j++) {
            float position = Math.max(0, Math.min(INTERVALS - 0.001f, (v[j] - low) * perInterval));
            int interval = (int) position;
            float part = position - interval;
            int at = COLUMNS * interval;
            m[j] += between(at, part) * (between(at + 1, part) - m[j]);
            h[j] += between(at + 2, part) * (between(at + 3, part) - h[j]);
            n[j] += between(at + 4, part) * (between(at + 5, part) - n[j]);
        }
    }

    private float between(int at, float part) {
        return table[at] + part * (table[at + COLUMNS] - table[at]);
    }

    /** Conductance, and the voltage that it and the input lead to. */
    private void conduct(float[] amperes, int first, int end) {
        float[] m = gates[0];
        float[] h = gates[1];
        float[] n = gates[2];
        for (int j = first; j < end; j++) {
            siemens[j] = sodium * m[j] * m[j] * m[j] * h[j];
        }
        for (int j = first; j < end; j++) {
            float open = n[j] * n[j];
            open *= potassium * open;
            steady[j] = siemens[j] * sodiumPotential + open * potassiumPotential + amperes[j];
            siemens[j] += open + leak;
        }
        for (int j = first; j < end; j++) {
            steady[j] = (steady[j] + leak * leakPotential) / siemens[j];
        }
    }

    @Override
    boolean isOwnNearRest() {
        for (int k = 0; k < gates.length; k++) {
            if (!areNear(gates[k], restOf[k], TOLERANCE)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void ownRest() {
        for (int k = 0; k < gates.length; k++) {
            Arrays.fill(gates[k], restOf[k]);
        }
    }

    @Override
    ImmutableMap<String, float[]> own() {
        return ImmutableMap.of("m", gates[0], "h", gates[1], "n", gates[2]);
    }
}
