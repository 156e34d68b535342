package org.ionspike.benchmarks.cli;

import java.util.Locale;
import java.util.stream.DoubleStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.SpikeWaveform;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.SynapticEvent;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike synapse retention}. */
@Command(
        name = "retention",
        description = "How the weight returns to its rest, and how the volatile factor forgets the head of a spike.",
        footer = {
            "",
            "Examples:",
            "  ionspike synapse retention --initial-weight 0.9 --plot retention.png",
            "  ionspike synapse retention --preset experiment --read 0.1V"
        })
final class SynapseRetentionCommand implements Runnable {
    private enum Preset {
        NETWORK,
        EXPERIMENT
    }

    private static final double[] VOLATILE_SECONDS = {0, 1e-3, 1e-2, 1e-1, 1};

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Option(
            names = "--preset",
            paramLabel = "network|experiment",
            description = "Memory of 3600 s around 0.5, or of 200 s around 0.2. Default: network.")
    private Preset preset = Preset.NETWORK;

    @Option(names = "--initial-weight", paramLabel = "W", description = "Weight at time 0, 0 to 1. Default: 0.9.")
    private double weight = 0.9;

    @Option(
            names = "--duration",
            paramLabel = "T",
            description = "How long; default: five times the memory of the preset.")
    private @Nullable Time duration;

    @Option(names = "--read", paramLabel = "V", description = "Voltage that is held all the time. Default: 0 V.")
    private Voltage read = new Voltage(0);

    @Option(names = "--points", paramLabel = "N", description = "Rows of the table. Default: 201.")
    private int points = 201;

    @Override
    public void run() {
        figure.check(spec);
        var coverage = preset == Preset.NETWORK ? AdsorbedCoverage.network() : AdsorbedCoverage.experiment();
        double[] seconds = Usage.of(spec, () -> seconds(coverage));
        double volts = read.si();
        double[] w = DoubleStream.of(seconds)
                .map(t -> coverage.advance(weight, volts, t))
                .toArray();
        double halfLife = Math.log(2) / (coverage.adsorptionRate(volts) + coverage.desorptionRate(volts));
        double rest = coverage.steadyCoverage(volts);
        var table = new Table().column("t_s", seconds).column("w", w);
        var synapse = new IonicSynapse();
        double[] fading = fading(synapse);
        var result = new Result(
                        "synapse retention",
                        table,
                        () -> new Chart("Retention of the weight", "t (s)", "weight (1)").line("weight", seconds, w))
                .with("preset", preset.name().toLowerCase(Locale.ROOT))
                .with("initial-weight", weight)
                .with("read", read)
                .found("w_rest", rest)
                .found("half_life_s", halfLife)
                .found("n_s_rest", synapse.restingFraction())
                .list("volatile_t_s", VOLATILE_SECONDS)
                .list("volatile_n_s", fading)
                .note("volatile: the volatile factor n_s at 0 V after one head of 0.5 V for 1 ms.");
        figure.write(spec.commandLine().getOut(), result);
    }

    /** The volatile factor after the head of one spike, without the tail: 1/t and not exponential. */
    private static double[] fading(IonicSynapse synapse) {
        double n = SynapticEvent.of(synapse, new SpikeWaveform(), 0.5, new Time(0.08))
                .fractionAfterHead();
        return DoubleStream.of(VOLATILE_SECONDS)
                .map(t -> synapse.slit().advance(n, 0, t))
                .toArray();
    }

    private double[] seconds(AdsorbedCoverage coverage) {
        Check.between("--initial-weight", weight, 0, 1);
        Check.finite("--read", read);
        Check.between("--points", points, 2, 1_000_000);
        var end = duration == null ? new Time(5 * coverage.memoryTime().si()) : duration;
        Check.positive("--duration", end);
        double[] seconds = new double[points];
        for (int k = 0; k < points; k++) {
            seconds[k] = end.si() * k / (points - 1);
        }
        return seconds;
    }
}
