package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.ActivityCharts;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.benchmarks.report.WeightPicture;
import org.ionspike.benchmarks.task.Checkpoints;
import org.ionspike.benchmarks.task.GroupActivity;
import org.ionspike.benchmarks.task.NetworkRun;
import org.ionspike.benchmarks.task.RunSettings.BackendChoice;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.neuron.Backend;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.AssertionLevel;
import org.ionspike.engine.simulation.AutomaticBackend;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.NetworkCatalog;
import org.ionspike.networks.io.NetworkFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike run NETWORK}. */
@Command(
        name = "run",
        description = {
            "Run a network from a YAML file or by its name, and say how its groups fired.",
            "Times carry a unit, such as 500ms or 1s. --plot draws the spikes (a raster), --csv writes the rates."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  ionspike run --list",
            "  ionspike run cuba --plot raster.png --plot-rate rates.png",
            "  ionspike run net.yaml --duration 500ms --record v --plot-trace v.png",
            "  ionspike run net.yaml --duration 10s --spikes spikes.npy",
            "  ionspike run net.yaml --duration 60s --checkpoint c.state --checkpoint-every 1s",
            "  ionspike run net.yaml --duration 60s --checkpoint c.state --resume c.state",
            "docs/benchmarks.md explains what is printed and what the files hold."
        })
final class RunCommand implements Callable<Integer> {
    private static final Time BIN = new Time(5e-3);

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "NETWORK", description = "A file, FILE.yaml, or a name; see --list.")
    private @Nullable String source;

    @Option(names = "--list", description = "List the networks that have a name, and do nothing else.")
    private boolean list;

    @Option(
            names = "--neurons",
            paramLabel = "N",
            description = "Number of neurons of a network by name; its usual number is in --list.")
    private @Nullable Integer neurons;

    @Option(names = "--duration", paramLabel = "T", description = "Simulated time. Default: 1 s.")
    private Time duration = new Time(1);

    @Option(
            names = "--bin",
            paramLabel = "T",
            description = "Length of the bins of rates and correlations. Default: 5 ms.")
    private Time bin = BIN;

    @Option(names = "--seed", paramLabel = "S", description = "The one seed of everything random (default: 1).")
    private long seed = 1;

    @Option(
            names = "--parking",
            paramLabel = "on|off",
            description = "Leave neurons at rest out of the computation; changes no result. Default: on.")
    private OnOff parking = OnOff.ON;

    @Option(
            names = "--backend",
            paramLabel = "auto|vectorized|fused",
            description =
                    "What computes the neurons: auto (the choice is printed), vectorized (ND4J), fused. Default: auto.")
    private BackendChoice backend = BackendChoice.AUTO;

    @Option(
            names = "--energy",
            paramLabel = "on|off",
            description = "Account for the energy dissipated in neurons and synapses; slower. Default: off.")
    private OnOff energy = OnOff.OFF;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that share the neurons of large groups; changes no bit of a result. Default: 1.")
    private int threads = 1;

    @Option(
            names = "--assertions",
            paramLabel = "off|full",
            description = "Check in every step that all states are finite and within bounds and that charge and energy"
                    + " balance; changes no result, many times slower. Default: off.")
    private AssertionLevel assertions = AssertionLevel.OFF;

    @Mixin
    private RecordOptions records;

    @Mixin
    private CheckpointOptions resuming;

    @Mixin
    private FigureOptions figure;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            NetworkCatalog.all()
                    .forEach((name, network) -> out.printf(
                            Locale.ROOT,
                            "  %-12s %6d neurons  %s%n",
                            name,
                            network.defaultNeurons(),
                            network.summary()));
            out.flush();
            return IonspikeCli.DONE;
        }
        figure.check(spec);
        records.check(spec);
        Usage.of(spec, () -> {
            Check.positive("--duration", duration);
            Check.positive("--bin", bin);
            Check.between("--threads", threads, 1, 64);
            return duration;
        });
        Checkpoints checkpoints = resuming.checkpoints(spec);
        Network network = network();
        var recording = Usage.of(spec, () -> records.recording(network, duration, bin, figure.wantsPicture()));
        AutomaticBackend computes = backend == BackendChoice.AUTO
                ? AutomaticBackend.of(network, 1)
                : new AutomaticBackend(Backend.valueOf(backend.name()), "asked for");
        var settings = new SimulationSettings(
                        new RandomStreams(seed),
                        computes.backend(),
                        parking == OnOff.ON,
                        energy == OnOff.ON || records.wantsEnergy())
                .withAssertions(assertions)
                .withThreads(threads);
        var run = new NetworkRun(network, settings, recording, checkpoints);
        run.run(duration, figure.progress(spec.commandLine().getErr()));
        Result result = result(network, run)
                .with("backend", computes.word())
                .note("backend " + computes.word() + ": " + computes.reason());
        figure.write(out, resuming.note(result, run));
        writePictures(run, result.caption());
        return IonspikeCli.DONE;
    }

    private Network network() {
        if (source == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name a network: a file, FILE.yaml, or one of ionspike run --list.");
        }
        String named = source;
        boolean isFile = named.matches("(?i).*\\.ya?ml") || Files.exists(Path.of(named));
        if (isFile && neurons != null) {
            throw new ParameterException(
                    spec.commandLine(), "--neurons goes with a network by name; a file says its sizes itself.");
        }
        if (isFile) {
            return NetworkFile.read(Path.of(named));
        }
        return Usage.of(spec, () -> {
            var known = NetworkCatalog.named(named);
            return known.network(neurons == null ? known.defaultNeurons() : neurons);
        });
    }

    private Result result(Network network, NetworkRun run) {
        var table = new Table();
        run.rates().values().stream().findFirst().ifPresent(first -> table.column("t_s", first.timesSeconds()));
        run.rates().forEach((group, rate) -> table.column(group + "_Hz", rate.rateHz()));
        var result = new Result(
                        "run",
                        table,
                        () -> ActivityCharts.raster(
                                "Spikes of " + network.name(),
                                run.spikes(),
                                run.resumedAt(),
                                run.simulation().now()))
                .with("network", network.name())
                .with("duration", duration)
                .with("step", network.step())
                .with("seed", seed);
        for (GroupActivity group : run.activity()) {
            String name = group.group() + ".";
            result.found(name + "neurons", group.neurons())
                    .found(name + "spikes", (double) group.spikes())
                    .found(name + "rate_Hz", group.rateHz())
                    .found(name + "rate_spread_Hz", group.rateSpreadHz())
                    .found(name + "active_share", group.activeShare())
                    .found(name + "isi_cv", group.intervalVariation())
                    .found(name + "isi_cv_neurons", group.intervalNeurons())
                    .found(name + "correlation", group.correlation());
        }
        result.found("spikes", (double) run.simulation().spikeCount())
                .found("synaptic_operations", (double) run.simulation().synapticOperations())
                .found("steps_computed", (double) run.simulation().processedSteps());
        run.energy()
                .ifPresent(book -> result.found("energy_neurons_J", book.neurons())
                        .found("energy_synapses_J", book.synapses())
                        .found("energy_programming_J", book.programming()));
        return result.found("build_s", run.buildSeconds())
                .found("run_s", run.runSeconds())
                .found("run_cpu_s", run.cpuSeconds());
    }

    private void writePictures(NetworkRun run, String caption) {
        records.ratePicture()
                .ifPresent(file -> ActivityCharts.rates(
                                "Firing rates of " + name(run),
                                run.rates(),
                                run.simulation().now())
                        .caption(caption)
                        .write(file));
        records.tracePicture().ifPresent(file -> {
            String variable = records.variables().get(0);
            Chart chart = ActivityCharts.traces(
                    variable + " of neurons of " + name(run), variable, unit(run, variable), run.traces());
            chart.caption(caption).write(file);
        });
        records.weightPicture()
                .ifPresent(file -> WeightPicture.write(
                        "Weights (0 to 1) of " + records.projection() + ", " + name(run),
                        run.simulation().weightMap(records.projection()),
                        caption,
                        file));
    }

    private static String name(NetworkRun run) {
        return run.simulation().network().name();
    }

    /** The SI unit of a state variable, where a model that has it says so. */
    private static String unit(NetworkRun run, String variable) {
        return run.traces().keySet().stream()
                .flatMap(choice -> run.simulation().network().group(choice.group()).model().variables().stream())
                .filter(known -> known.name().equals(variable))
                .map(StateVariable::unit)
                .findFirst()
                .orElse("SI unit");
    }
}
