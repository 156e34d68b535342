package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.plasticity.DeviceTiming;
import org.ionspike.engine.plasticity.DeviceTiming.Point;
import org.ionspike.engine.plasticity.WaveformPairing;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.engine.synapse.SynapticEvent;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike synapse stdp}. */
@Command(
        name = "stdp",
        description =
                "Change of the weight by a pair of spikes against their distance; energy and charge of one spike.",
        footer = {
            "",
            "Examples:",
            "  ionspike synapse stdp --initial-weight 0.5 --plot stdp.png",
            "  ionspike synapse stdp --initial-weight 0.37 --dt -3ms --dt 3ms",
            "  ionspike synapse stdp --device typical --devices 1000 --plot spread.png"
        })
final class SynapseStdpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Option(names = "--initial-weight", paramLabel = "W", description = "Weight before, 0 to 1. Default: 0.5.")
    private double weight = 0.5;

    @Option(
            names = "--dt",
            paramLabel = "T",
            description =
                    "Time of the postsynaptic spike minus that of the presynaptic one; give the option as often as"
                            + " needed. Default: -60 to 60 ms, every 0.5 ms.")
    private @Nullable List<Time> distances;

    @Option(
            names = "--device",
            paramLabel = "ideal|typical|pessimistic|FILE.yaml",
            description = "How devices differ from the ideal one; adds the spread over them. Default: ideal.")
    private String device = "ideal";

    @Option(names = "--devices", paramLabel = "N", description = "Fresh devices at each distance. Default: 100.")
    private int devices = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all that is drawn. Default: 1.")
    private long seed = 1;

    @Override
    public void run() {
        figure.check(spec);
        double w = Usage.of(spec, () -> {
            Check.between("--initial-weight", weight, 0, 1);
            if (distances != null) {
                distances.forEach(dt -> Check.finite("--dt", dt));
            }
            return weight;
        });
        var pairing = new WaveformPairing();
        double[] seconds = distances == null
                ? IntStream.rangeClosed(-120, 120).mapToDouble(k -> k * 5e-4).toArray()
                : distances.stream().mapToDouble(Time::si).sorted().toArray();
        double[] change =
                DoubleStream.of(seconds).map(dt -> pairing.delta(w, dt)).toArray();
        var table = new Table().column("dt_post_minus_pre_s", seconds).column("delta_w", change);
        var variability = Usage.of(spec, () -> DeviceOption.parse(device));
        var synapse = new IonicSynapse().withDevices(variability);
        boolean spread = !variability.equals(DeviceVariability.ideal());
        List<Point> points = spread
                ? Usage.of(
                        spec,
                        () -> new DeviceTiming(pairing, synapse).run(seconds, devices, w, new RandomStreams(seed)))
                : List.of();
        if (spread) {
            table.column("delta_w_mean", of(points, Point::mean))
                    .column("delta_w_sd", of(points, Point::deviation))
                    .column("delta_w_min", of(points, Point::lowest))
                    .column("delta_w_max", of(points, Point::highest));
        }
        double pre = pairing.presynapticAlone().apply(w) - w;
        double post = pairing.postsynapticAlone().apply(w) - w;
        var event = SynapticEvent.of(new IonicSynapse(), pairing.waveform(), w, pairing.cut());
        var result = new Result("synapse stdp", table, () -> chart(seconds, change, points)).with("initial-weight", w);
        if (spread) {
            result.with("device", device).with("devices", devices).with("seed", seed);
        }
        result.found("delta_w_presynaptic_alone", pre)
                .found("delta_w_postsynaptic_alone", post)
                .found("event_head_J", event.headEnergy().si())
                .found("event_tail_J", event.tailEnergy().si())
                .found("event_head_C", event.headCharge().si())
                .found("event_tail_C", event.tailCharge().si())
                .note("event: one presynaptic spike on a synapse at rest.");
        figure.write(spec.commandLine().getOut(), result);
    }

    private static Chart chart(double[] seconds, double[] change, List<Point> points) {
        double[] millis = DoubleStream.of(seconds).map(t -> 1e3 * t).toArray();
        var chart = new Chart("Spike timing", "t_post - t_pre (ms)", "change of the weight (1)")
                .line("ideal", millis, change);
        return points.isEmpty()
                ? chart
                : chart.line("mean", millis, of(points, Point::mean))
                        .line("mean + sd", millis, of(points, point -> point.mean() + point.deviation()))
                        .line("mean - sd", millis, of(points, point -> point.mean() - point.deviation()));
    }

    private static double[] of(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }
}
