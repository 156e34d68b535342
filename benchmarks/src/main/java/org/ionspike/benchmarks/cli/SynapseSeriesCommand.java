package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.PulseSeries;
import org.ionspike.engine.synapse.PulseSeries.Step;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike synapse series}. */
@Command(
        name = "series",
        description = "Potentiation, then depression, by equal pulses on devices that differ from each other and from"
                + " cycle to cycle.",
        footer = {
            "",
            "Examples:",
            "  ionspike synapse series --device typical --devices 100 --plot series.png",
            "  ionspike synapse series --preset experiment --device ideal --devices 1 --initial-weight 0.2"
        })
final class SynapseSeriesCommand implements Runnable {
    private enum Preset {
        NETWORK,
        EXPERIMENT
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Option(
            names = "--preset",
            paramLabel = "network|experiment",
            description =
                    "network: +-0.75 V for 1 ms, 0 V for 100 ms; experiment: +-1 V for 10 s, 0.1 V for 5 s, memory"
                            + " 200 s. Default: network.")
    private Preset preset = Preset.NETWORK;

    @Option(names = "--initial-weight", paramLabel = "W", description = "Weight before, 0 to 1. Default: 0.2.")
    private double weight = 0.2;

    @Option(names = "--pulses", paramLabel = "N", description = "Pulses up, and as many down. Default: 30.")
    private int pulses = 30;

    @Option(names = "--voltage", paramLabel = "V", description = "Height of the pulses, in place of the preset's.")
    private @Nullable Voltage voltage;

    @Option(names = "--width", paramLabel = "T", description = "Duration of a pulse, in place of the preset's.")
    private @Nullable Time width;

    @Option(
            names = "--device",
            paramLabel = "ideal|typical|pessimistic|FILE.yaml",
            description = "How devices differ from the ideal one. Default: typical.")
    private String device = "typical";

    @Option(names = "--devices", paramLabel = "N", description = "Devices side by side. Default: 100.")
    private int devices = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all that is drawn. Default: 1.")
    private long seed = 1;

    @Override
    public void run() {
        figure.check(spec);
        var series = Usage.of(spec, this::series);
        List<Step> steps = Usage.of(spec, () -> series.run(devices, weight, pulses, pulses, new RandomStreams(seed)));
        var table = new Table()
                .column("pulse", of(steps, Step::pulse))
                .column("V_write", of(steps, Step::volts))
                .column("w_mean", of(steps, Step::mean))
                .column("w_sd", of(steps, Step::deviation))
                .column("w_min", of(steps, Step::lowest))
                .column("w_max", of(steps, Step::highest))
                .column("G_mean_S", of(steps, Step::siemens))
                .column("energy_J", of(steps, Step::joules));
        double mean = steps.stream().mapToDouble(Step::joules).sum() / (2.0 * pulses);
        var result = new Result("synapse series", table, () -> chart(steps))
                .with("preset", preset.name().toLowerCase(Locale.ROOT))
                .with("initial-weight", weight)
                .with("device", device)
                .with("devices", devices)
                .with("seed", seed)
                .found("w_after_potentiation", steps.get(pulses).mean())
                .found("w_after_depression", steps.get(2 * pulses).mean())
                .found("energy_per_pulse_and_pause_J", mean);
        figure.write(spec.commandLine().getOut(), result);
    }

    private PulseSeries series() {
        Check.between("--initial-weight", weight, 0, 1);
        Check.between("--pulses", pulses, 1, 100_000);
        var variability = DeviceOption.parse(device);
        var chosen = preset == Preset.NETWORK ? new PulseSeries(variability) : PulseSeries.experiment(variability);
        return new PulseSeries(
                chosen.synapse(),
                voltage == null ? chosen.up() : voltage,
                width == null ? chosen.width() : width,
                chosen.read(),
                chosen.pause());
    }

    private static double[] of(List<Step> steps, ToDoubleFunction<Step> value) {
        return steps.stream().mapToDouble(value).toArray();
    }

    private static Chart chart(List<Step> steps) {
        double[] pulse = of(steps, Step::pulse);
        return new Chart("Potentiation and depression", "pulse (1)", "weight (1)")
                .line("mean", pulse, of(steps, Step::mean))
                .line("mean + sd", pulse, of(steps, step -> step.mean() + step.deviation()))
                .line("mean - sd", pulse, of(steps, step -> step.mean() - step.deviation()));
    }
}
