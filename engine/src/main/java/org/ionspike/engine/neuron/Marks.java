package org.ionspike.engine.neuron;

import java.util.Arrays;

/**
 * Finds the few of many neurons to which something happens in a step. The JIT vectorizes no search, but it vectorizes loops
 * that leave a mark for each neuron, above 0 where there is something to look at and +0 elsewhere, and {@link
 * Arrays#mismatch} with zeros is a search by vectors. A mark is x + |x|: 2 x where x is above 0, +0 otherwise.
 */
final class Marks {
    /** Neurons that are marked and searched together, so that the marks are still in the nearest cache. */
    static final int BLOCK = 1_024;

    private static final float[] NONE = new float[BLOCK];

    private Marks() {}

    /** Marks values of at least {@code level}. */
    static void reached(float[] values, float level, float[] marks, int from, int to) {
        float below = Math.nextDown(level);
        for (int j = from; j < to; j++) {
            float x = values[j] - below;
            marks[j] = x + Math.abs(x);
        }
    }

    /** Marks values that have come up to {@code level} from below it. */
    static void rises(float[] before, float[] after, float level, float[] marks, int from, int to) {
        float below = Math.nextDown(level);
        for (int j = from; j < to; j++) {
            float x = Math.min(after[j] - below, level - before[j]);
            marks[j] = x + Math.abs(x);
        }
    }

    /** Adds to the marks where values have come down below {@code level}. */
    static void addFalls(float[] before, float[] after, float level, float[] marks, int from, int to) {
        float below = Math.nextDown(level);
        for (int j = from; j < to; j++) {
            float x = Math.min(before[j] - below, level - after[j]);
            marks[j] += x + Math.abs(x);
        }
    }

    /** Marks values less than {@code distance} away from {@code center}. */
    static void near(float[] values, float center, float distance, float[] marks, int from, int to) {
        for (int j = from; j < to; j++) {
            float x = distance - Math.abs(values[j] - center);
            marks[j] = x + Math.abs(x);
        }
    }

    /** Marks values below {@code low} or above {@code high}. */
    static void outside(float[] values, float low, float high, float[] marks, int from, int to) {
        for (int j = from; j < to; j++) {
            float above = values[j] - high;
            float below = low - values[j];
            marks[j] = (above + Math.abs(above)) + (below + Math.abs(below));
        }
    }

    /** The first marked neuron from {@code from} on, or {@code to}; at most {@link #BLOCK} are searched. */
    static int next(float[] marks, int from, int to) {
        int found = Arrays.mismatch(marks, from, to, NONE, 0, to - from);
        return found < 0 ? to : from + found;
    }
}
