package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;

/**
 * What a comparison gave.
 *
 * @param dataset that all models were trained and tested on
 * @param settings what was compared
 * @param split of the first seed
 * @param models networks first, then conventional models; each over all seeds
 * @param shown the networks of the first seed, for pictures
 * @param hostJoulesPerCpuSecond measured while it ran; empty where the machine does not tell
 */
public record Comparison(
        Dataset dataset,
        ComparisonSettings settings,
        Split split,
        ImmutableList<ComparedModel> models,
        ImmutableList<TrainedContender> shown,
        Optional<Double> hostJoulesPerCpuSecond) {
    /** Networks of ionic devices. */
    public ImmutableList<ComparedModel> ionic() {
        return models.stream().filter(ComparedModel::isIonic).collect(ImmutableList.toImmutableList());
    }

    /** Of each network the form that takes least: with the readout in whole numbers, where there is such a form. */
    public ImmutableList<ComparedModel> leanIonic() {
        return ionic().stream()
                .filter(model -> !model.first().precision().floating()
                        || ionic().stream()
                                .noneMatch(other -> !other.first().precision().floating()
                                        && other.first()
                                                .network()
                                                .equals(model.first().network())))
                .collect(ImmutableList.toImmutableList());
    }

    /** All others. */
    public ImmutableList<ComparedModel> conventional() {
        return models.stream().filter(model -> !model.isIonic()).collect(ImmutableList.toImmutableList());
    }
}
