package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
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

/** {@code ionspike slit step}. */
@Command(
        name = "step",
        description = "The exact response to a voltage that is switched on, held, and switched to the base again.",
        footer = {"", "Example:", "  ionspike slit step --amplitude \"0.3 V\" --duration \"1 ms\" --plot step.png"})
final class SlitStepCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Option(names = "--amplitude", paramLabel = "V", description = "Voltage held (default: 20 MV/m, 0.4 V at 20 nm).")
    private @Nullable String amplitude;

    @Option(
            names = "--base",
            paramLabel = "V",
            description = "Voltage before and after; the slit rests at it first. Default: ${DEFAULT-VALUE}.")
    private String base = "0.05 V";

    @Option(
            names = "--duration",
            paramLabel = "T",
            description = "Time the voltage is held, and watched afterwards. Default: ${DEFAULT-VALUE}.")
    private String duration = "1 ms";

    @Option(names = "--points", paramLabel = "N", description = "Points of each part. Default: ${DEFAULT-VALUE}.")
    private int points = 101;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Slit slit = slitOption.slit(spec, "potassium");
        Voltage high = SlitOption.amplitude(spec, amplitude, slit);
        Voltage low = Usage.of(spec, () -> Voltage.parse(base));
        Time held = Usage.of(spec, () -> {
            Time time = Time.parse(duration);
            Check.finite("--amplitude", high);
            Check.finite("--base", low);
            Check.positive("--duration", time);
            Check.between("--points", points, 2, 50_000);
            return time;
        });
        double before = slit.steadyMobileFraction(low.si());
        double peak = slit.advance(before, high.si(), held.si());
        double[] seconds = new double[2 * points];
        double[] volts = new double[2 * points];
        double[] n = new double[2 * points];
        double[] amperes = new double[2 * points];
        for (int k = 0; k < 2 * points; k++) {
            boolean on = k < points;
            double inside = held.si() * (k % points) / (points - 1);
            seconds[k] = on ? inside : held.si() + inside;
            volts[k] = on ? high.si() : low.si();
            n[k] = slit.advance(on ? before : peak, volts[k], inside);
            amperes[k] = slit.current(n[k], volts[k]);
        }
        var table = new Table()
                .column("t_s", seconds)
                .column("V_volt", volts)
                .column("n", n)
                .column("I_amp", amperes);
        var result = new Result(
                        "slit step",
                        table,
                        () -> new Chart(
                                        "Slit under a step of voltage and back",
                                        "t (ms)",
                                        "n, mobile fraction of the ions (1)")
                                .line(
                                        "n",
                                        Arrays.stream(seconds).map(t -> 1e3 * t).toArray(),
                                        n))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", high)
                .with("base", low)
                .with("duration", held)
                .found("n_before", before)
                .found("n_end_of_step", peak)
                .found("n_steady_at_amplitude", slit.steadyMobileFraction(high.si()))
                .found("n_end", n[n.length - 1])
                .found("tau_at_amplitude_s", slit.relaxationTimeSeconds(high.si()))
                .found("tau_at_base_s", slit.relaxationTimeSeconds(low.si()));
        figure.write(spec.commandLine().getOut(), result);
    }
}
