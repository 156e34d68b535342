package org.ionspike.engine.neuron;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * A Strang step of {@link ConicalChannelNeuron} in ND4J operations over all branches at once; v and g are counted from
 * rest. g_inf is the sum of a_k cos(k arccos(u / 2 V)), a product of matrices. In double precision: in single precision a
 * sum of that many terms would keep a neuron from finding its rest.
 */
final class VectorizedConicalChannels extends ConicalDynamics {
    private final double halfStepPerFarad;
    /** Shape {@code [branch, 1]}, as those that follow. */
    private final INDArray atRest;

    private final INDArray unit;
    private final INDArray battery;
    private final INDArray sign;
    private final INDArray share;
    /** 0, 1, 2 ..., shape {@code [1, term]}. */
    private final INDArray orders;

    /** a_0, a_1, a_2 ..., shape {@code [term, 1]}. */
    private final INDArray coefficients;

    VectorizedConicalChannels(
            ConicalChannelNeuron model,
            ConicalChannelNeuron.Steady steady,
            KernelSettings settings,
            ReceptorState receptors) {
        super(model, steady, settings, receptors);
        double h = settings.step().si();
        double rest = steady.volts();
        halfStepPerFarad = h / (2 * model.capacitance().si());
        List<ConicalBranch> branches = model.branches();
        atRest = column(branches, steady::atRest);
        unit = column(branches, branch -> model.unitConductance(branch).si());
        battery = column(branches, branch -> branch.battery().si() - rest);
        sign = column(branches, ConicalBranch::sign);
        share = column(
                branches,
                branch -> -Math.expm1(-h / model.relaxationTime(branch).si()));
        double[] terms = steady.conductance().coefficients();
        orders = Nd4j.arange(0, terms.length).castTo(DataType.DOUBLE).reshape(1, terms.length);
        coefficients = Nd4j.createFromArray(terms).reshape(terms.length, 1);
    }

    private static INDArray column(List<ConicalBranch> branches, ToDoubleFunction<ConicalBranch> value) {
        return Nd4j.createFromArray(branches.stream().mapToDouble(value).toArray())
                .reshape(branches.size(), 1);
    }

    @Override
    void step(float[] from, float[] to, float[] amperes, int first, int end) {
        INDArray input = row(amperes).castTo(DataType.DOUBLE);
        INDArray conductance = Nd4j.createFromArray(g).castTo(DataType.DOUBLE).addiColumnVector(atRest);
        INDArray half = halfStep(row(from).castTo(DataType.DOUBLE), conductance, input);
        conductance.addi(steady(half).sub(conductance).muliColumnVector(share));
        float[][] relaxed = conductance.subColumnVector(atRest).toFloatMatrix();
        for (int k = 0; k < g.length; k++) {
            System.arraycopy(relaxed[k], 0, g[k], 0, g[k].length);
        }
        copy(halfStep(half, conductance, input), to);
    }

    /** Half a step of the voltage at fixed conductances, shape {@code [1, neuron]}. */
    private INDArray halfStep(INDArray v, INDArray conductance, INDArray input) {
        INDArray siemens = conductance.mulColumnVector(unit);
        INDArray sum = siemens.sum(true, 0);
        INDArray current = input.add(battery.transpose().mmul(siemens)).subi(v.mul(sum));
        INDArray decay = Transforms.exp(sum.mul(-halfStepPerFarad));
        return v.add(current.mul(decay.rsub(1)).div(sum));
    }

    /** g_inf, shape {@code [branch, neuron]}. */
    private INDArray steady(INDArray v) {
        INDArray part = sign.mmul(v).subiColumnVector(sign.mul(battery)).divi(ConicalChannelNeuron.LARGEST_VOLTS);
        INDArray angle = Transforms.acos(Transforms.max(Transforms.min(part, 1), -1));
        INDArray terms = Transforms.cos(angle.reshape(angle.length(), 1).mmul(orders));
        return terms.mmul(coefficients).reshape(g.length, v.columns());
    }
}
