package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A layer in whole numbers: inputs 0 to 255, weights -127 to 127, sums of 32 bits. Whole numbers stand in doubles, which
 * hold each of these sums exactly.
 *
 * <pre>sum = x W + b;   rectified: y = min(255, max(0, floor(sum * factor + 1/2)));   last: y = sum * factor</pre>
 *
 * The factor of a unit brings its sum to the scale of the outputs; hardware has it as a multiplication and a shift.
 *
 * @param shape how inputs meet the weights
 * @param weights W, whole numbers, {@code [row entry, unit]}
 * @param bias b, whole numbers in the scale of the sums, {@code [1, unit]}
 * @param factor above 0, {@code [1, unit]}
 * @param rectified whether the outputs are the inputs of a further layer
 */
record IntegerLayer(LayerShape shape, INDArray weights, INDArray bias, INDArray factor, boolean rectified)
        implements Layer {
    /** Largest activation. */
    static final int LARGEST_INPUT = 255;

    /** Largest weight, and the smallest with the other sign. */
    static final int LARGEST_WEIGHT = 127;

    /** The sums, {@code [sample * position, unit]}. */
    INDArray sums(INDArray rows) {
        return rows.mmul(weights).addiRowVector(bias);
    }

    @Override
    public INDArray activations(INDArray rows) {
        INDArray scaled = sums(rows).muliRowVector(factor);
        return rectified ? wholeInputs(scaled) : scaled;
    }

    /** Rounds to the nearest whole number, halves up, and cuts to 0 to 255; in place. */
    static INDArray wholeInputs(INDArray scaled) {
        Transforms.floor(scaled.addi(0.5), false);
        Transforms.max(scaled, 0, false);
        return Transforms.min(scaled, LARGEST_INPUT, false);
    }
}
