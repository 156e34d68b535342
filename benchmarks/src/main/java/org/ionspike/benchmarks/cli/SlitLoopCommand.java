package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import java.util.Locale;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.AxisUnit;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.HysteresisLoop;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Voltage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike slit loop}. */
@Command(
        name = "loop",
        description = "The pinched loop of current against voltage under a sine, settled: areas, extremes, energy per"
                + " cycle.",
        footer = {"", "Example:", "  ionspike slit loop --amplitude \"0.4 V\" --frequency \"1 kHz\" --plot loop.png"})
final class SlitLoopCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Mixin
    private AmplitudeOption amplitude;

    @Option(names = "--frequency", paramLabel = "F", description = "Frequency. Default: ${DEFAULT-VALUE}.")
    private String frequency = "100 Hz";

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "Points of the loop, a multiple of 4. Default: ${DEFAULT-VALUE}.")
    private int points = 400;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Memristor device = slitOption.device(spec, "potassium");
        Voltage height = amplitude.of(spec, device);
        Frequency rate = Usage.of(spec, () -> Frequency.parse(frequency));
        HysteresisLoop loop = Usage.of(spec, () -> HysteresisLoop.of(device, height, rate, points));
        double[] volts = loop.volts().toArray();
        double[] amperes = loop.amperes().toArray();
        var words = StateWords.of(device);
        String x = words.symbol();
        var table = new Table()
                .column("t_s", loop.times().toArray())
                .column("V_volt", volts)
                .column(x, loop.state().toArray())
                .column("I_amp", amperes);
        var result = new Result("slit loop", table, () -> chart(words, volts, amperes))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", height)
                .with("frequency", rate)
                .found("lobe_area_pos_VA", loop.positiveLobeArea())
                .found("lobe_area_neg_VA", loop.negativeLobeArea())
                .found(x + "_min", loop.leastState())
                .found(x + "_max", loop.mostState())
                .found("energy_per_cycle_J", loop.energyPerCycle().si())
                .found("stairs_per_cycle", loop.stairs());
        AmplitudeOption.addRange(result, device, -height.si(), height.si());
        figure.write(spec.commandLine().getOut(), result);
    }

    private Chart chart(StateWords words, double[] volts, double[] amperes) {
        int half = points / 2;
        var unit = AxisUnit.of("A", amperes);
        double[] current = unit.in(amperes);
        String title = "Pinched loop, " + words.device().toLowerCase(Locale.ROOT);
        return new Chart(title, "V (V)", "I (" + unit.symbol() + ")")
                .line("V above 0", part(volts, 0, half), part(current, 0, half))
                .line("V below 0", part(volts, half, points), part(current, half, points));
    }

    private static double[] part(double[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to + 1);
    }
}
