package org.ionspike.engine.neuron;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.ionspike.engine.units.Time;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Marks against plain comparisons: not one more and not one less, down to the last bit of a float. */
class MarksTest {
    private static final float[] LEVELS = {0.02f, -0.15f, 0, 1e-30f, 3};
    private static final int[] SIZES = {1, 2, 15, 16, 17, 400, 1023, 1024, 1025, 3000};

    /** Numbers around the level: equal to it, one bit beside it, near, far, zeros of both signs. */
    private static float[] around(float level, int size, UniformRandomProvider random) {
        var values = new float[size];
        for (int j = 0; j < size; j++) {
            values[j] = switch (random.nextInt(16)) {
                case 0 -> level;
                case 1 -> Math.nextUp(level);
                case 2 -> Math.nextDown(level);
                case 3 -> -0.0f;
                case 4 -> Float.MIN_VALUE;
                case 5 -> -1e30f;
                case 6 -> 1e30f;
                case 7 -> level + 1e-4f * (random.nextFloat() - 0.5f);
                default -> level - random.nextFloat();
            };
        }
        return values;
    }

    private static List<Integer> found(float[] marks, int first, int end) {
        var found = new ArrayList<Integer>();
        for (int from = first; from < end; from += Marks.BLOCK) {
            int to = Math.min(from + Marks.BLOCK, end);
            for (int j = Marks.next(marks, from, to); j < to; j = Marks.next(marks, j + 1, to)) {
                found.add(j);
            }
        }
        return found;
    }

    private static List<Integer> plain(int first, int end, IntPredicate condition) {
        var found = new ArrayList<Integer>();
        for (int j = first; j < end; j++) {
            if (condition.test(j)) {
                found.add(j);
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void findWhatPlainComparisonsFind(long seed) {
        var random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        for (float level : LEVELS) {
            for (int size : SIZES) {
                float[] before = around(level, size, random);
                float[] after = around(level, size, random);
                var marks = new float[size];
                int first = random.nextInt(size);
                String what = "seed " + seed + ", level " + level + ", " + first + " to " + size;

                Marks.reached(after, level, marks, first, size);
                assertThat(found(marks, first, size))
                        .as("reached, %s", what)
                        .isEqualTo(plain(first, size, j -> after[j] >= level));

                Marks.rises(before, after, level, marks, first, size);
                assertThat(found(marks, first, size))
                        .as("rises, %s", what)
                        .isEqualTo(plain(first, size, j -> before[j] < level && after[j] >= level));

                float lower = level - 0.1f;
                Marks.addFalls(before, after, lower, marks, first, size);
                assertThat(found(marks, first, size))
                        .as("rises and falls, %s", what)
                        .isEqualTo(plain(
                                first,
                                size,
                                j -> (before[j] < level && after[j] >= level)
                                        || (before[j] >= lower && after[j] < lower)));

                Marks.outside(after, lower, level, marks, first, size);
                assertThat(found(marks, first, size))
                        .as("outside, %s", what)
                        .isEqualTo(plain(first, size, j -> after[j] < lower || after[j] > level));

                Marks.near(after, level, 1e-5f, marks, first, size);
                assertThat(found(marks, first, size))
                        .as("near, %s", what)
                        .isEqualTo(plain(first, size, j -> Math.abs(after[j] - level) < 1e-5f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.NEGATIVE_INFINITY})
    void whatIsNoVoltageMakesNoSpike(float volts) {
        for (NeuronModel model : List.of(new LifNeuron(), new GatedChannelNeuron())) {
            NeuronKernel kernel = model.kernel(new KernelSettings(3, new Time(1e-5), Backend.FUSED, false, false));
            kernel.set("v", new float[] {-0.06f, volts, -0.06f});
            kernel.advance(0, (neuron, seconds) -> {
                throw new AssertionError("neuron " + neuron + " of " + model.name() + " spikes");
            });
        }
    }
}
