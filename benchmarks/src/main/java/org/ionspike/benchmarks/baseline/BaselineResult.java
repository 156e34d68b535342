package org.ionspike.benchmarks.baseline;

import com.google.common.primitives.ImmutableIntArray;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;

/**
 * What a conventional model gave on the held samples, and what it took. The numbers of NeuroBench are defined as there:
 * Footprint, ConnectionSparsity, ActivationSparsity, and ParameterCount.
 *
 * @param name such as {@code mlp-32 int8}
 * @param model what was trained
 * @param precision of weights and inputs
 * @param description how it was made, in words
 * @param confusion true classes against answers on the held part
 * @param answers class that each held sample was taken for, in the order of the split
 * @param parameters numbers that training fixed
 * @param footprintBytes memory of them
 * @param connectionSparsity share of weights that are zero as they are held
 * @param activationSparsity share of the activations of hidden layers that are zero; 0 without hidden layers
 * @param inference what was counted while the held samples were read, mean of a sample
 * @param training what was counted while training; for int8 the training in single precision and the calibration
 * @param tuning what was counted while tuning, which may have served other seeds too
 * @param trainCpuSeconds processor time of the training
 * @param inferenceCpuSecondsPerSample processor time in batches; of whole numbers held in doubles for int8, which is no
 *     measure of hardware for whole numbers
 * @param inferenceWallSecondsPerSample wall time in batches, on one thread of the JVM
 */
public record BaselineResult(
        String name,
        BaselineModel model,
        Precision precision,
        String description,
        ConfusionMatrix confusion,
        ImmutableIntArray answers,
        long parameters,
        long footprintBytes,
        double connectionSparsity,
        double activationSparsity,
        Tally inference,
        Tally training,
        Tally tuning,
        double trainCpuSeconds,
        double inferenceCpuSecondsPerSample,
        double inferenceWallSecondsPerSample) {
    /** Share of the held samples that were taken for their own class. */
    public double accuracy() {
        return confusion.accuracy();
    }
}
