package org.ionspike.benchmarks.cli;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.benchmarks.reservoir.Features;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;
import org.ionspike.benchmarks.reservoir.SeriesTrial;
import org.ionspike.benchmarks.reservoir.SeriesTrial.Score;
import org.ionspike.datasets.sequence.MackeyGlass;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ReservoirDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike reservoir mackey-glass}. */
@Command(
        name = "mackey-glass",
        description =
                "Predict the chaotic series of Mackey and Glass (delay 17, one value per time unit) from its true past.",
        footer = {
            "",
            "Examples:",
            "  ionspike reservoir mackey-glass --plot mackey-glass.png",
            "  ionspike reservoir mackey-glass --horizon 1,17 --devices 100",
            "  ionspike reservoir mackey-glass --slit conical --seeds 1"
        })
final class ReservoirMackeyGlassCommand implements Runnable {
    private static final int USUAL_SEEDS = 5;
    private static final int USUAL_DEVICES = 50;
    private static final int TRANSIENT = 1000;
    private static final int MOST_AHEAD = 1000;

    /** The series stays within 0.2 and 1.4: inputs from about -1.5 to 1. */
    private static final double CENTRE = 0.9;

    private static final double HALF = 0.5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReservoirOptions reservoir;

    @Option(
            names = "--horizon",
            paramLabel = "N",
            split = ",",
            description = "Time units ahead, one or more, separated by commas. Default: 1,6,17,34,50,84.")
    private List<Integer> horizons = List.of(1, 6, 17, 34, 50, 84);

    @Option(names = "--train", paramLabel = "N", description = "Training steps. Default: ${DEFAULT-VALUE}.")
    private int training = 2000;

    @Option(names = "--test", paramLabel = "N", description = "Test steps. Default: ${DEFAULT-VALUE}.")
    private int test = 1000;

    @Option(
            names = "--washout",
            paramLabel = "N",
            description = "Steps before training that are driven and not used. Default: ${DEFAULT-VALUE}.")
    private int washout = 200;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        ReservoirDesign design = reservoir.design(spec, USUAL_DEVICES, USUAL_SEEDS);
        SeriesTrial.Parts parts = Usage.of(spec, () -> {
            horizons.forEach(horizon -> Check.between("--horizon", horizon, 1, MOST_AHEAD));
            Check.between("--washout", washout, 0, 1_000_000);
            Check.between("--train", training, 20, 1_000_000);
            Check.between("--test", test, 2, 1_000_000);
            return new SeriesTrial.Parts(washout, training, test);
        });
        var ahead = ImmutableIntArray.copyOf(new LinkedHashSet<>(horizons));
        List<SeriesTrial> trials = reservoir.trials(
                figure.progress(spec.commandLine().getErr()), streams -> trial(streams, ahead, parts, design));
        Result result = result(trials)
                .found(
                        "dissipated_W",
                        ReservoirOptions.over(trials, SeriesTrial::power).mean())
                .with("washout", washout)
                .with("train", training)
                .with("test", test);
        reservoir.describe(result, design);
        figure.write(spec.commandLine().getOut(), result.printWhole());
    }

    /** One seed: it draws the reservoir, its noise, and the past of the series between 0.5 and 1.5. */
    private SeriesTrial trial(
            RandomStreams streams, ImmutableIntArray ahead, SeriesTrial.Parts parts, ReservoirDesign design) {
        double past = 0.5 + streams.stream("mackey-glass").nextDouble();
        int longest = ahead.stream().max().orElse(1);
        double[] series = new MackeyGlass().series(past, TRANSIENT, parts.length(longest));
        return SeriesTrial.of(series, CENTRE, HALF, ahead, parts, design, reservoir.readNoise(), streams);
    }

    private static Result result(List<SeriesTrial> trials) {
        List<Score> rows = trials.get(0).scores();
        List<MeanAndSpread> nrmse = column(trials, rows.size(), Score::nrmse);
        List<MeanAndSpread> smape = column(trials, rows.size(), Score::smape);
        double[] ahead = rows.stream().mapToDouble(Score::horizon).toArray();
        var table = new Table()
                .words(
                        "features",
                        rows.stream().map(row -> row.features().toString()).toArray(String[]::new))
                .column("horizon", ahead)
                .column("nrmse", nrmse.stream().mapToDouble(MeanAndSpread::mean).toArray())
                .column(
                        "nrmse_sd",
                        nrmse.stream().mapToDouble(MeanAndSpread::sd).toArray())
                .column("smape", smape.stream().mapToDouble(MeanAndSpread::mean).toArray())
                .column(
                        "smape_sd",
                        smape.stream().mapToDouble(MeanAndSpread::sd).toArray());
        return new Result("reservoir mackey-glass", table, () -> chart(rows, ahead, nrmse));
    }

    private static List<MeanAndSpread> column(List<SeriesTrial> trials, int rows, ToDoubleFunction<Score> figure) {
        var column = new ArrayList<MeanAndSpread>();
        for (int row = 0; row < rows; row++) {
            int index = row;
            column.add(ReservoirOptions.over(
                    trials, trial -> figure.applyAsDouble(trial.scores().get(index))));
        }
        return column;
    }

    private static Chart chart(List<Score> rows, double[] ahead, List<MeanAndSpread> nrmse) {
        var chart = new Chart(
                        "Mackey-Glass, predicted from the true past", "steps ahead (1)", "NRMSE on the test part (1)")
                .logY();
        Set<Features> shown = new LinkedHashSet<>();
        rows.forEach(row -> shown.add(row.features()));
        for (Features features : shown) {
            int[] of = indices(rows, features);
            chart.line(
                    features.toString(),
                    Arrays.stream(of).mapToDouble(row -> ahead[row]).toArray(),
                    Arrays.stream(of).mapToDouble(row -> nrmse.get(row).mean()).toArray());
        }
        return chart;
    }

    private static int[] indices(List<Score> rows, Features features) {
        return IntStream.range(0, rows.size())
                .filter(row -> rows.get(row).features() == features)
                .toArray();
    }
}
