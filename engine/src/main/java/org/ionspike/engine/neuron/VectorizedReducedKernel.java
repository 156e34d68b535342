package org.ionspike.engine.neuron;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Reduced neurons whose spike times come from ND4J operations over {@code [1, neuron]} in single precision: times are
 * within a part in 1e5 of the fused kernel's, and neurons less than 1e-16 A apart may come in either order.
 */
final class VectorizedReducedKernel extends ReducedKernel {
    private UniformTable table = new UniformTable(amps -> amps, 0, 1, 1);
    private INDArray values = Nd4j.zeros(DataType.FLOAT, 1, 1);

    VectorizedReducedKernel(ReducedIonicNeuron model, KernelSettings settings) {
        super(model, settings);
    }

    /** {@code d = d_k + (p - k)(d_k+1 - d_k)} with p the position of the start on the table's grid and k its floor. */
    @Override
    void rampDelays(UniformTable law, double[] starts, double[] delays) {
        if (law != table) {
            table = law;
            values = row(law.values()).reshape(law.intervals() + 1, 1);
        }
        INDArray position = row(starts).subi(law.low()).muli(law.perStep());
        INDArray cell = Transforms.floor(position, true);
        cell = Transforms.max(Transforms.min(cell, law.intervals() - 1.0, false), 0, false);
        int[] index = cell.toIntVector();
        INDArray left = gather(index);
        for (int j = 0; j < index.length; j++) {
            index[j]++;
        }
        INDArray right = gather(index);
        float[] between = right.subi(left).muli(position.subi(cell)).addi(left).toFloatVector();
        for (int j = 0; j < delays.length; j++) {
            delays[j] = law.covers(starts[j]) ? between[j] : law.at(starts[j]);
        }
    }

    /** {@code atan2(w, x) / w + delay} with w^2 = k (I - I_th) from the rheobase on; below it most do not spike. */
    @Override
    void latencies(double[] states, double[] held, double[] delays) {
        double threshold = model().threshold().si();
        INDArray above = Transforms.max(row(held).subi(threshold), Float.MIN_NORMAL, false);
        INDArray w = Transforms.sqrt(above.muli(model().excitability()), false);
        // Transforms.atan2(x, y) is atan2(y, x)
        INDArray delay = Transforms.atan2(row(states), w)
                .divi(w)
                .addi(model().spikeDelay().si());
        float[] found = Transforms.max(delay, 0, false).toFloatVector();
        double rheobase = model().rheobase().si();
        for (int j = 0; j < delays.length; j++) {
            boolean always = held[j] >= rheobase && held[j] > threshold;
            delays[j] = always ? found[j] : model().latencyFrom(states[j], held[j]);
        }
    }

    /** By rows of a column; the gather operation of this ND4J ends the JVM when its indices form a row. */
    private INDArray gather(int[] index) {
        return Nd4j.pullRows(values, 1, index).reshape(1, index.length);
    }

    private static INDArray row(double[] entries) {
        return Nd4j.createFromArray(new double[][] {entries}).castTo(DataType.FLOAT);
    }
}
