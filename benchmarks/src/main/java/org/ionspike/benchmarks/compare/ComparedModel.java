package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.engine.units.Check;

/**
 * One model over all seeds.
 *
 * @param runs one a seed, at least one
 */
public record ComparedModel(ImmutableList<ModelRun> runs) {
    public ComparedModel {
        Check.atLeast("ComparedModel.runs", runs.size(), 1);
    }

    /** A run that stands for what is the same in all. */
    public ModelRun first() {
        return runs.get(0);
    }

    /** The name in tables. */
    public String name() {
        return first().name();
    }

    /** Whether it is a network of ionic devices. */
    public boolean isIonic() {
        return first().kinds().contains(ModelKind.IONIC);
    }

    /** Mean accuracy. */
    public double accuracy() {
        return mean(ModelRun::accuracy);
    }

    /** Standard deviation of the accuracy over seeds (divided by n - 1); NaN for one seed. */
    public double accuracySpread() {
        double mean = accuracy();
        double square = runs.stream()
                .mapToDouble(run -> (run.accuracy() - mean) * (run.accuracy() - mean))
                .sum();
        return runs.size() == 1 ? Double.NaN : Math.sqrt(square / (runs.size() - 1));
    }

    /** Mean over seeds of what a sample takes. */
    public Tally inference() {
        return runs.stream()
                .map(ModelRun::inference)
                .reduce(Tally.NONE, Tally::plus)
                .times(1.0 / runs.size());
    }

    /** Mean over seeds of what training takes. */
    public Tally training() {
        return runs.stream()
                .map(ModelRun::training)
                .reduce(Tally.NONE, Tally::plus)
                .times(1.0 / runs.size());
    }

    /** Mean over seeds. */
    public double mean(ToDoubleFunction<ModelRun> value) {
        return runs.stream().mapToDouble(value).average().orElseThrow();
    }
}
