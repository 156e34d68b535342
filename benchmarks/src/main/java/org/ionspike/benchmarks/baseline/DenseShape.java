package org.ionspike.benchmarks.baseline;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Every input meets every unit once.
 *
 * @param name of the layer
 * @param inputs of a sample
 * @param units of the layer
 */
record DenseShape(String name, int inputs, int units) implements LayerShape {
    @Override
    public int positions() {
        return 1;
    }

    @Override
    public int rowLength() {
        return inputs;
    }

    @Override
    public INDArray rows(INDArray samples) {
        return samples;
    }

    @Override
    public INDArray outputs(INDArray activations) {
        return activations;
    }

    @Override
    public long meetings(INDArray samples) {
        return NonZeros.in(samples);
    }
}
