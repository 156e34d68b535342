package org.ionspike.networks.readout;

import java.util.Arrays;

/** The error of output units whose scores compete: {@code target - softmax(scores)}, the target 1 for the true class. */
final class SoftmaxError {
    private SoftmaxError() {}

    /** One entry per class. */
    static double[] of(double[] scores, int label) {
        double largest = Arrays.stream(scores).max().orElse(0);
        double[] error =
                Arrays.stream(scores).map(score -> Math.exp(score - largest)).toArray();
        double sum = Arrays.stream(error).sum();
        for (int c = 0; c < error.length; c++) {
            error[c] = (c == label ? 1 : 0) - error[c] / sum;
        }
        return error;
    }
}
