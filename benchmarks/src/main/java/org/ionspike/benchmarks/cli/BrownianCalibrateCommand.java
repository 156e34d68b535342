package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.CalibrationReport;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.engine.physics.BrownianRun;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.physics.CalibrationSweep;
import org.ionspike.engine.physics.DrivingField;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.physics.SlitCalibration;
import org.ionspike.engine.physics.SlitData;
import org.ionspike.engine.physics.SlitFit;
import org.ionspike.engine.physics.SlitParameter;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ElectricField;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike brownian calibrate}. */
@Command(
        name = "calibrate",
        description =
                "Fits the pair kinetics of a slit to particles: to a sweep of its own (steady states, a release, a"
                        + " sinusoid; some minutes), or to the files of --target.",
        footer = {
            "",
            "Examples:",
            "  ionspike brownian calibrate --check --out my-slit.yaml --plot fit.png",
            "  ionspike brownian calibrate --target loop.csv --target relax.csv --target-density 1e14m^-2"
                    + " --target-field \"0.02 kT/eA\"",
            "  ionspike slit loop --slit my-slit.yaml"
        })
final class BrownianCalibrateCommand implements Runnable {
    private static final int USUAL_IONS = 200;

    /** One file and what its columns leave open. */
    static final class Target {
        @Option(
                names = "--target",
                required = true,
                paramLabel = "FILE",
                description =
                        "CSV with n and field (steady), time and field (one period of a loop), or time"
                                + " (relaxation); may be repeated, all are fitted together. docs/calibration.md names the columns.")
        private Path file = Path.of("");

        @Option(
                names = "--target-density",
                paramLabel = "DENSITY",
                description = "Ions of each sign per area in the file before it. Default: 1e15m^-2.")
        private String density = "1e15m^-2";

        @Option(
                names = "--target-field",
                paramLabel = "FIELD",
                description = "Field of the relaxation in the file before it.")
        private @Nullable String field;
    }

    @Spec
    private CommandSpec spec;

    @ArgGroup(exclusive = false, multiplicity = "0..*")
    private List<Target> targets = new ArrayList<>();

    @Option(
            names = "--hold",
            paramLabel = "PARAMETER",
            split = ",",
            description = "Constants that are not fitted: E_s, p, K_inf, kappa_0, E_a, K_0.")
    private List<String> held = new ArrayList<>();

    @Mixin
    private SlitOption slitOption;

    @Option(
            names = "--check",
            description = "Compares the fit with particles at a tenth of the density, which were not fitted.")
    private boolean check;

    @Option(names = "--out", paramLabel = "FILE.yaml", description = "Write the fitted slit, for --slit FILE.yaml.")
    private @Nullable Path out;

    @Mixin
    private BrownianOptions options;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Slit start = slitOption.slit(spec, "robin2021-potassium");
        SlitCalibration calibration = Usage.of(spec, () -> SlitCalibration.holding(start, held()));
        BrownianSetup setup = options.setup(spec, USUAL_IONS);
        BrownianRun steady = options.plan(spec, setup, DrivingField.constant(new ElectricField(0)));
        CalibrationSweep sweep = Usage.of(
                spec, () -> new CalibrationSweep(setup, steady.equilibration(), steady.time(), steady.replicas()));
        int threads = options.threads(spec);
        var streams = new RandomStreams(options.seed()).child("calibration");
        List<SlitData> data = targets.isEmpty()
                ? withProgress(sweep.totalSteps(), progress -> sweep.run(streams, threads, progress))
                : Usage.of(spec, this::files);
        var report = new CalibrationReport(fit(calibration, data), setup.electrolyte());
        Result result = new Result("brownian calibrate", report.table(), report::chart)
                .with("data", targets.isEmpty() ? "own particles" : names())
                .with(
                        "points",
                        data.stream().mapToInt(set -> set.points().size()).sum());
        if (targets.isEmpty()) {
            result.with("replicas", sweep.replicas()).with("seed", options.seed());
        }
        report.summary().forEach(result::found);
        if (check) {
            SlitData dilute = withProgress(sweep.diluteSteps(), progress -> sweep.dilute(streams, threads, progress));
            report.check(dilute).forEach(result::found);
        }
        report.notes().forEach(result::note);
        figure.write(spec.commandLine().getOut(), result);
        if (out != null) {
            report.writeSlit(out);
        }
    }

    private static SlitFit fit(SlitCalibration calibration, List<SlitData> data) {
        try {
            return calibration.fit(data);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private <T> T withProgress(long steps, Function<LongConsumer, T> work) {
        var bar = new ProgressBar(spec.commandLine().getErr(), Boolean.getBoolean("ionspike.terminal"));
        var done = new AtomicLong();
        bar.begin("particles", steps, "steps");
        T result = work.apply(more -> bar.at(done.addAndGet(more)));
        bar.end();
        return result;
    }

    private List<SlitData> files() {
        return targets.stream()
                .flatMap(target -> SlitDataFile.read(
                        target.file,
                        BrownianOptions.density(target.density),
                        target.field == null ? null : BrownianOptions.field(target.field, new Electrolyte()))
                        .stream())
                .toList();
    }

    private String names() {
        return targets.stream()
                .map(target -> String.valueOf(target.file.getFileName()))
                .collect(Collectors.joining(" "));
    }

    private Set<SlitParameter> held() {
        Set<SlitParameter> out = EnumSet.noneOf(SlitParameter.class);
        for (String symbol : held) {
            out.add(Arrays.stream(SlitParameter.values())
                    .filter(parameter -> parameter.symbol().equals(symbol.strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(String.format(
                            Locale.ROOT,
                            "No constant of the kinetics is named '%s'. Known: %s.",
                            symbol,
                            Arrays.stream(SlitParameter.values())
                                    .map(SlitParameter::symbol)
                                    .toList()))));
        }
        return out;
    }
}
