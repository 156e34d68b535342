package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;

/**
 * Kinetics of one slit for many neurons in single precision, in loops small enough for the JIT to vectorize: no
 * {@code exp}, no {@code pow}, no branches.
 *
 * <p>Rates: x^p with x = E / E_s is x^floor(p), by multiplication, times a polynomial in x^(1/4), from square roots,
 * fitted to x^(p - floor(p)) where x^p matters beside K_0. Step: the exact solution at fixed voltage,
 *
 * <pre>n(h) = (n + s k_d (2 - n)) / (1 + s (k_d + 2 k_a n)),   s = tanh(r h / 2) / r,   r^2 = k_d (k_d + 4 k_a)</pre>
 *
 * at h / 2 and at h. tanh(z)/z of the half is the continued fraction of tanh, cut after seven terms, up to z = 6, and
 * tanh held from there on; that of the whole comes from it by the formula of the double argument. n stays in [0, 1] for
 * any step. Error of the rates below 2e-6 for exponents above 3, and below 1e-5 or refused for
 * others; error of one step below 1e-6 of n for r h below 4, below 5e-5 for any r h (all held by a test).
 */
final class FusedSlit {
    private static final int DEGREE = 7;
    private static final double LARGEST_ERROR = 1e-5;

    /** (r h / 4)^2 up to which tanh is computed; beyond it is held. */
    private static final float LARGEST_SQUARE = 36;

    private final float inverseField;
    private final float largestX;
    private final int wholePower;
    private final float center;
    private final float inverseHalfWidth;
    private final float[] polynomial;
    private final float k0;
    private final float kInf;
    private final float dissociationScale;
    private final float recombinationScale;
    private final float inverseRecombinationVolts;
    private final float halfStep;

    /**
     * Prepares the constants.
     *
     * @param largestVolts largest voltage at which K is represented; above it K stays at its value there
     */
    FusedSlit(Slit slit, double stepSeconds, double largestVolts) {
        double voltsScale = slit.dissociationField().si() * slit.length().si();
        double exponent = slit.dissociationExponent();
        inverseField = (float) (1 / voltsScale);
        largestX = (float) (largestVolts / voltsScale);
        wholePower = (int) Math.floor(exponent);
        double smallest = Math.pow(1e-3 * Math.max(slit.dissociationAtRest(), 1e-9), 1 / exponent);
        double low = Math.sqrt(Math.sqrt(Math.min(smallest, largestX / 2)));
        double high = Math.sqrt(Math.sqrt(largestX));
        center = (float) ((low + high) / 2);
        inverseHalfWidth = (float) (2 / (high - low));
        polynomial = fit(4 * (exponent - wholePower), (low + high) / 2, (high - low) / 2);
        k0 = (float) slit.dissociationAtRest();
        kInf = (float) slit.dissociationLimit();
        recombinationScale = (float) slit.recombinationRate(0);
        dissociationScale = (float) (slit.recombinationRate(0) / slit.density().si() * Slit.REFERENCE_DENSITY);
        inverseRecombinationVolts =
                (float) (1 / (slit.recombinationField().si() * slit.length().si()));
        halfStep = (float) (stepSeconds / 2);
        double error = rateError(slit, largestVolts);
        Check.require(
                error < LARGEST_ERROR,
                "Slit.dissociationExponent",
                exponent,
                "gives fused rates an error of " + error + ", above " + LARGEST_ERROR + "; use the vectorized backend");
    }

    /** Largest relative error of k_d, where 1e-9 of the recombination rate counts as 0. */
    private double rateError(Slit slit, double largestVolts) {
        int m = 256;
        var v = new float[m];
        for (int i = 0; i < m; i++) {
            // denser near 0, where the fit is strained
            v[i] = (float) (largestVolts * i * i / ((m - 1.0) * (m - 1.0)));
        }
        var kd = new float[m];
        rates(v, kd, new float[m], new float[m], new float[m], 0, m);
        double none = 1e-9 * dissociationScale;
        double error = 0;
        for (int i = 0; i < m; i++) {
            double exact = slit.dissociationRate(v[i]);
            error = Math.max(error, Math.abs(kd[i] - exact) / (exact + none));
        }
        return error;
    }

    /** Coefficients, lowest power first, of the polynomial in (s - center) / halfWidth nearest to s^power. */
    private static float[] fit(double power, double center, double halfWidth) {
        int count = DEGREE + 1;
        double[] chebyshev = new double[count];
        for (int node = 0; node < count; node++) {
            double angle = Math.PI * (node + 0.5) / count;
            double value = Math.pow(center + halfWidth * Math.cos(angle), power);
            for (int k = 0; k < count; k++) {
                chebyshev[k] += (k == 0 ? 1.0 : 2.0) / count * value * Math.cos(k * angle);
            }
        }
        double[] before = new double[count];
        double[] current = new double[count];
        double[] sum = new double[count];
        before[0] = 1;
        current[1] = 1;
        sum[0] = chebyshev[0];
        for (int k = 1; k < count; k++) {
            for (int c = 0; c < count; c++) {
                sum[c] += chebyshev[k] * current[c];
            }
            double[] next = new double[count];
            for (int c = 0; c < count; c++) {
                next[c] = (c > 0 ? 2 * current[c - 1] : 0) - before[c];
            }
            before = current;
            current = next;
        }
        var coefficients = new float[count];
        for (int c = 0; c < count; c++) {
            coefficients[c] = (float) sum[c];
        }
        return coefficients;
    }

    /**
     * Both rates at the given voltages.
     *
     * @param kd receives dissociation rates in 1/s
     * @param ka receives recombination rates in 1/s
     * @param x scratch
     * @param u scratch
     * @param from first neuron
     * @param to the one after the last
     */
    void rates(float[] v, float[] kd, float[] ka, float[] x, float[] u, int from, int to) {
        scaledField(v, x, from, to);
        fraction(x, u, from, to);
        int power = wholePower;
        while (power > 0) {
            if ((power & 1) != 0) {
                multiply(u, x, from, to);
            }
            power >>= 1;
            if (power > 0) {
                multiply(x, x, from, to);
            }
        }
        association(v, u, kd, ka, from, to);
    }

    private void scaledField(float[] v, float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            x[i] = Math.min(largestX, Math.abs(v[i]) * inverseField);
        }
    }

    private void fraction(float[] x, float[] u, int from, int to) {
        float c = center;
        float w = inverseHalfWidth;
        for (int i = from; i < to; i++) {
            u[i] = ((float) Math.sqrt((float) Math.sqrt(x[i])) - c) * w;
        }
        float p7 = polynomial[7];
        float p6 = polynomial[6];
        float p5 = polynomial[5];
        float p4 = polynomial[4];
        float p3 = polynomial[3];
        float p2 = polynomial[2];
        float p1 = polynomial[1];
        float p0 = polynomial[0];
        for (int i = from; i < to; i++) {
            float z = u[i];
            float value = p0 + z * (p1 + z * (p2 + z * (p3 + z * (p4 + z * (p5 + z * (p6 + z * p7))))));
            u[i] = Math.max(0f, value);
        }
    }

    private static void multiply(float[] u, float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            u[i] *= x[i];
        }
    }

    private void association(float[] v, float[] u, float[] kd, float[] ka, int from, int to) {
        for (int i = from; i < to; i++) {
            float k = k0 + u[i] * kInf / (kInf + u[i]);
            float faster = 1 + Math.abs(v[i]) * inverseRecombinationVolts;
            kd[i] = dissociationScale * faster * k;
            ka[i] = recombinationScale * faster;
        }
    }

    /**
     * Advances the mobile fractions by one step at fixed rates; {@code ka} is multiplied by {@code density}.
     *
     * @param mean receives the mean of n over the step, by Simpson's rule from its start, middle and end
     * @param change receives the change of n
     * @param t scratch
     */
    void advance(
            float[] n,
            float[] kd,
            float[] ka,
            float density,
            float[] mean,
            float[] change,
            float[] t,
            int from,
            int to) {
        float sixteenth = halfStep * halfStep / 4;
        float four = 4 * density;
        for (int i = from; i < to; i++) {
            t[i] = sixteenth * kd[i] * (kd[i] + four * ka[i]);
        }
        tangent(t, mean, from, to);
        // mean: s of the middle, t: s of the end
        float quarter = halfStep / 2;
        for (int i = from; i < to; i++) {
            float c = mean[i];
            t[i] = 2 * quarter * c / (1 + c * c * t[i]);
            mean[i] = quarter * c;
        }
        float twice = 2 * density;
        held(n, kd, ka, twice, mean, from, to);
        held(n, kd, ka, twice, t, from, to);
        for (int i = from; i < to; i++) {
            mean[i] = (n[i] + 4 * mean[i] + t[i]) * (1f / 6);
            change[i] = t[i] - n[i];
            n[i] = t[i];
        }
    }

    /** tanh(z) / z from z^2. */
    private static void tangent(float[] square, float[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            float beyond = Math.max(1f, (float) Math.sqrt(square[i] * (1 / LARGEST_SQUARE)));
            float q = Math.min(LARGEST_SQUARE, square[i]);
            float top = 2027025 + q * (270270 + q * (6930 + q * 36));
            float bottom = 2027025 + q * (945945 + q * (51975 + q * (630 + q)));
            c[i] = top / (bottom * beyond);
        }
    }

    /** n at fixed rates, from s. */
    private static void held(float[] n, float[] kd, float[] ka, float twice, float[] s, int from, int to) {
        for (int i = from; i < to; i++) {
            float a = s[i] * kd[i];
            float b = s[i] * ka[i] * twice;
            s[i] = Math.min(1f, (n[i] + a * (2 - n[i])) / (1 + a + b * n[i]));
        }
    }
}
