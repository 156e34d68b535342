package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How the inputs of a layer meet its weights: every layer is a matrix product of rows of inputs with weights {@code [row
 * entry, unit]}, a row for each position.
 */
sealed interface LayerShape permits DenseShape, ConvolutionShape {
    /** Name of the layer, such as {@code hidden}. */
    String name();

    /** Inputs of a sample. */
    int inputs();

    /** Positions of a sample at which the weights are used. */
    int positions();

    /** Inputs at one position. */
    int rowLength();

    /** Units at one position. */
    int units();

    /**
     * The factors of the product.
     *
     * @param inputs {@code [sample, input]}
     * @return {@code [sample * position, row entry]}
     */
    INDArray rows(INDArray inputs);

    /**
     * What the next layer takes.
     *
     * @param activations {@code [sample * position, unit]}
     * @return {@code [sample, output]}
     */
    INDArray outputs(INDArray activations);

    /**
     * How often inputs that are not zero stand in a row; each time they meet a weight of every unit.
     *
     * @param inputs any shape whose entries are those of {@code [sample, input]}
     */
    long meetings(INDArray inputs);
}
