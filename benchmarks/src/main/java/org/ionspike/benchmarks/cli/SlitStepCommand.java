package org.ionspike.benchmarks.cli;

import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.AxisUnit;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.Memristor;
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
        footer = {
            "",
            "Examples:",
            "  ionspike slit step --amplitude \"0.3 V\" --duration \"1 ms\" --plot step.png",
            "  ionspike slit step --slit conical --amplitude -0.4V --base 0V"
        })
final class SlitStepCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Mixin
    private AmplitudeOption amplitude;

    @Option(
            names = "--base",
            paramLabel = "V",
            description = "Voltage before and after; the device rests at it first. Default: ${DEFAULT-VALUE}.")
    private String base = "0.05 V";

    @Option(
            names = "--duration",
            paramLabel = "T",
            description = "Time the voltage is held, and watched afterwards (default: 1 ms; for a conical channel 5"
                    + " of its relaxation times).")
    private @Nullable String duration;

    @Option(names = "--points", paramLabel = "N", description = "Points of each part. Default: ${DEFAULT-VALUE}.")
    private int points = 101;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Memristor device = slitOption.device(spec, "potassium");
        Voltage high = amplitude.of(spec, device);
        Voltage low = Usage.of(spec, () -> Voltage.parse(base));
        Time held = Usage.of(spec, () -> {
            Time time = duration == null ? SlitOption.usualDuration(device) : Time.parse(duration);
            Check.finite("--amplitude", high);
            Check.finite("--base", low);
            Check.positive("--duration", time);
            Check.between("--points", points, 2, 50_000);
            return time;
        });
        double before = Usage.of(spec, () -> device.steadyState(low.si()));
        double peak = Usage.of(spec, () -> device.advance(before, high.si(), held.si()));
        double[] seconds = new double[2 * points];
        double[] volts = new double[2 * points];
        double[] state = new double[2 * points];
        double[] amperes = new double[2 * points];
        for (int k = 0; k < 2 * points; k++) {
            boolean on = k < points;
            double inside = held.si() * (k % points) / (points - 1);
            seconds[k] = on ? inside : held.si() + inside;
            volts[k] = on ? high.si() : low.si();
            state[k] = device.advance(on ? before : peak, volts[k], inside);
            amperes[k] = device.current(state[k], volts[k]);
        }
        var words = StateWords.of(device);
        String x = words.symbol();
        var table = new Table()
                .column("t_s", seconds)
                .column("V_volt", volts)
                .column(x, state)
                .column("I_amp", amperes);
        var unit = AxisUnit.of("s", seconds);
        var result = new Result(
                        "slit step",
                        table,
                        () -> new Chart(
                                        words.device() + " under a step of voltage and back",
                                        "t (" + unit.symbol() + ")",
                                        words.title())
                                .line(x, unit.in(seconds), state))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", high)
                .with("base", low)
                .with("duration", held)
                .found(x + "_before", before)
                .found(x + "_end_of_step", peak)
                .found(x + "_steady_at_amplitude", device.steadyState(high.si()))
                .found(x + "_end", state[state.length - 1])
                .found("tau_at_amplitude_s", device.relaxationTimeSeconds(high.si()))
                .found("tau_at_base_s", device.relaxationTimeSeconds(low.si()));
        AmplitudeOption.addRange(result, device, low.si(), high.si());
        figure.write(spec.commandLine().getOut(), result);
    }
}
