package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import org.ionspike.benchmarks.report.BrownianReport;
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
        subcommands = BrownianCalibrateCommand.class,
        footer = {
            "",
            "Examples:",
            "  ionspike brownian --preset authors --ions 400 --field \"0.2 kT/eA\"",
            "  ionspike brownian --preset molar --layers 3 --field \"0.1 kT/eA\" --json chains.json",
            "  ionspike brownian --field \"0.3 kT/eA\" --then 0V/m --at 100ns --csv release.csv"
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

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the " + BrownianOptions.BLOCKS
                    + " blocks of the measured time as CSV: t_s,E_V_per_m,current_V_per_m,...")
    private @Nullable Path csv;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Override
    public void run() {
        BrownianSetup setup = options.setup(spec);
        BrownianRun run = options.plan(spec, setup, Usage.of(spec, () -> driving(setup.electrolyte())));
        var report = new BrownianReport(run, options.run(spec, run, quiet), options.seed());
        report.print(spec.commandLine().getOut());
        if (csv != null) {
            report.writeCsv(csv);
        }
        if (json != null) {
            report.writeJson(json);
        }
    }

    private DrivingField driving(Electrolyte electrolyte) {
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
