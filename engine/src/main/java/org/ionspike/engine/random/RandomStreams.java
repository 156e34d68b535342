package org.ionspike.engine.random;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import org.apache.commons.rng.RestorableUniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The random streams of one run. Each is derived from the run's seed and its own name, so a stream does not
 * change when another is added, and two runs with one seed draw the same numbers.
 */
public final class RandomStreams {
    private final long seed;

    /** Streams of the given seed; every {@code long} is a valid seed. */
    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** The seed all streams are derived from. */
    public long seed() {
        return seed;
    }

    /**
     * A new generator at the start of the named stream (XoShiRo256PlusPlus of Commons RNG; its state can be saved).
     *
     * @param name any text, such as {@code "projection/input/devices"}
     */
    public RestorableUniformRandomProvider stream(String name) {
        return RandomSource.XO_SHI_RO_256_PP.create(derive(name));
    }

    /** The streams of a part: {@code child("device").stream("x")} depends on the seed and both names. */
    public RandomStreams child(String name) {
        return new RandomStreams(derive(name));
    }

    private long derive(String name) {
        return Hashing.sha256()
                .newHasher()
                .putLong(seed)
                .putString(name, StandardCharsets.UTF_8)
                .hash()
                .asLong();
    }
}
