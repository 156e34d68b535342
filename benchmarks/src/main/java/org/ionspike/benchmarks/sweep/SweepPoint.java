package org.ionspike.benchmarks.sweep;

import com.google.common.collect.ImmutableList;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;

/**
 * What the devices of one value gave, over seeds and draws.
 *
 * @param value of the effect
 * @param label the value for people, or the name of the devices
 * @param runs one or more; of every seed one for each draw, or the first alone where nothing is random in the devices
 */
public record SweepPoint(double value, String label, ImmutableList<Run> runs) {
    /**
     * One training with its test.
     *
     * @param accuracy share of the held samples that were taken for their own class
     * @param joules dissipated in the ionic devices for a sample, mean over the held samples
     */
    public record Run(long seed, int draw, double accuracy, double joules) {}

    /** Accuracy over all runs. */
    public MeanAndSpread accuracy() {
        return over(Run::accuracy);
    }

    /** Energy of a sample in J over all runs. */
    public MeanAndSpread joules() {
        return over(Run::joules);
    }

    /** Accuracy of each run less that of the base for the same seed, over all runs: most of the spread over seeds is common. */
    public MeanAndSpread change(SweepPoint base) {
        return over(run -> run.accuracy()
                - base.runs().stream()
                        .filter(other -> other.seed() == run.seed())
                        .mapToDouble(Run::accuracy)
                        .average()
                        .orElse(Double.NaN));
    }

    private MeanAndSpread over(ToDoubleFunction<Run> figure) {
        return MeanAndSpread.of(runs.stream().mapToDouble(figure).toArray());
    }
}
