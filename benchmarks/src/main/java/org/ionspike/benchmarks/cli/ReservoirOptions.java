package org.ionspike.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.networks.architecture.ReservoirDesign;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The reservoir of a command, and over which seeds it is drawn. */
final class ReservoirOptions {
    private static final String USUAL_DEVICE = "synaptic";

    @Mixin
    private SlitOption slitOption;

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "Devices, which is how many numbers the readout sees. Default: pulses 20, mackey-glass 50,"
                    + " digits 200.")
    private @Nullable Integer devices;

    @Option(
            names = "--read-noise",
            paramLabel = "R",
            description = "Standard deviation of a reading over its value. Default: ${DEFAULT-VALUE}.")
    private double readNoise = 0.01;

    @Option(names = "--seed", paramLabel = "N", description = "The first seed. Default: 1.")
    private long seed = 1;

    @Option(
            names = "--seeds",
            paramLabel = "K",
            description = "How many seeds in a row. Default: pulses and mackey-glass 5, digits 3.")
    private @Nullable Integer askedSeeds;

    private int seeds;

    /** Checks the numbers and makes the design; an error of usage where one is wrong. */
    ReservoirDesign design(CommandSpec spec, int usualDevices, int usualSeeds) {
        seeds = askedSeeds == null ? usualSeeds : askedSeeds;
        Memristor device = slitOption.device(spec, USUAL_DEVICE);
        int count = devices == null ? usualDevices : devices;
        return Usage.of(spec, () -> {
            Check.between("--devices", count, 1, 2000);
            Check.between("--read-noise", readNoise, 0, 1);
            Check.between("--seeds", seeds, 1, 1000);
            return ReservoirDesign.of(device, count);
        });
    }

    double readNoise() {
        return readNoise;
    }

    /** The random streams of the first seed. */
    RandomStreams firstStreams() {
        return new RandomStreams(seed);
    }

    /** One trial per seed, in their order. */
    <T> List<T> trials(Progress progress, Function<RandomStreams, T> trial) {
        var trials = new ArrayList<T>();
        progress.begin("seeds", seeds, "seed");
        for (int k = 0; k < seeds; k++) {
            trials.add(trial.apply(new RandomStreams(seed + k)));
            progress.at(trials.size());
        }
        progress.end();
        return trials;
    }

    /** Adds what was asked for to the parameters of a result. */
    void describe(Result result, ReservoirDesign design) {
        result.with("slit", slitOption.nameOr(USUAL_DEVICE))
                .with("devices", design.devices())
                .with("step", design.step())
                .with("read noise", readNoise)
                .with("seed", seed)
                .with("seeds", seeds);
    }

    /** Mean and spread of a figure over the trials, one per seed. */
    static <T> MeanAndSpread over(List<T> trials, ToDoubleFunction<T> figure) {
        return MeanAndSpread.of(trials.stream().mapToDouble(figure).toArray());
    }
}
