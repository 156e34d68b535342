package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.Locale;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.BrownianReport;
import org.ionspike.benchmarks.report.SnapshotChart;
import org.ionspike.engine.physics.BrownianRun;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.physics.DrivingField;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike brownian}. */
@Command(
        name = "brownian",
        description =
                "Moves the ions of a slit one by one (overdamped Langevin dynamics) and measures conductance, free"
                        + " ions, clusters and chains, with standard errors over independent replicas.",
        footer = {
            "",
            "Examples:",
            "  ionspike brownian --preset authors --ions 400 --field \"0.2 kT/eA\"",
            "  ionspike brownian --preset molar --layers 3 --field \"0.1 kT/eA\" --plot snapshot.png",
            "  ionspike brownian --field \"0.3 kT/eA\" --then 0V/m --at 100ns --plot release.png",
            "  ionspike brownian --ions 400 --fields \"0.05,0.1,0.2,0.3 kT/eA\" --plot current.png"
        })
final class BrownianCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private BrownianOptions options;

    @Option(
            names = "--field",
            paramLabel = "FIELD",
            description =
                    "Along the slit, such as \"0.2 kT/eA\" (kT per charge and angstrom) or 50MV/m. Default: 0.2 kT/eA.")
    private String field = "0.2 kT/eA";

    @Option(names = "--then", paramLabel = "FIELD", description = "Field after a switch, at the time of --at.")
    private @Nullable String then;

    @Option(names = "--at", paramLabel = "TIME", description = "When the field is switched. Default: 0 s.")
    private String at = "0 s";

    @Option(
            names = "--frequency",
            paramLabel = "FREQUENCY",
            description = "Makes the field a cosine of this frequency with the amplitude of --field.")
    private @Nullable String frequency;

    @Option(
            names = "--fields",
            paramLabel = "FIELD,FIELD,...",
            description = "Runs every field of a list, such as \"0.05,0.1,0.2 kT/eA\", in place of --field.")
    private @Nullable String fields;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        BrownianSetup setup = options.setup(spec);
        List<DrivingField> driving = Usage.of(spec, () -> driving(setup.electrolyte()));
        List<BrownianRun> runs =
                driving.stream().map(field -> options.plan(spec, setup, field)).toList();
        List<BrownianReport> reports = runs.stream()
                .map(run -> new BrownianReport(run, options.run(spec, run, figure.quiet())))
                .toList();
        Result result = fields == null ? single(reports.get(0)) : sweep(fields, reports);
        double seconds = reports.stream().mapToDouble(r -> r.result().seconds()).sum();
        long ionSteps = reports.stream().mapToLong(r -> r.result().ionSteps()).sum();
        describe(result, runs.get(0)).found("ion_steps", (double) ionSteps).found("thread_s", seconds);
        figure.write(spec.commandLine().getOut(), result);
    }

    /** The picture shows the course of a field that changes, and otherwise the ions at the end of the first replica. */
    private Result single(BrownianReport report) {
        boolean changes = then != null || frequency != null;
        double box = 1e9 * report.run().setup().box().si();
        var result = new Result(
                "brownian",
                report.blocks(),
                () -> changes
                        ? report.course()
                        : SnapshotChart.of(report.result().snapshot(), box));
        result.with("field", field);
        if (then != null) {
            result.with("then", then).with("at", at);
        }
        if (frequency != null) {
            result.with("frequency", frequency);
        }
        report.summary(result::found);
        return result.printing(List.of("t_s", "I_amp", "conductance", "free_fraction", "mean_cluster", "bonds_kept"));
    }

    private static Result sweep(String list, List<BrownianReport> reports) {
        return new Result("brownian", BrownianReport.sweep(reports), () -> BrownianReport.currentAgainstField(reports))
                .with("fields", list)
                .printing(List.of("E_V_per_m", "I_amp", "I_amp_se", "conductance", "conductance_se", "mean_cluster"));
    }

    private Result describe(Result result, BrownianRun run) {
        BrownianSetup setup = run.setup();
        return result.with("ions_per_sign", setup.ionsPerSign())
                .with("valence", setup.electrolyte().valence())
                .with("density", setup.electrolyte().density())
                .with("temperature", setup.electrolyte().temperature())
                .with(
                        "Gamma",
                        String.format(Locale.ROOT, "%.3f", setup.interaction().gamma()))
                .with("xi", setup.interaction().dielectricLength())
                .with("box", setup.box())
                .with("cutoff", setup.cutoff())
                .with("core", setup.core())
                .with("bond", setup.bond())
                .with("step", setup.step())
                .with("equilibration", run.equilibration())
                .with("time", run.time())
                .with("replicas", run.replicas())
                .with("seed", options.seed());
    }

    private List<DrivingField> driving(Electrolyte electrolyte) {
        if (fields == null) {
            return List.of(single(electrolyte));
        }
        if (then != null || frequency != null) {
            throw new IllegalArgumentException("--fields and --then or --frequency exclude each other; leave one out.");
        }
        return BrownianOptions.fields(fields, electrolyte).stream()
                .map(DrivingField::constant)
                .toList();
    }

    private DrivingField single(Electrolyte electrolyte) {
        ElectricField first = BrownianOptions.field(field, electrolyte);
        if (frequency != null) {
            if (then != null) {
                throw new IllegalArgumentException("--then and --frequency exclude each other; leave one out.");
            }
            return DrivingField.cosine(first, Frequency.parse(frequency));
        }
        return then == null
                ? DrivingField.constant(first)
                : DrivingField.step(first, BrownianOptions.field(then, electrolyte), Time.parse(at));
    }
}
