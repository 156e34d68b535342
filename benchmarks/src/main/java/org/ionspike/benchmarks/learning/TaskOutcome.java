package org.ionspike.benchmarks.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import org.ionspike.benchmarks.learning.LearningBench.Run;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;

/**
 * What one task gave over the seeds.
 *
 * @param runs one a seed, failed ones among them
 */
public record TaskOutcome(LearningTask task, ImmutableList<Run> runs) {
    /** The runs that gave a result. */
    public ImmutableList<Run> done() {
        return runs.stream().filter(run -> run.result().isPresent()).collect(ImmutableList.toImmutableList());
    }

    /** The runs that failed. */
    public ImmutableList<Run> failed() {
        return runs.stream().filter(run -> run.failure().isPresent()).collect(ImmutableList.toImmutableList());
    }

    /** Mean accuracy and its standard deviation from seed to seed; NaN where none was done. */
    public MeanAndSpread accuracy() {
        return MeanAndSpread.of(done().stream().mapToDouble(Run::accuracy).toArray());
    }

    /** Least and largest accuracy. */
    public DoubleSummaryStatistics accuracies() {
        return done().stream().mapToDouble(Run::accuracy).summaryStatistics();
    }

    /** Energy of a sample in J, where every result has one. */
    public Optional<MeanAndSpread> joules() {
        double[] joules = done().stream()
                .map(run -> run.result().orElseThrow().path("energy_J").path("total"))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
        return joules.length == 0 || joules.length < done().size()
                ? Optional.empty()
                : Optional.of(MeanAndSpread.of(joules));
    }

    /** Wall time of a run in s, mean over those that were done. */
    public double seconds() {
        return done().stream().mapToDouble(Run::seconds).average().orElse(Double.NaN);
    }
}
