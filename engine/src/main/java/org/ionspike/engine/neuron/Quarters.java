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

    /**
     * As {@link #fold}, of {@code min(after - level, level - before)}, which is below 0 unless the value has come up to the
     * level: values that stay above it for long do not have to be looked at again and again.
     */
    static void foldRises(float[] before, float[] after, float level, int from, float[] highest) {
        for (int j = from; j < from + QUARTER; j++) {
            highest[j] = Math.max(
                    Math.min(after[j] - level, level - before[j]),
                    Math.min(after[j + QUARTER] - level, level - before[j + QUARTER]));
        }
        for (int j = from; j < from + QUARTER; j++) {
            float more = Math.max(
                    Math.min(after[j + 2 * QUARTER] - level, level - before[j + 2 * QUARTER]),
                    Math.min(after[j + 3 * QUARTER] - level, level - before[j + 3 * QUARTER]));
            highest[j] = Math.max(highest[j], more);
        }
    }

    /** {@code min(after - level, level - before)} of all values from one on. */
    static void rises(float[] before, float[] after, float level, int from, float[] highest) {
        for (int j = from; j < after.length; j++) {
            highest[j] = Math.min(after[j] - level, level - before[j]);
        }
    }
}
