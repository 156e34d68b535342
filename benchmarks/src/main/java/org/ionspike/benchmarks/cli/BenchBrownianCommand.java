package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.metric.BrownianSpeed;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Time;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike bench brownian}. */
@Command(
        name = "brownian",
        description =
                "Ion-steps per second of the particle simulation at 1e15 m^-2, and where the time goes. Every thread"
                        + " moves ions of its own; seconds are CPU time where the machine tells it.",
        footer = {"", "Example:", "  ionspike bench brownian --ions 4000 --field \"0.2 kT/eA\" --threads 1"})
final class BenchBrownianCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = "--ions", paramLabel = "N", description = "Ions of each sign. Default: ${DEFAULT-VALUE}.")
    private int ions = 4000;

    @Option(names = "--field", paramLabel = "FIELD", description = "Default: ${DEFAULT-VALUE}.")
    private String field = "0.2 kT/eA";

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Simulated time that is measured, after a quarter of it and at least 20 ns unmeasured."
                    + " Default: ${DEFAULT-VALUE}.")
    private String time = "60 ns";

    @Option(names = "--threads", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
    private int threads = 1;

    @Option(names = "--seed", paramLabel = "SEED", description = "Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        BrownianSetup setup = Usage.of(spec, () -> BrownianSetup.authors().withIonsPerSign(ions));
        ElectricField driving = Usage.of(spec, () -> BrownianOptions.field(field, setup.electrolyte()));
        Time measured = Usage.of(spec, () -> {
            Time value = Time.parse(time);
            Check.positive("--time", value);
            Check.between("--threads", threads, 1, 1024);
            return value;
        });
        figure.write(
                spec.commandLine().getOut(), result(BrownianSpeed.measure(setup, driving, measured, seed, threads)));
    }

    private Result result(List<BrownianSpeed> all) {
        BrownianSpeed mean = BrownianSpeed.mean(all);
        double[] thread = IntStream.range(0, all.size()).mapToDouble(k -> k).toArray();
        double[] speeds =
                all.stream().mapToDouble(BrownianSpeed::ionStepsPerSecond).toArray();
        var table = new Table()
                .column("thread", thread)
                .column("ion_steps_per_s", speeds)
                .column(
                        "cpu_s",
                        all.stream().mapToDouble(BrownianSpeed::cpuSeconds).toArray())
                .column(
                        "elapsed_s",
                        all.stream().mapToDouble(BrownianSpeed::elapsedSeconds).toArray());
        return new Result(
                        "bench brownian",
                        table,
                        () -> new Chart("Speed of the particle simulation", "thread (1)", "ion-steps per second (1/s)")
                                .scatter("ion-steps per CPU second", thread, speeds))
                .with("ions_per_sign", ions)
                .with("field", field)
                .with("time", time)
                .with("threads", threads)
                .with("seed", seed)
                .with("java", Runtime.version())
                .with("limit", limit(mean))
                .found("ion_steps_per_s", mean.ionStepsPerSecond())
                .found("ns_per_listed_pair", mean.nanosPerListedPair())
                .found("ns_per_pair_within", mean.nanosPerPairWithin())
                .found("listed_pairs_per_ion", mean.listedPairsPerIon())
                .found("pairs_within_per_ion", mean.pairsWithinPerIon())
                .found("steps_per_list", mean.stepsPerList())
                .found("share_forces", mean.forceShare())
                .found("share_lists", mean.listShare())
                .found("share_random_numbers", mean.randomShare())
                .found("share_moving", mean.moveShare());
    }

    private static String limit(BrownianSpeed speed) {
        double largest = Math.max(
                Math.max(speed.forceShare(), speed.listShare()), Math.max(speed.randomShare(), speed.moveShare()));
        String what;
        if (largest == speed.forceShare()) {
            what = "forces";
        } else if (largest == speed.listShare()) {
            what = "lists";
        } else {
            what = largest == speed.randomShare() ? "random numbers" : "moving";
        }
        return what + ", " + Math.round(100 * largest) + " %";
    }
}
