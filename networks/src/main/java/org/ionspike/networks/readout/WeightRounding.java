package org.ionspike.networks.readout;

import org.ionspike.engine.units.Check;

/** Weights in whole multiples of one step, as a digital readout holds them. */
final class WeightRounding {
    private static final int FEWEST_BITS = 2;
    private static final int MOST_BITS = 16;

    private WeightRounding() {}

    /**
     * Rounds to the nearest multiple of the step, which is the largest magnitude divided by 2^(bits-1) - 1.
     *
     * @param bits 2 to 16, the sign among them
     * @return a new matrix of the same shape
     */
    static float[][] of(float[][] weights, int bits) {
        Check.between("Readout.bits", bits, FEWEST_BITS, MOST_BITS);
        float largest = 0;
        for (float[] row : weights) {
            for (float weight : row) {
                largest = Math.max(largest, Math.abs(weight));
            }
        }
        float step = largest / ((1 << (bits - 1)) - 1);
        var rounded = new float[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            rounded[i] = new float[weights[i].length];
            for (int j = 0; j < rounded[i].length; j++) {
                rounded[i][j] = step == 0 ? 0 : step * Math.round(weights[i][j] / step);
            }
        }
        return rounded;
    }
}
