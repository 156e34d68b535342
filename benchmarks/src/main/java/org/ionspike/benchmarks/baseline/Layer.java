package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer with weights, as it reads samples. */
interface Layer {
    /** How inputs meet the weights. */
    LayerShape shape();

    /** {@code [row entry, unit]}. */
    INDArray weights();

    /**
     * The matrix product with what follows it.
     *
     * @param rows {@code [sample * position, row entry]}
     * @return activations, {@code [sample * position, unit]}
     */
    INDArray activations(INDArray rows);
}
