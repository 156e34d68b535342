package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.Retention;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike slit retention}. */
@Command(
        name = "retention",
        description = "How the slit forgets a pulse when no voltage is applied, and the 1/t law of recombining pairs.",
        footer = {"", "Example:", "  ionspike slit retention --duration \"2 ms\" --after \"50 ms\" --plot retention.png"
        })
final class SlitRetentionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Option(names = "--amplitude", paramLabel = "V", description = "Voltage of the pulse (default: 20 MV/m).")
    private @Nullable String amplitude;

    @Option(
            names = "--duration",
            paramLabel = "T",
            description = "Duration of the pulse, from rest. Default: ${DEFAULT-VALUE}.")
    private String duration = "1 ms";

    @Option(
            names = "--after",
            paramLabel = "T",
            description = "Time watched after it (default: 10 relaxation times at rest).")
    private @Nullable String after;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Times, evenly spaced in their logarithm. Default: ${DEFAULT-VALUE}.")
    private int points = 101;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Slit slit = slitOption.slit(spec, "potassium");
        Voltage high = SlitOption.amplitude(spec, amplitude, slit);
        Time pulse = Usage.of(spec, () -> Time.parse(duration));
        Time watched =
                Usage.of(spec, () -> after == null ? new Time(10 * slit.relaxationTimeSeconds(0)) : Time.parse(after));
        double rest = slit.steadyMobileFraction(0);
        Retention retention = Usage.of(spec, () -> {
            Check.require(
                    high.si() != 0 && Double.isFinite(high.si()), "--amplitude", high, "must be finite and not 0");
            Check.positive("--duration", pulse);
            Check.positive("--after", watched);
            Check.between("--points", points, 2, 100_000);
            return new Retention(slit, slit.advance(rest, high.si(), pulse.si()));
        });
        double[] seconds = IntStream.range(0, points)
                .mapToDouble(k -> watched.si() * Math.pow(10, -5.0 * (points - 1 - k) / (points - 1)))
                .toArray();
        double[] n = Arrays.stream(seconds).map(retention::mobileFraction).toArray();
        double[] law = Arrays.stream(seconds).map(retention::hyperbola).toArray();
        double[] kept = Arrays.stream(n)
                .map(x -> (x - rest) / (retention.start() - rest))
                .toArray();
        var table = new Table()
                .column("t_s", seconds)
                .column("n", n)
                .column("n_one_over_t_law", law)
                .column("kept_share", kept);
        double[] millis = Arrays.stream(seconds).map(t -> 1e3 * t).toArray();
        var result = new Result(
                        "slit retention",
                        table,
                        () -> new Chart("Slit after a pulse", "t after the pulse (ms)", "n, mobile fraction (1)")
                                .logX()
                                .logY()
                                .line("n", millis, n)
                                .line("1/t law", millis, law))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", high)
                .with("duration", pulse)
                .found("n_rest", rest)
                .found("n_after_pulse", retention.start())
                .found("time_to_half_s", retention.halfTimeSeconds())
                .found("tau_rest_s", slit.relaxationTimeSeconds(0))
                .found("kept_share_at_end", kept[kept.length - 1]);
        figure.write(spec.commandLine().getOut(), result);
    }
}
