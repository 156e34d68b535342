package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.IonicCircuit;

/** One time step of many circuit neurons by Strang splitting, in single-precision loops that the JIT vectorizes. */
final class FusedCircuit {
    private final FusedMembrane membrane;
    private final FusedSlit sodium;
    private final FusedSlit potassium;
    private final boolean sharedRates;
    private final float potassiumDensity;
    private final float[] kd;
    private final float[] ka;
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
        scratch = new float[size];
        scratch2 = new float[size];
    }

    /** Half a step of V, a step of both fractions, half a step of V, for the first {@code m} neurons. */
    void advance(float[] v, float[] na, float[] k, float[] input, int m) {
        membrane.halfStep(v, na, k, input, scratch, scratch2, m);
        sodium.rates(v, kd, ka, scratch, scratch2, m);
        sodium.advance(na, kd, ka, 1, scratch, m);
        if (!sharedRates) {
            potassium.rates(v, kd, ka, scratch, scratch2, m);
        }
        potassium.advance(k, kd, ka, potassiumDensity, scratch, m);
        membrane.halfStep(v, na, k, input, scratch, scratch2, m);
    }

    /** Power dissipated in W. */
    void watts(float[] v, float[] na, float[] k, float[] watts, int m) {
        membrane.watts(v, na, k, watts, m);
    }
}
