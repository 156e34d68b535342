package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A layer in single precision.
 *
 * <pre>y = x W + b;   rectified: max(0, y)</pre>
 *
 * @param shape how inputs meet the weights
 * @param weights W, {@code [row entry, unit]}
 * @param bias b, {@code [1, unit]}
 * @param rectified whether negative activations become 0
 */
record FloatLayer(LayerShape shape, INDArray weights, INDArray bias, boolean rectified) implements Layer {
    @Override
    public INDArray activations(INDArray rows) {
        INDArray sums = rows.mmul(weights).addiRowVector(bias);
        return rectified ? Transforms.relu(sums, false) : sums;
    }
}
