package org.ionspike.engine.plasticity;

/**
 * w^mu of floats from 0 to 1: the power of the exponent and, interpolated, that of the mantissa. Relative error below
 * 3e-7 for mu from 0 to 1; 0 for numbers below the normal floats.
 */
final class PowerTable {
    private static final int MANTISSA_BITS = 23;
    private static final int INDEX_BITS = 10;
    private static final int REST_BITS = MANTISSA_BITS - INDEX_BITS;
    private static final int REST_MASK = (1 << REST_BITS) - 1;
    private static final float REST_SCALE = 1f / (1 << REST_BITS);
    private static final int INDEX_MASK = (1 << INDEX_BITS) - 1;
    private static final int BIAS = 127;

    private final float[] ofExponent = new float[2 * BIAS + 2];
    private final float[] ofMantissa = new float[(1 << INDEX_BITS) + 1];

    PowerTable(double mu) {
        for (int e = 1; e < ofExponent.length; e++) {
            ofExponent[e] = (float) Math.pow(2, (e - BIAS) * mu);
        }
        for (int m = 0; m < ofMantissa.length; m++) {
            ofMantissa[m] = (float) Math.pow(1 + m / (double) (1 << INDEX_BITS), mu);
        }
    }

    float of(float w) {
        int bits = Float.floatToRawIntBits(w);
        int index = bits >> REST_BITS & INDEX_MASK;
        float below = ofMantissa[index];
        float mantissa = below + (bits & REST_MASK) * REST_SCALE * (ofMantissa[index + 1] - below);
        return ofExponent[bits >>> MANTISSA_BITS] * mantissa;
    }
}
