package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableSet;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;

/**
 * What one model gave for one seed.
 *
 * @param name the same for all seeds
 * @param network its name without the precision
 * @param family models of one form: {@code wta}, {@code mlp}
 * @param kinds what sorts of hardware can run it
 * @param description in words
 * @param precision of its readout, or of all of it
 * @param seed of the run
 * @param confusion on the held part
 * @param parameters devices, weights and biases
 * @param footprintBytes memory they take
 * @param connectionSparsity share of weights that are 0
 * @param activationSparsity share of neurons that stay silent, or of activations that are 0
 * @param inference counted per held sample
 * @param training counted in the whole training
 * @param activeSeconds for how long the lines of a sample are held; 0 for conventional models
 * @param trainCpuSeconds processor time of training on this machine
 * @param inferenceCpuSeconds processor time per sample on this machine
 */
public record ModelRun(
        String name,
        String network,
        String family,
        ImmutableSet<ModelKind> kinds,
        String description,
        Precision precision,
        long seed,
        ConfusionMatrix confusion,
        long parameters,
        double footprintBytes,
        double connectionSparsity,
        double activationSparsity,
        Tally inference,
        Tally training,
        double activeSeconds,
        double trainCpuSeconds,
        double inferenceCpuSeconds) {
    /** Share of the held samples that were taken for their own class. */
    public double accuracy() {
        return confusion.accuracy();
    }
}
