package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.stream.DoubleStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.IonNoise;
import org.ionspike.engine.physics.NoisyCircuit;
import org.ionspike.engine.physics.RefractoryCurve;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike neuron refractory}. */
@Command(
        name = "refractory",
        description = "Current that a second pulse needs for a second spike, against the interval between the pulses.",
        footer = {
            "",
            "Examples:",
            "  ionspike neuron refractory --plot refractory.png",
            "  ionspike neuron refractory --interval 1.5ms --interval 3ms --width 0.1ms"
        })
final class NeuronRefractoryCommand implements Runnable {
    private static final int REPEATS = 100;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Mixin
    private NoiseOptions noiseOptions;

    @Option(
            names = "--interval",
            paramLabel = "T",
            description = "From the start of the first pulse to the start of the second; give the option as often as"
                    + " needed. Default: 0.6 to 10 ms.")
    private @Nullable List<Time> intervals;

    @Option(names = "--width", paramLabel = "T", description = "Duration of a pulse. Default: 0.2 ms.")
    private Time width = new Time(2e-4);

    @Option(
            names = "--first",
            paramLabel = "FACTOR",
            description = "Height of the first pulse over the threshold of a lone one. Default: 1.5.")
    private double first = 1.5;

    @Option(
            names = "--circuit",
            paramLabel = "default|robin2021|FILE.yaml",
            description = "The circuit. Default: default.")
    private String circuitName = "default";

    @Override
    public void run() {
        figure.check(spec);
        var circuit = Usage.of(spec, () -> CircuitOption.parse(circuitName));
        var curve = Usage.of(
                spec,
                () -> new RefractoryCurve(CircuitReference.scaledTo(circuit).withTolerance(1e-9), width, first));
        double[] seconds = Usage.of(spec, this::seconds);
        @Nullable IonNoise noise = Usage.of(spec, noiseOptions::noise).orElse(null);
        var threshold = curve.threshold();
        double[] amperes = DoubleStream.of(seconds)
                .map(t -> curve.secondThreshold(new Current(first * threshold.si()), new Time(t))
                        .si())
                .toArray();
        double[] ratio = DoubleStream.of(amperes).map(a -> a / threshold.si()).toArray();
        var table = new Table()
                .column("interval_s", seconds)
                .column("threshold_A", amperes)
                .column("threshold_ratio", ratio);
        if (noise != null) {
            addNoise(
                    table,
                    curve,
                    NoisyCircuit.of(circuit, noise),
                    new Current(first * threshold.si()),
                    seconds,
                    amperes);
        }
        var result = new Result(
                        "neuron refractory",
                        table,
                        () -> new Chart(
                                        "Refractoriness",
                                        "interval between pulses (ms)",
                                        "threshold over that of a lone pulse (1)")
                                .line(
                                        "second pulse",
                                        DoubleStream.of(seconds)
                                                .map(t -> 1e3 * t)
                                                .toArray(),
                                        ratio))
                .with("circuit", circuitName)
                .with("width", width)
                .with("first", first)
                .found("lone_threshold_A", threshold.si());
        if (noise != null) {
            NoiseOptions.describe(result, noise, noiseOptions.streams(REPEATS).size(), noiseOptions.seed());
            result.note("p_second: share of repeats with a spike after the start of a second pulse of threshold_A;"
                    + " spontaneous spikes count.");
        }
        figure.write(spec.commandLine().getOut(), result);
    }

    /** How often a second pulse at the threshold without noise makes a spike with it. */
    private void addNoise(
            Table table, RefractoryCurve curve, NoisyCircuit noisy, Current first, double[] seconds, double[] amperes) {
        var streams = noiseOptions.streams(REPEATS);
        double[] share = new double[seconds.length];
        double[] error = new double[seconds.length];
        for (int k = 0; k < seconds.length; k++) {
            var second = new Current(amperes[k]);
            var interval = new Time(seconds[k]);
            double p = (double) streams.stream()
                            .filter(repeat -> curve.secondSpike(noisy, first, second, interval, repeat))
                            .count()
                    / streams.size();
            share[k] = p;
            error[k] = Math.sqrt(p * (1 - p) / streams.size());
        }
        table.column("p_second", share).column("p_second_se", error);
    }

    private double[] seconds() {
        double[] seconds = intervals == null
                ? new double[] {0.6e-3, 0.8e-3, 1e-3, 1.5e-3, 2e-3, 3e-3, 4e-3, 6e-3, 8e-3, 10e-3}
                : intervals.stream().mapToDouble(Time::si).sorted().toArray();
        for (double t : seconds) {
            Check.require(
                    t > width.si() && Double.isFinite(t),
                    "--interval",
                    new Time(t),
                    "must be above the width of a pulse (" + width + ") and finite");
        }
        return seconds;
    }
}
