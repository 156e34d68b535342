package org.ionspike.engine.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.engine.synapse.Connectivity;

/**
 * A projection whose synapses have delays of their own, taken apart: each line becomes one line for each delay that
 * occurs on it, so that what arrives at one time is one row. Memory: 8 bytes a synapse as with one delay, and about 50
 * for each delay of a line.
 */
final class DelayLines {
    private final Connectivity connectivity;
    private final int[] first;
    private final int[] delaySteps;
    private final float[][] rows;

    /**
     * The lines taken apart.
     *
     * @param steps delays, one row per line in the order of the connections
     * @param weights likewise
     */
    DelayLines(Connectivity whole, int[][] steps, float[][] weights) {
        first = new int[whole.pre() + 1];
        var sorted = new int[whole.pre()][];
        for (int line = 0; line < steps.length; line++) {
            sorted[line] = sortedByDelay(steps[line]);
            int delays = 0;
            for (int n = 0; n < sorted[line].length; n++) {
                delays += n == 0 || stepsAt(steps, sorted, line, n) != stepsAt(steps, sorted, line, n - 1) ? 1 : 0;
            }
            first[line + 1] = first[line] + delays;
        }
        int parts = Math.max(1, first[whole.pre()]);
        delaySteps = new int[parts];
        rows = new float[parts][0];
        var targets = new int[parts][0];
        for (int line = 0; line < steps.length; line++) {
            int from = 0;
            for (int part = first[line]; part < first[line + 1]; part++) {
                int to = from;
                delaySteps[part] = stepsAt(steps, sorted, line, from);
                while (to < sorted[line].length && stepsAt(steps, sorted, line, to) == delaySteps[part]) {
                    to++;
                }
                rows[part] = new float[to - from];
                targets[part] = new int[to - from];
                for (int n = from; n < to; n++) {
                    rows[part][n - from] = weights[line][sorted[line][n]];
                    targets[part][n - from] = whole.target(line, sorted[line][n]);
                }
                from = to;
            }
        }
        connectivity = Connectivity.sparse(whole.post(), targets);
    }

    private static int stepsAt(int[][] steps, int[][] sorted, int line, int n) {
        return steps[line][sorted[line][n]];
    }

    /** The connections of a line by delay, those of one delay in their order. */
    private static int[] sortedByDelay(int[] steps) {
        var keys = new long[steps.length];
        for (int k = 0; k < steps.length; k++) {
            keys[k] = (long) steps[k] << 32 | k;
        }
        Arrays.sort(keys);
        var sorted = new int[steps.length];
        for (int n = 0; n < sorted.length; n++) {
            sorted[n] = (int) keys[n];
        }
        return sorted;
    }

    /** The connections of the parts. */
    Connectivity connectivity() {
        return connectivity;
    }

    /** The first part of a line; those up to the first of the next line are its own. */
    int first(int line) {
        return first[line];
    }

    /** The connections of the lines. */
    Connectivity whole() {
        var targets = new int[first.length - 1][];
        for (int line = 0; line < targets.length; line++) {
            targets[line] = IntStream.range(first[line], first[line + 1])
                    .flatMap(part -> Arrays.stream(connectivity.targets(part)))
                    .sorted()
                    .toArray();
        }
        return Connectivity.sparse(connectivity.post(), targets);
    }

    int delaySteps(int part) {
        return delaySteps[part];
    }

    /** The weights as rows of the parts. */
    float[][] rows() {
        return rows;
    }

    /** Values in rows of the parts as rows of the lines, in the order of the neurons. */
    float[][] together(float[][] parts) {
        var whole = new float[first.length - 1][];
        for (int line = 0; line < whole.length; line++) {
            whole[line] = together(parts, first[line], first[line + 1]);
        }
        return whole;
    }

    private float[] together(float[][] parts, int from, int to) {
        int length = 0;
        for (int part = from; part < to; part++) {
            length += parts[part].length;
        }
        var byTarget = new long[length];
        int n = 0;
        for (int part = from; part < to; part++) {
            for (int k = 0; k < parts[part].length; k++) {
                long value = Integer.toUnsignedLong(Float.floatToRawIntBits(parts[part][k]));
                byTarget[n++] = (long) connectivity.target(part, k) << 32 | value;
            }
        }
        Arrays.sort(byTarget);
        var row = new float[length];
        for (int k = 0; k < length; k++) {
            row[k] = Float.intBitsToFloat((int) byTarget[k]);
        }
        return row;
    }
}
