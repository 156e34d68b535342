package org.ionspike.datasets;

import org.apache.commons.rng.UniformRandomProvider;

/** Random order of indices. */
final class Shuffle {
    private Shuffle() {}

    /** Fisher-Yates: every order is equally likely. */
    static void inPlace(int[] values, UniformRandomProvider random) {
        for (int k = values.length - 1; k > 0; k--) {
            int other = random.nextInt(k + 1);
            int value = values[k];
            values[k] = values[other];
            values[other] = value;
        }
    }
}
