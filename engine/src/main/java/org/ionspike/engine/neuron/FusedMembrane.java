package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.IonicCircuit;

/**
 * The membrane of many circuit neurons at fixed mobile fractions, in single precision: half a time step or a whole one of V,
 * and the power dissipated.
 *
 * <pre>V(h) = V_inf + (V - V_inf) e^-y,   y = g h / C,   g = g_Na n_Na + g_K n_K + g_L</pre>
 *
 * e^-y is the fourth power of the [2/2] Pade approximant at y/4: relative error below 5e-7 (rounding) up to y = 0.6,
 * where spikes live at 5 us, below 2e-3 up to y = 3, and absolute error below 2e-4 for any y.
 */
final class FusedMembrane {
    /** y / 4 where the approximant is least, sqrt(12); beyond, it would rise again. */
    private static final float LARGEST_QUARTER = 3.4641f;

    private final float gNa;
    private final float gK;
    private final float gL;
    private final float eNa;
    private final float eK;
    private final float eL;
    private final float eighthStepPerFarad;

    FusedMembrane(IonicCircuit circuit, double dtSeconds) {
        gNa = (float) circuit.sodium().maximalConductance().si();
        gK = (float) circuit.potassium().maximalConductance().si();
        gL = (float) circuit.leak().si();
        eNa = (float) circuit.sodiumBattery().si();
        eK = (float) circuit.potassiumBattery().si();
        eL = (float) circuit.leakBattery().si();
        eighthStepPerFarad = (float) (dtSeconds / (8 * circuit.capacitance().si()));
    }

    /**
     * Half a step from {@code v} into {@code after}.
     *
     * @param g scratch
     * @param steady scratch
     */
    void half(
            float[] v,
            float[] na,
            float[] k,
            float[] input,
            float[] after,
            float[] g,
            float[] steady,
            int from,
            int to) {
        conduct(na, k, input, g, steady, from, to);
        decay(g, eighthStepPerFarad, from, to);
        relax(v, steady, g, after, from, to);
    }

    /** A whole step of {@code v}. */
    void whole(float[] v, float[] na, float[] k, float[] input, float[] g, float[] steady, int from, int to) {
        conduct(na, k, input, g, steady, from, to);
        decay(g, 2 * eighthStepPerFarad, from, to);
        relax(v, steady, g, v, from, to);
    }

    private void conduct(float[] na, float[] k, float[] input, float[] g, float[] steady, int from, int to) {
        for (int i = from; i < to; i++) {
            float a = gNa * na[i];
            float b = gK * k[i];
            g[i] = a + b + gL;
            steady[i] = (a * eNa + b * eK + gL * eL + input[i]) / g[i];
        }
    }

    private static void decay(float[] g, float quarter, int from, int to) {
        for (int i = from; i < to; i++) {
            float z = Math.min(LARGEST_QUARTER, g[i] * quarter);
            float even = 1 + z * z * (1f / 12);
            float odd = 0.5f * z;
            float e = (even - odd) / (even + odd);
            float e2 = e * e;
            g[i] = e2 * e2;
        }
    }

    private static void relax(float[] v, float[] steady, float[] keep, float[] after, int from, int to) {
        for (int i = from; i < to; i++) {
            after[i] = steady[i] + (v[i] - steady[i]) * keep[i];
        }
    }

    /** Power dissipated in W: the sum of g n (V - E)^2. */
    void watts(float[] v, float[] na, float[] k, float[] watts, int from, int to) {
        for (int i = from; i < to; i++) {
            float a = v[i] - eNa;
            float b = v[i] - eK;
            float c = v[i] - eL;
            watts[i] = gNa * na[i] * a * a + gK * k[i] * b * b + gL * c * c;
        }
    }
}
