package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike slit steady}. */
@Command(
        name = "steady",
        description = "Rates, mobile fraction, relaxation time, current and conductance at held voltages from 0 to the"
                + " amplitude. The slit is unipolar: -V gives the same with -I.",
        footer = {"", "Example:", "  ionspike slit steady --slit sodium --amplitude \"0.5 V\" --csv steady.csv"})
final class SlitSteadyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Option(
            names = "--amplitude",
            paramLabel = "V",
            description = "Highest voltage (default: 20 MV/m, 0.4 V at 20 nm).")
    private @Nullable String amplitude;

    @Option(names = "--points", paramLabel = "N", description = "Voltages. Default: ${DEFAULT-VALUE}.")
    private int points = 41;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Slit slit = slitOption.slit(spec, "potassium");
        Voltage highest = SlitOption.amplitude(spec, amplitude, slit);
        double[] volts = Usage.of(spec, () -> {
            Check.positive("--amplitude", highest);
            Check.between("--points", points, 2, 100_000);
            return IntStream.range(0, points)
                    .mapToDouble(k -> highest.si() * k / (points - 1))
                    .toArray();
        });
        double[] n = column(volts, slit::steadyMobileFraction);
        double g = slit.maximalConductance().si();
        var table = new Table()
                .column("V_volt", volts)
                .column("kd_per_s", column(volts, slit::dissociationRate))
                .column("ka_per_s", column(volts, slit::recombinationRate))
                .column("n_inf", n)
                .column("tau_s", column(volts, slit::relaxationTimeSeconds))
                .column("I_amp", column(volts, v -> slit.current(slit.steadyMobileFraction(v), v)))
                .column("G_siemens", column(n, x -> g * x));
        var result = new Result(
                        "slit steady",
                        table,
                        () -> new Chart("Slit at held voltage", "V (V)", "n_inf, mobile fraction of the ions (1)")
                                .logY()
                                .line("n_inf", volts, n))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", highest)
                .found("n_rest", n[0])
                .found("n_at_amplitude", n[n.length - 1])
                .found("G_rest_siemens", g * n[0])
                .found("G_at_amplitude_siemens", g * n[n.length - 1])
                .found("tau_rest_s", slit.relaxationTimeSeconds(0))
                .found("tau_at_amplitude_s", slit.relaxationTimeSeconds(highest.si()));
        figure.write(spec.commandLine().getOut(), result);
    }

    private static double[] column(double[] x, DoubleUnaryOperator value) {
        return Arrays.stream(x).map(value).toArray();
    }
}
