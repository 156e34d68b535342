package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.ionspike.benchmarks.report.BrownianReport;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.engine.physics.BrownianRun;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.physics.ConfinedCoulomb;
import org.ionspike.engine.physics.DrivingField;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Temperature;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            "  ionspike brownian --preset molar --layers 3 --field \"0.1 kT/eA\" --json chains.json",
            "  ionspike brownian --field \"0.3 kT/eA\" --then 0V/m --at 100ns --csv release.csv"
        })
final class BrownianCommand implements Runnable {
    private static final int BLOCKS = 20;

    /** Where a run starts from. */
    private enum Preset {
        AUTHORS("100 ns", "300 ns"),
        MOLAR("30 ns", "30 ns");

        private final String equilibration;
        private final String time;

        Preset(String equilibration, String time) {
            this.equilibration = equilibration;
            this.time = time;
        }
    }

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--preset",
            paramLabel = "authors|molar",
            description = "authors: the published point ions at 1e15 m^-2 of each sign, cut at 20 nm (default)."
                    + " molar: 4e17 m^-2, ion core 0.45 nm, cut at twice the dielectric length or half the box.")
    private Preset preset = Preset.AUTHORS;

    @Option(names = "--layers", paramLabel = "1|2|3", description = "Water layers of the film. Default: 1.")
    private int layers = 1;

    @Option(names = "--valence", paramLabel = "Z", description = "Charges per ion. Default: 2.")
    private int valence = 2;

    @Option(names = "--density", paramLabel = "DENSITY", description = "Ions of each sign per area, such as 1e15m^-2.")
    private @Nullable String density;

    @Option(names = "--temperature", paramLabel = "T", description = "Default: 298 K.")
    private String temperature = "298 K";

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
            names = "--ions",
            paramLabel = "N",
            description = "Ions of each sign; the box follows from the density. Default: 4000 (authors), 200 (molar).")
    private @Nullable Integer ions;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Measured time of each replica. Default: 300 ns (authors), 30 ns (molar).")
    private @Nullable String time;

    @Option(
            names = "--equilibration",
            paramLabel = "TIME",
            description = "Time before the measurement. Default: 100 ns (authors), 30 ns (molar).")
    private @Nullable String equilibration;

    @Option(names = "--step", paramLabel = "TIME", description = "Time step. Default: 5 ps (authors), 1 ps (molar).")
    private @Nullable String step;

    @Option(names = "--replicas", paramLabel = "N", description = "Independent runs. Default: 8.")
    private int replicas = 8;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Replicas that run side by side (default: the processors of this machine); changes no result.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--seed", paramLabel = "SEED", description = "Default: 1.")
    private long seed = 1;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description =
                    "Write the " + BLOCKS + " blocks of the measured time as CSV: t_s,E_V_per_m,current_V_per_m,...")
    private @Nullable Path csv;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Override
    public void run() {
        BrownianSetup setup = Usage.of(spec, this::setup);
        BrownianRun run = Usage.of(spec, () -> plan(setup));
        Usage.of(spec, () -> atLeastOne(threads));
        Progress progress = quiet
                ? Progress.silent()
                : new ProgressBar(spec.commandLine().getErr(), Boolean.getBoolean("ionspike.terminal"));
        var done = new AtomicLong();
        progress.begin("particles", run.totalSteps(), "steps");
        BrownianRun.Result result =
                run.run(new RandomStreams(seed), threads, steps -> progress.at(done.addAndGet(steps)));
        progress.end();
        var report = new BrownianReport(run, result, seed);
        report.print(spec.commandLine().getOut());
        if (csv != null) {
            report.writeCsv(csv);
        }
        if (json != null) {
            report.writeJson(json);
        }
    }

    private static int atLeastOne(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("--threads (" + count + ") must be at least 1.");
        }
        return count;
    }

    private BrownianSetup setup() {
        BrownianSetup base = preset == Preset.AUTHORS ? BrownianSetup.authors() : BrownianSetup.molar();
        Electrolyte electrolyte =
                base.electrolyte().withValence(valence).withTemperature(Temperature.parse(temperature));
        if (density != null) {
            electrolyte = electrolyte.withDensity(ArealDensity.parse(density.replace("m^-2", " 1/m^2")));
        }
        var interaction = ConfinedCoulomb.layers(layers, valence, electrolyte.temperature());
        int count = ions == null ? base.ionsPerSign() : ions;
        BrownianSetup setup = preset == Preset.AUTHORS
                ? base.with(electrolyte, interaction, count)
                : BrownianSetup.molar(electrolyte, interaction, count);
        return step == null ? setup : setup.withStep(Time.parse(step));
    }

    private BrownianRun plan(BrownianSetup setup) {
        return new BrownianRun(
                setup,
                driving(setup.electrolyte()),
                Time.parse(equilibration == null ? preset.equilibration : equilibration),
                Time.parse(time == null ? preset.time : time),
                BLOCKS,
                replicas);
    }

    private DrivingField driving(Electrolyte electrolyte) {
        ElectricField first = fieldOf(field, electrolyte);
        if (frequency != null) {
            if (then != null) {
                throw new IllegalArgumentException("--then and --frequency exclude each other; leave one out.");
            }
            return DrivingField.cosine(first, Frequency.parse(frequency));
        }
        return then == null
                ? DrivingField.constant(first)
                : DrivingField.step(first, fieldOf(then, electrolyte), Time.parse(at));
    }

    /** A field in V/m or in kT/(e A). */
    private static ElectricField fieldOf(String text, Electrolyte electrolyte) {
        String plain = text.replace("(", "").replace(")", "").trim();
        if (!plain.endsWith("kT/eA")) {
            return ElectricField.parse(text);
        }
        String number = plain.substring(0, plain.length() - "kT/eA".length()).trim();
        try {
            return new ElectricField(
                    Double.parseDouble(number) * electrolyte.thermalField().si());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot read '" + text + "' as a field: expected a number before kT/eA, such as '0.2 kT/eA'.", e);
        }
    }
}
