package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import java.util.OptionalInt;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.units.Check;

/**
 * What is compared, and on what.
 *
 * @param contenders networks that take part
 * @param deviceName name of the devices for reports
 * @param device how their synapses differ from ideal ones
 * @param limit number of training samples; empty for all
 * @param heldShare share of the samples held back, where the data has no split of its own
 * @param firstSeed seeds are this, this + 1, ...
 * @param seeds how many
 * @param band largest difference of accuracies, 0 to 1, at which two models count as equally accurate
 * @param unequal whether models further apart are compared too, and marked
 */
public record ComparisonSettings(
        ImmutableList<Contender> contenders,
        String deviceName,
        DeviceVariability device,
        OptionalInt limit,
        double heldShare,
        long firstSeed,
        int seeds,
        double band,
        boolean unequal) {
    public ComparisonSettings {
        Check.between("seeds", seeds, 1, 1000);
        Check.require(heldShare > 0 && heldShare < 1, "held", heldShare, "must lie between 0 and 1");
        Check.require(
                band >= 0 && band <= 1,
                "band",
                100 * band + " points",
                "must lie between 0 and 100 points of accuracy, for example 0.5");
        Check.require(
                !contenders.isEmpty() || seeds == 1, "seeds", seeds, "must be 1 where only saved models are compared");
        if (limit.isPresent()) {
            Check.atLeast("limit", limit.getAsInt(), 1);
        }
    }

    /** Which samples are trained on and which are held, the same for all models of a seed. */
    Split split(Dataset dataset, long seed) {
        Split split = Split.of(dataset, heldShare, new RandomStreams(seed));
        return limit.isPresent() ? split.limitTraining(limit.getAsInt()) : split;
    }
}
