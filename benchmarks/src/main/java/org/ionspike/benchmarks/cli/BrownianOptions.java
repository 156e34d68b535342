package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.engine.physics.BrownianRun;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.physics.ConfinedCoulomb;
import org.ionspike.engine.physics.DrivingField;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Length;
import org.ionspike.engine.units.Temperature;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which ions a command moves, for how long, how often, and by how many threads; the field is the command's own. */
final class BrownianOptions {
    /** Parts of the measured time that are averaged on their own. */
    static final int BLOCKS = 20;

    private static final String NUMBER = "^[-+0-9.]+(?:[eE][-+]?[0-9]+)?";

    /** Where a run starts from. */
    private enum Preset {
        AUTHORS("80 ns", "120 ns"),
        MOLAR("5 ns", "20 ns");

        private final String equilibration;
        private final String time;

        Preset(String equilibration, String time) {
            this.equilibration = equilibration;
            this.time = time;
        }
    }

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
            names = "--ions",
            paramLabel = "N",
            description = "Ions of each sign; the box follows from the density. Default: 4000 (authors), 200 (molar).")
    private @Nullable Integer ions;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Measured time of each replica. Default: 120 ns (authors), 20 ns (molar).")
    private @Nullable String time;

    @Option(
            names = "--equilibration",
            paramLabel = "TIME",
            description = "Time before the measurement. Default: 80 ns (authors), 5 ns (molar).")
    private @Nullable String equilibration;

    @Option(
            names = "--cutoff",
            paramLabel = "LENGTH",
            description = "Where forces end: at least 6 nm, at most half the box. Default: see --preset.")
    private @Nullable String cutoff;

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

    /** The film, or an error of usage. */
    BrownianSetup setup(CommandSpec spec) {
        return Usage.of(spec, this::setup);
    }

    long seed() {
        return seed;
    }

    /** Replicas of a film in a field, or an error of usage. */
    BrownianRun plan(CommandSpec spec, BrownianSetup setup, DrivingField field) {
        return Usage.of(
                spec,
                () -> new BrownianRun(
                        setup,
                        field,
                        Time.parse(equilibration == null ? preset.equilibration : equilibration),
                        Time.parse(time == null ? preset.time : time),
                        BLOCKS,
                        replicas));
    }

    /** Runs the replicas from the seed, with progress on the error stream unless it is to be quiet. */
    BrownianRun.Result run(CommandSpec spec, BrownianRun run, boolean quiet) {
        Usage.of(spec, () -> {
            Check.atLeast("--threads", threads, 1);
            return threads;
        });
        Progress progress = quiet
                ? Progress.silent()
                : new ProgressBar(spec.commandLine().getErr(), Boolean.getBoolean("ionspike.terminal"));
        var done = new AtomicLong();
        progress.begin("particles", run.totalSteps(), "steps");
        BrownianRun.Result result =
                run.run(new RandomStreams(seed), threads, steps -> progress.at(done.addAndGet(steps)));
        progress.end();
        return result;
    }

    /** Fields separated by commas; those without a unit have that of the last. */
    static List<ElectricField> fields(String text, Electrolyte electrolyte) {
        List<String> parts = List.of(text.split(",", -1));
        String last = parts.get(parts.size() - 1).trim();
        String unit = last.replaceFirst(NUMBER, "");
        return parts.stream()
                .map(part -> part.trim().matches(NUMBER) ? part + unit : part)
                .map(part -> field(part, electrolyte))
                .toList();
    }

    /** A field in V/m or in kT/(e A). */
    static ElectricField field(String text, Electrolyte electrolyte) {
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
        if (cutoff != null) {
            setup = setup.withCutoff(Length.parse(cutoff));
        }
        return step == null ? setup : setup.withStep(Time.parse(step));
    }
}
