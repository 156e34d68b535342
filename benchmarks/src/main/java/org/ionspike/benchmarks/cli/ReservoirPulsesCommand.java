package org.ionspike.benchmarks.cli;

import java.util.List;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.reservoir.SequenceTrial;
import org.ionspike.datasets.sequence.LabelledSequences;
import org.ionspike.datasets.sequence.OrderOfPulses;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ReservoirDesign;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike reservoir pulses}. */
@Command(
        name = "pulses",
        description = "Which of two inputs had its pulse first? The devices are read once, some steps later.",
        footer = {
            "",
            "Examples:",
            "  ionspike reservoir pulses --plot pulses.png",
            "  ionspike reservoir pulses --devices 8 --seeds 10",
            "  ionspike reservoir pulses --slit conical"
        })
final class ReservoirPulsesCommand implements Runnable {
    private static final int USUAL_SEEDS = 5;
    private static final int USUAL_DEVICES = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReservoirOptions reservoir;

    @Option(
            names = "--sequences",
            paramLabel = "N",
            description = "Sequences of a seed; half of them are trained on. Default: ${DEFAULT-VALUE}.")
    private int count = 4000;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        ReservoirDesign design = reservoir.design(spec, USUAL_DEVICES, USUAL_SEEDS);
        Usage.of(spec, () -> {
            Check.between("--sequences", count, 20, 100_000);
            return count;
        });
        var task = new OrderOfPulses();
        int training = count / 2;
        List<SequenceTrial> trials = reservoir.trials(
                figure.progress(spec.commandLine().getErr()),
                streams -> SequenceTrial.of(drawn(task, streams), training, design, reservoir.readNoise(), streams));
        LabelledSequences first = drawn(task, reservoir.firstStreams());
        Result result = SequenceReport.of("pulses", design, first, training, trials);
        reservoir.describe(result, design);
        figure.write(spec.commandLine().getOut(), result);
    }

    private LabelledSequences drawn(OrderOfPulses task, RandomStreams streams) {
        return task.draw(count, streams.stream("pulses"));
    }
}
