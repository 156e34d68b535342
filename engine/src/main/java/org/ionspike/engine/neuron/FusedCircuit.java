package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.IonicCircuit;

/**
 * One time step of many circuit neurons in single-precision loops that the JIT vectorizes. {@link IonicNeuron} states the
 * scheme.
 */
final class FusedCircuit {
    /** Long enough that the entries which a loop does one by one at its ends count little. */
    private static final int BLOCK = 2_048;

    private final FusedMembrane membrane;
    private final FusedSlit sodium;
    private final FusedSlit potassium;
    private final boolean sharedRates;
    private final float potassiumDensity;
    private final float[] kd;
    private final float[] ka;
    private final float[] middle;
    private final float[] meanNa;
    private final float[] meanK;
    private final float[] scratch;
    private final float[] scratch2;

    FusedCircuit(IonicCircuit circuit, double dtSeconds, int size) {
        double largest = 1.2
                * Math.max(
                        Math.abs(circuit.sodiumBattery().si()),
                        Math.abs(circuit.potassiumBattery().si()));
        membrane = new FusedMembrane(circuit, dtSeconds);
        sodium = new FusedSlit(circuit.sodium(), dtSeconds, largest);
        potassium = new FusedSlit(circuit.potassium(), dtSeconds, largest);
        // slits that differ in density and number alone have the same k_d, and k_a in the ratio of the densities
        sharedRates = circuit.potassium()
                .withDensity(circuit.sodium().density())
                .withMultiplicity(circuit.sodium().multiplicity())
                .equals(circuit.sodium());
        potassiumDensity = sharedRates
                ? (float) (circuit.potassium().density().si()
                        / circuit.sodium().density().si())
                : 1;
        kd = new float[size];
        ka = new float[size];
        middle = new float[size];
        meanNa = new float[size];
        meanK = new float[size];
        scratch = new float[size];
        scratch2 = new float[size];
    }

    /**
     * Advances some neurons, a block at a time, so that what one loop leaves is still in the nearest
     * cache for the next.
     *
     * @param changeNa change of n_Na in the step before; receives that in this one
     * @param changeK change of n_K in the step before; receives that in this one
     */
    void advance(
            float[] v, float[] na, float[] k, float[] changeNa, float[] changeK, float[] input, int first, int end) {
        for (int from = first; from < end; from += BLOCK) {
            advanceBlock(v, na, k, changeNa, changeK, input, from, Math.min(from + BLOCK, end));
        }
    }

    private void advanceBlock(
            float[] v, float[] na, float[] k, float[] changeNa, float[] changeK, float[] input, int from, int to) {
        ahead(na, changeNa, meanNa, from, to);
        ahead(k, changeK, meanK, from, to);
        membrane.half(v, meanNa, meanK, input, middle, scratch, scratch2, from, to);
        sodium.rates(middle, kd, ka, scratch, scratch2, from, to);
        sodium.advance(na, kd, ka, 1, meanNa, changeNa, scratch, from, to);
        if (!sharedRates) {
            potassium.rates(middle, kd, ka, scratch, scratch2, from, to);
        }
        potassium.advance(k, kd, ka, potassiumDensity, meanK, changeK, scratch, from, to);
        membrane.whole(v, meanNa, meanK, input, scratch, scratch2, from, to);
    }

    /** n a quarter of a step ahead, as it changed in the step before: its mean over the first half. */
    private static void ahead(float[] n, float[] change, float[] quarter, int from, int to) {
        for (int i = from; i < to; i++) {
            quarter[i] = Math.min(1f, Math.max(0f, n[i] + 0.25f * change[i]));
        }
    }

    /** Power dissipated in W. */
    void watts(float[] v, float[] na, float[] k, float[] watts, int first, int end) {
        membrane.watts(v, na, k, watts, first, end);
    }
}
