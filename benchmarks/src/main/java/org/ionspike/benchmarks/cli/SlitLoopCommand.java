package org.ionspike.benchmarks.cli;

import java.util.Arrays;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.HysteresisLoop;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--amplitude",
            paramLabel = "V",
            description = "Amplitude of the sine (default: 20 MV/m, 0.4 V at 20 nm).")
    private @Nullable String amplitude;

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
        Slit slit = slitOption.slit(spec, "potassium");
        Voltage height = SlitOption.amplitude(spec, amplitude, slit);
        Frequency rate = Usage.of(spec, () -> Frequency.parse(frequency));
        HysteresisLoop loop = Usage.of(spec, () -> HysteresisLoop.of(slit, height, rate, points));
        double[] volts = loop.volts().toArray();
        double[] amperes = loop.amperes().toArray();
        var table = new Table()
                .column("t_s", loop.times().toArray())
                .column("V_volt", volts)
                .column("n", loop.mobileFraction().toArray())
                .column("I_amp", amperes);
        double[] nano = Arrays.stream(amperes).map(i -> 1e9 * i).toArray();
        int half = points / 2;
        var result = new Result(
                        "slit loop",
                        table,
                        () -> new Chart("Pinched loop of the slit", "V (V)", "I (nA)")
                                .line("V above 0", part(volts, 0, half), part(nano, 0, half))
                                .line("V below 0", part(volts, half, points), part(nano, half, points)))
                .with("slit", slitOption.nameOr("potassium"))
                .with("amplitude", height)
                .with("frequency", rate)
                .found("lobe_area_pos_VA", loop.lobeArea())
                .found("lobe_area_neg_VA", loop.lobeArea())
                .found("n_min", loop.leastMobileFraction())
                .found("n_max", loop.mostMobileFraction())
                .found("energy_per_cycle_J", loop.energyPerCycle().si())
                .found("stairs_per_cycle", loop.stairs());
        figure.write(spec.commandLine().getOut(), result);
    }

    private static double[] part(double[] values, int from, int to) {
        return Arrays.copyOfRange(values, from, to + 1);
    }
}
