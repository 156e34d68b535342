package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Sees what layers compute while they compute it. */
interface LayerObserver {
    /** Sees nothing. */
    LayerObserver NONE = step -> {};

    /** A layer was computed. */
    void computed(Step step);

    /**
     * A layer with what it read and gave.
     *
     * @param layer which
     * @param isLast whether its outputs are the answer
     * @param inputs {@code [sample, input]}
     * @param rows the factors of the product, {@code [sample * position, row entry]}
     * @param activations {@code [sample * position, unit]}
     * @param outputs {@code [sample, output]}
     */
    record Step(Layer layer, boolean isLast, INDArray inputs, INDArray rows, INDArray activations, INDArray outputs) {}
}
