package org.ionspike.engine.neuron;

/**
 * Searching many values for the few that reach a level. The JIT vectorizes no search, but it does vectorize the highest of
 * four values that lie a fixed way apart; only a fourth is left to be searched.
 */
final class Quarters {
    /** How far apart the four lie. */
    static final int QUARTER = 128;

    /** Values that are folded at a time. */
    static final int WHOLE = 4 * QUARTER;

    private Quarters() {}

    /** {@code highest[j]} of {@code values[j + k QUARTER]}, k = 0 to 3, for a quarter from {@code from} on. */
    static void fold(float[] values, int from, float[] highest) {
        for (int j = from; j < from + QUARTER; j++) {
            highest[j] = Math.max(
                    Math.max(values[j], values[j + QUARTER]),
                    Math.max(values[j + 2 * QUARTER], values[j + 3 * QUARTER]));
        }
    }
}
