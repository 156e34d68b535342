package org.ionspike.benchmarks.cli;

import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.reservoir.SequenceTrial;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.Split;
import org.ionspike.datasets.download.DataAccess;
import org.ionspike.datasets.sequence.LabelledSequences;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ReservoirDesign;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike reservoir digits}. */
@Command(
        name = "digits",
        description = "Images of digits shown column by column. The devices are read once, after the last column.",
        footer = {
            "",
            "Examples:",
            "  ionspike reservoir digits --plot digits.png",
            "  ionspike reservoir digits --devices 64",
            "  ionspike reservoir digits --dataset mnist --data-dir data --limit 2000 --seeds 1"
        })
final class ReservoirDigitsCommand implements Runnable {
    private static final int USUAL_SEEDS = 3;
    private static final int USUAL_DEVICES = 200;
    private static final double HELD_SHARE = 0.2;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReservoirOptions reservoir;

    @Option(
            names = "--dataset",
            paramLabel = "digits|mnist|fashion-mnist|idx:FOLDER",
            description =
                    "Images; those that do not ship with Ionspike must be there already. Default: digits (8 x 8).")
    private String name = "digits";

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description =
                    "Where mnist and fashion-mnist lie, each in a folder of its name (default: $IONSPIKE_DATA_DIR,"
                            + " or the user's cache).")
    private @Nullable Path dataFolder;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Only the first N training images of the seeded order, and at most N test images."
                    + " Default: all.")
    private @Nullable Integer limit;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        ReservoirDesign design = reservoir.design(spec, USUAL_DEVICES, USUAL_SEEDS);
        Dataset images = Usage.of(
                spec,
                () -> Datasets.resolve(name, new CsvOptions(), DataAccess.offline(Optional.ofNullable(dataFolder))));
        Split first = Usage.of(spec, () -> split(images, reservoir.firstStreams()));
        LabelledSequences columns = Usage.of(spec, () -> columns(images, first));
        List<SequenceTrial> trials =
                reservoir.trials(figure.progress(spec.commandLine().getErr()), streams -> {
                    Split split = split(images, streams);
                    return SequenceTrial.of(
                            columns(images, split), split.train().length(), design, reservoir.readNoise(), streams);
                });
        Result result = SequenceReport.of(
                        "digits", design, columns, first.train().length(), trials)
                .with("dataset", images.name());
        reservoir.describe(result, design);
        figure.write(spec.commandLine().getOut(), result);
    }

    private Split split(Dataset images, RandomStreams streams) {
        Split split = Split.of(images, HELD_SHARE, streams);
        if (limit == null) {
            return split;
        }
        Check.between("--limit", limit, 8, split.train().length());
        var fewer = split.held().subArray(0, Math.min(limit, split.held().length()));
        return new Split(split.train().subArray(0, limit), fewer, split.official());
    }

    /** The training images, then the held ones. */
    private static LabelledSequences columns(Dataset images, Split split) {
        var order = ImmutableIntArray.copyOf(IntStream.concat(split.train().stream(), split.held().stream()));
        return LabelledSequences.columns(images, order);
    }
}
