package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.plasticity.WaveformPairing;
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
            "  ionspike synapse stdp --initial-weight 0.37 --dt -3ms --dt 3ms"
        })
final class SynapseStdpCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private PhysicsOutput output;

    @Option(names = "--initial-weight", paramLabel = "W", description = "Weight before, 0 to 1. Default: 0.5.")
    private double weight = 0.5;

    @Option(
            names = "--dt",
            paramLabel = "T",
            description =
                    "Time of the postsynaptic spike minus that of the presynaptic one; give the option as often as"
                            + " needed. Default: -60 to 60 ms, every 0.5 ms.")
    private @Nullable List<Time> distances;

    @Override
    public void run() {
        output.check(spec);
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
        double pre = pairing.presynapticAlone().apply(w) - w;
        double post = pairing.postsynapticAlone().apply(w) - w;
        var event = SynapticEvent.of(new IonicSynapse(), pairing.waveform(), w, pairing.cut());
        PrintWriter out = spec.commandLine().getOut();
        table.print(out, 25);
        out.printf(Locale.ROOT, "lone presynaptic spike    %+.3e%n", pre);
        out.printf(Locale.ROOT, "lone postsynaptic spike   %+.3e%n", post);
        out.printf("energy of a presynaptic spike: head %s, tail %s%n", event.headEnergy(), event.tailEnergy());
        out.printf("charge of a presynaptic spike: head %s, tail %s%n", event.headCharge(), event.tailCharge());
        out.flush();
        output.write(
                spec,
                table,
                node -> {
                    node.put("initial_weight", w)
                            .put("delta_w_presynaptic_alone", pre)
                            .put("delta_w_postsynaptic_alone", post);
                    node.putObject("event")
                            .put("head_J", event.headEnergy().si())
                            .put("tail_J", event.tailEnergy().si())
                            .put("head_C", event.headCharge().si())
                            .put("tail_C", event.tailCharge().si());
                },
                () -> new Chart("Spike timing", "t_post - t_pre (ms)", "change of the weight (1)")
                        .line(
                                "change",
                                DoubleStream.of(seconds).map(t -> 1e3 * t).toArray(),
                                change)
                        .caption("initial weight " + w + "; +0.5 V for 1 ms, then -0.25 V decaying with 10 ms;"
                                + " memory 1 h, voltage scale 60 mV"));
    }
}
