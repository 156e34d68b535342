package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.ConicalChannel;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Voltage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike slit steady}. */
@Command(
        name = "steady",
        description = "State, relaxation time, current and conductance at held voltages; for a slit also its rates. A"
                + " slit is unipolar and goes from 0 to the amplitude, a conical channel from minus the amplitude.",
        footer = {
            "",
            "Examples:",
            "  ionspike slit steady --slit sodium --amplitude \"0.5 V\" --csv steady.csv",
            "  ionspike slit steady --slit conical --plot conical.png"
        })
final class SlitSteadyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Mixin
    private AmplitudeOption amplitude;

    @Option(names = "--points", paramLabel = "N", description = "Voltages. Default: ${DEFAULT-VALUE}.")
    private int points = 41;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Memristor device = slitOption.device(spec, "potassium");
        Voltage highest = amplitude.of(spec, device);
        Usage.of(spec, () -> {
            Check.positive("--amplitude", highest);
            Check.between("--points", points, 2, 100_000);
            return points;
        });
        double lowest = device instanceof Slit ? 0 : -highest.si();
        double[] volts = IntStream.range(0, points)
                .mapToDouble(k -> lowest + (highest.si() - lowest) * k / (points - 1))
                .toArray();
        double[] state = Usage.of(spec, () -> column(volts, device::steadyState));
        var words = StateWords.of(device);
        double unit = device.unitConductance().si();
        var table = new Table().column("V_volt", volts);
        if (device instanceof Slit slit) {
            table.column("kd_per_s", column(volts, slit::dissociationRate))
                    .column("ka_per_s", column(volts, slit::recombinationRate));
        }
        table.column(words.symbol() + "_inf", state)
                .column("tau_s", column(volts, device::relaxationTimeSeconds))
                .column("I_amp", column(volts, v -> device.current(device.steadyState(v), v)))
                .column("G_siemens", column(state, x -> unit * x));
        if (device instanceof ConicalChannel cone) {
            table.column("least_relative_concentration", column(volts, cone::leastRelativeConcentration));
        }
        double rest = device.steadyState(0);
        double end = state[points - 1];
        var result = new Result("slit steady", table, () -> chart(device, words, volts, state))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", highest)
                .found(words.symbol() + "_rest", rest)
                .found(words.symbol() + "_at_amplitude", end)
                .found("G_rest_siemens", unit * rest)
                .found("G_at_amplitude_siemens", unit * end)
                .found("tau_rest_s", device.relaxationTimeSeconds(0))
                .found("tau_at_amplitude_s", device.relaxationTimeSeconds(highest.si()));
        AmplitudeOption.addRange(result, device, lowest, highest.si());
        figure.write(spec.commandLine().getOut(), result);
    }

    private static Chart chart(Memristor device, StateWords words, double[] volts, double[] state) {
        String name = words.symbol() + "_inf";
        var chart = new Chart(
                words.device() + " at held voltage", "V (V)", words.title().replace(words.symbol() + ",", name + ","));
        return (device instanceof Slit ? chart.logY() : chart).line(name, volts, state);
    }

    private static double[] column(double[] x, DoubleUnaryOperator value) {
        return Arrays.stream(x).map(value).toArray();
    }
}
