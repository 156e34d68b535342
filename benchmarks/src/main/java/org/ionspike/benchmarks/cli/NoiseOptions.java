package org.ionspike.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.engine.physics.IonNoise;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Ion-number noise of the neuron commands; without {@code --ions} they are deterministic. */
final class NoiseOptions {
    @Option(
            names = "--ions",
            paramLabel = "N",
            description =
                    "Ions per sign of the K slit; the Na slits hold five times as many. Their number sets the noise,"
                            + " not the conductance. Default: no noise.")
    private @Nullable Integer ions;

    @Option(
            names = "--ion-noise",
            paramLabel = "gillespie|langevin",
            description = "Count every ion (exact), or Gaussian noise on the mobile fractions (for many ions). Default:"
                    + " gillespie.")
    private IonNoise.@Nullable Method method;

    @Option(names = "--thermal", description = "Thermal noise of the voltage as well.")
    private boolean thermal;

    @Option(
            names = "--repeats",
            paramLabel = "N",
            description = "Independent runs with noise. Default: trace 1, fi and bistable 10, refractory 100.")
    private @Nullable Integer repeats;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all random numbers. Default: 1.")
    private long seed = 1;

    /** The noise asked for, or none. */
    Optional<IonNoise> noise() {
        if (ions == null) {
            Check.require(method == null, "--ion-noise", String.valueOf(method), "needs --ions N");
            Check.require(!thermal, "--thermal", "given", "needs --ions N");
            Check.require(repeats == null, "--repeats", String.valueOf(repeats), "needs --ions N");
            return Optional.empty();
        }
        Check.between("--ions", ions, 1, 100_000_000);
        Check.between("--repeats", repeats == null ? 1 : repeats, 1, 1_000_000);
        return Optional.of(new IonNoise(method == null ? IonNoise.Method.GILLESPIE : method, ions, thermal));
    }

    long seed() {
        return seed;
    }

    /** The random streams of every repeat. */
    List<RandomStreams> streams(int repeatsByDefault) {
        int count = repeats == null ? repeatsByDefault : repeats;
        var streams = new ArrayList<RandomStreams>();
        for (int k = 0; k < count; k++) {
            streams.add(new RandomStreams(seed).child("ion noise, repeat " + k));
        }
        return streams;
    }

    /** Adds what was asked for to the parameters of a result. */
    static void describe(Result result, IonNoise noise, int repeats, long seed) {
        result.with("ions", noise.ionsPerSlit())
                .with(
                        "ion noise",
                        noise.method().name().toLowerCase(Locale.ROOT) + (noise.thermal() ? " + thermal" : ""))
                .with("repeats", repeats)
                .with("seed", seed);
    }
}
