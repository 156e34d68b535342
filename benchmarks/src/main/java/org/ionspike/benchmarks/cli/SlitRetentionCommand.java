package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.AxisUnit;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.Memristor;
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
        description = "How the device forgets a pulse when no voltage is applied; for a slit beside the 1/t law of"
                + " recombining pairs. A conical channel forgets exponentially.",
        footer = {"", "Example:", "  ionspike slit retention --duration \"2 ms\" --after \"50 ms\" --plot retention.png"
        })
final class SlitRetentionCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Mixin
    private AmplitudeOption amplitude;

    @Option(
            names = "--duration",
            paramLabel = "T",
            description = "Duration of the pulse, from rest (default: 1 ms; for a conical channel 5 relaxation times).")
    private @Nullable String duration;

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
        Memristor device = slitOption.device(spec, "potassium");
        Voltage high = amplitude.of(spec, device);
        Time pulse = Usage.of(spec, () -> duration == null ? SlitOption.usualDuration(device) : Time.parse(duration));
        Time watched = Usage.of(
                spec, () -> after == null ? new Time(10 * device.relaxationTimeSeconds(0)) : Time.parse(after));
        double rest = device.steadyState(0);
        double start = Usage.of(spec, () -> {
            Check.require(
                    high.si() != 0 && Double.isFinite(high.si()), "--amplitude", high, "must be finite and not 0");
            Check.positive("--duration", pulse);
            Check.positive("--after", watched);
            Check.between("--points", points, 2, 100_000);
            return device.advance(rest, high.si(), pulse.si());
        });
        double[] seconds = IntStream.range(0, points)
                .mapToDouble(k -> watched.si() * Math.pow(10, -5.0 * (points - 1 - k) / (points - 1)))
                .toArray();
        double[] state =
                Arrays.stream(seconds).map(t -> device.advance(start, 0, t)).toArray();
        double[] kept =
                Arrays.stream(state).map(now -> (now - rest) / (start - rest)).toArray();
        var words = StateWords.of(device);
        String x = words.symbol();
        var table = new Table().column("t_s", seconds).column(x, state);
        Optional<Retention> hyperbolic =
                device instanceof Slit slit ? Optional.of(new Retention(slit, start)) : Optional.empty();
        hyperbolic.ifPresent(law -> table.column(x + "_one_over_t_law", column(seconds, law)));
        table.column("kept_share", kept);
        double half = hyperbolic.map(Retention::halfTimeSeconds).orElse(Math.log(2) * device.relaxationTimeSeconds(0));
        var result = new Result("slit retention", table, () -> chart(words, seconds, state, hyperbolic))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", high)
                .with("duration", pulse)
                .found(x + "_rest", rest)
                .found(x + "_after_pulse", start)
                .found("time_to_half_s", half)
                .found("tau_rest_s", device.relaxationTimeSeconds(0))
                .found("kept_share_at_end", kept[kept.length - 1]);
        AmplitudeOption.addRange(result, device, high.si());
        figure.write(spec.commandLine().getOut(), result);
    }

    private static Chart chart(StateWords words, double[] seconds, double[] state, Optional<Retention> hyperbolic) {
        var unit = AxisUnit.of("s", seconds);
        double[] t = unit.in(seconds);
        String time = "t after the pulse (" + unit.symbol() + ")";
        var chart = new Chart(words.device() + " after a pulse", time, words.title()).logX();
        hyperbolic.ifPresent(law -> chart.logY());
        chart.line(words.symbol(), t, state);
        hyperbolic.ifPresent(law -> chart.line("1/t law", t, column(seconds, law)));
        return chart;
    }

    private static double[] column(double[] seconds, Retention law) {
        return Arrays.stream(seconds).map(law::hyperbola).toArray();
    }
}
