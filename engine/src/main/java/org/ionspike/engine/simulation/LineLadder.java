package org.ionspike.engine.simulation;

/**
 * The voltage along a crossbar line whose wire has a resistance r from each device to the next, and from the driver to the
 * first; the columns are virtual grounds without resistance.
 *
 * <pre>V_k = V_(k-1) / (1 + r Y_k)      Y_k = g_k + Y_(k+1) / (1 + r Y_(k+1)),   Y_(N+1) = 0</pre>
 *
 * g_k is what the device conducts, Y_k the admittance seen from the driver's side of device k. To first order in r this
 * is {@code V_k / V = 1 - r sum_m min(k, m) g_m}; the recursion solves the line alone for any r. It leaves out the
 * resistance of the columns, and that a device at a lower voltage opens less: it holds while the drop
 * {@code r sum_m m g_m} stays well below 1. Kirchhoff's laws; our choice of what to leave out.
 */
final class LineLadder {
    private LineLadder() {}

    /**
     * Multiplies factors by the share of the driver's voltage that reaches each device.
     *
     * @param siemens conductances in the order along the line, without transmission
     * @param transmission share of them that conducts
     * @param ohms r
     */
    static void multiply(float[] siemens, double transmission, double ohms, float[] factors) {
        double[] beyond = new double[siemens.length + 1];
        for (int k = siemens.length - 1; k >= 0; k--) {
            beyond[k] = transmission * siemens[k] + beyond[k + 1] / (1 + ohms * beyond[k + 1]);
        }
        double share = 1;
        for (int k = 0; k < siemens.length; k++) {
            share /= 1 + ohms * beyond[k];
            factors[k] *= (float) share;
        }
    }
}
