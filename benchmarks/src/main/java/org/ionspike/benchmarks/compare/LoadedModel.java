package org.ionspike.benchmarks.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.io.ModelDirectory;
import org.ionspike.networks.io.SavedModel;

/**
 * A saved network that takes part in a comparison.
 *
 * @param folder it was loaded from
 * @param model that was saved
 * @param training what its training counted, from its result; nothing where the result does not say
 */
public record LoadedModel(Path folder, TrainedModel model, Tally training) {
    /** Loads a model with what its result says of its training. */
    public static LoadedModel load(Path folder) {
        SavedModel saved = ModelDirectory.load(folder);
        JsonNode counts = saved.result().path("training").path("counts");
        return new LoadedModel(folder, TrainedModel.of(saved), ResultJson.tally(counts));
    }

    /** The name in tables: that of its folder. */
    String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** The architecture. */
    String family() {
        return model.network().name();
    }

    /** In words. */
    String description() {
        return model.network().groups().get(0).size() + " neurons of " + family() + ", loaded from " + folder;
    }

    /** Checks that it was trained on this data. */
    void requireData(Dataset dataset) {
        Check.require(
                model.dataHash().equals(dataset.contentHash()),
                "Model " + folder + ": data",
                model.dataHash().substring(0, 12),
                "is not the data compared, " + dataset.name() + " ("
                        + dataset.contentHash().substring(0, 12) + "); compare it on the data it was trained on");
    }

    /** Whether it holds back the samples of a split. */
    boolean isOf(Split split) {
        return model.held().equals(split.held());
    }

    /** Checks that it holds back the samples of this split. */
    void requireSplit(Split split, long seed) {
        Check.require(
                isOf(split),
                "Model " + folder + ": split",
                "seed " + model.seed() + ", " + model.held().length() + " samples held",
                "is not the split compared (seed " + seed + ", "
                        + split.held().length() + " held): their accuracies say nothing of each other. Use --seed "
                        + model.seed()
                        + " and the --held and --limit it was trained with, or --unequal to compare and mark it");
    }
}
