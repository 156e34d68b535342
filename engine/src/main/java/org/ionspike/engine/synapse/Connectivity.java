package org.ionspike.engine.synapse;

import java.util.Arrays;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;

/** Which neurons each presynaptic line reaches. */
public final class Connectivity {
    private final int pre;
    private final int post;
    private final int @Nullable [] @Nullable [] targets;

    private Connectivity(int pre, int post, int @Nullable [] @Nullable [] targets) {
        Check.atLeast("Connectivity.pre", pre, 1);
        Check.atLeast("Connectivity.post", post, 1);
        this.pre = pre;
        this.post = post;
        this.targets = targets;
    }

    /** Every line reaches every neuron. */
    public static Connectivity dense(int pre, int post) {
        return new Connectivity(pre, post, null);
    }

    /**
     * Line i reaches the neurons {@code targets[i]}.
     *
     * @param targets one ascending list per line, every entry below {@code post}
     */
    public static Connectivity sparse(int post, int[][] targets) {
        for (int i = 0; i < targets.length; i++) {
            for (int k = 0; k < targets[i].length; k++) {
                int j = targets[i][k];
                Check.require(j >= 0 && j < post, "Target of line " + i, j, "must lie between 0 and " + (post - 1));
                Check.require(k == 0 || j > targets[i][k - 1], "Target of line " + i, j, "must come once, in order");
            }
        }
        return new Connectivity(targets.length, post, targets);
    }

    /** Number of presynaptic lines. */
    public int pre() {
        return pre;
    }

    /** Number of postsynaptic neurons. */
    public int post() {
        return post;
    }

    /** Whether every line reaches every neuron. */
    public boolean isDense() {
        return targets == null;
    }

    /** Number of devices on a line. */
    public int fanOut(int line) {
        return targets == null ? post : targets[line].length;
    }

    /** The neuron that the k-th device of a line reaches. */
    public int target(int line, int k) {
        return targets == null ? k : targets[line][k];
    }

    /** Position of the device of a line that reaches a neuron, or -1. */
    public int position(int line, int neuron) {
        if (targets == null) {
            return neuron;
        }
        int k = Arrays.binarySearch(targets[line], neuron);
        return k < 0 ? -1 : k;
    }
}
