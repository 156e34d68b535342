package org.ionspike.engine.neuron;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.ops.NDBase;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Reduced neurons whose spike times come from ND4J operations over {@code [1, neuron]} in single precision: times are
 * within a part in 1e5 of the fused kernel's, and neurons less than 1e-16 A apart may come in either order.
 */
final class VectorizedReducedKernel extends ReducedKernel {
    private static final NDBase BASE = new NDBase();

    private UniformTable table = new UniformTable(amps -> amps, 0, 1, 1);
    private INDArray values = Nd4j.zeros(DataType.FLOAT, 1);

    VectorizedReducedKernel(ReducedIonicNeuron model, KernelSettings settings) {
        super(model, settings);
    }

    /** {@code d = d_k + (p - k)(d_k+1 - d_k)} with p the position of the start on the table's grid and k its floor. */
    @Override
    void rampDelays(UniformTable law, double[] starts, double[] delays) {
        if (law != table) {
            table = law;
            values = Nd4j.createFromArray(law.values()).castTo(DataType.FLOAT);
        }
        INDArray position = row(starts).subi(law.low()).muli(law.perStep());
        INDArray cell = Transforms.floor(position, true);
        cell = Transforms.max(Transforms.min(cell, law.intervals() - 1.0, false), 0, false);
        INDArray index = cell.castTo(DataType.INT32);
        INDArray left = BASE.gather(values, index, 0);
        INDArray right = BASE.gather(values, index.add(1), 0);
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
        INDArray delay = Transforms.atan2(w, row(states))
                .divi(w)
                .addi(model().spikeDelay().si());
        float[] found = Transforms.max(delay, 0, false).toFloatVector();
        double rheobase = model().rheobase().si();
        for (int j = 0; j < delays.length; j++) {
            boolean always = held[j] >= rheobase && held[j] > threshold;
            delays[j] = always ? found[j] : model().latencyFrom(states[j], held[j]);
        }
    }

    private static INDArray row(double[] entries) {
        return Nd4j.createFromArray(new double[][] {entries}).castTo(DataType.FLOAT);
    }
}
