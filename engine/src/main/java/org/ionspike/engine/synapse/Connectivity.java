package org.ionspike.engine.synapse;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;

/** Which neurons each presynaptic line reaches. */
public final class Connectivity {
    private final int pre;
    private final int post;
    /** The neurons of each line, or null where a line reaches all, or all {@link #others}. */
    private final int @Nullable [] @Nullable [] targets;

    private final boolean others;
    private @Nullable Incoming incoming;

    private Connectivity(int pre, int post, int @Nullable [] @Nullable [] targets, boolean others) {
        Check.atLeast("Connectivity.pre", pre, 1);
        Check.atLeast("Connectivity.post", post, 1);
        this.pre = pre;
        this.post = post;
        this.targets = targets;
        this.others = others;
    }

    /** Every line reaches every neuron. */
    public static Connectivity dense(int pre, int post) {
        return new Connectivity(pre, post, null, false);
    }

    /** Line i reaches every neuron but neuron i; takes no memory. */
    public static Connectivity toOthers(int size) {
        return new Connectivity(size, size, null, true);
    }

    /**
     * Line i reaches the neurons {@code targets[i]}.
     *
     * @param targets one ascending list per line, every entry below {@code post}; not copied, so not to be changed
     *     afterwards
     */
    public static Connectivity sparse(int post, int[][] targets) {
        for (int i = 0; i < targets.length; i++) {
            for (int k = 0; k < targets[i].length; k++) {
                int j = targets[i][k];
                if (j < 0 || j >= post) {
                    Check.require(false, "Target of line " + i, j, "must lie between 0 and " + (post - 1));
                }
                if (k > 0 && j <= targets[i][k - 1]) {
                    Check.require(false, "Target of line " + i, j, "must come once, in order");
                }
            }
        }
        return new Connectivity(targets.length, post, targets, false);
    }

    /** The same connections to neurons that begin at another index in a larger group. */
    public Connectivity within(int first, int neurons) {
        var shifted = new int[pre][];
        for (int i = 0; i < pre; i++) {
            shifted[i] = new int[fanOut(i)];
            for (int k = 0; k < shifted[i].length; k++) {
                shifted[i][k] = first + target(i, k);
            }
        }
        return sparse(neurons, shifted);
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
        return targets == null && !others;
    }

    /** Number of devices on a line. */
    public int fanOut(int line) {
        if (targets == null) {
            return others ? post - 1 : post;
        }
        return targets[line].length;
    }

    /** The neurons that the devices of a line reach, ascending; read only. */
    public int[] targets(int line) {
        if (targets == null) {
            return IntStream.range(0, fanOut(line)).map(k -> target(line, k)).toArray();
        }
        return targets[line];
    }

    /** The neuron that the k-th device of a line reaches. */
    public int target(int line, int k) {
        if (targets == null) {
            return others && k >= line ? k + 1 : k;
        }
        return targets[line][k];
    }

    /**
     * Adds {@code size x row[k]} to the neuron that the k-th synapse of a line reaches, for all of them.
     *
     * @param row one value per synapse of the line
     * @param into one entry per neuron
     */
    public void addRow(int line, float[] row, float size, float[] into) {
        if (targets != null) {
            int[] reached = targets[line];
            for (int k = 0; k < row.length; k++) {
                into[reached[k]] += size * row[k];
            }
        } else if (others) {
            for (int k = 0; k < line; k++) {
                into[k] += size * row[k];
            }
            for (int k = line; k < row.length; k++) {
                into[k + 1] += size * row[k];
            }
        } else {
            for (int j = 0; j < row.length; j++) {
                into[j] += size * row[j];
            }
        }
    }

    /**
     * As {@link #addRow}, for the neurons from {@code first} to before {@code end} only.
     *
     * @param into one entry per neuron
     */
    public void addRowWithin(int line, float[] row, float size, float[] into, int first, int end) {
        int from = firstAtLeast(line, first);
        int to = firstAtLeast(line, end);
        if (targets != null) {
            int[] reached = targets[line];
            for (int k = from; k < to; k++) {
                into[reached[k]] += size * row[k];
            }
        } else if (others) {
            for (int k = from; k < to; k++) {
                into[k < line ? k : k + 1] += size * row[k];
            }
        } else {
            for (int j = from; j < to; j++) {
                into[j] += size * row[j];
            }
        }
    }

    /** Position on a line of the first device that reaches a neuron of this index or a larger one. */
    private int firstAtLeast(int line, int neuron) {
        if (targets != null) {
            int k = Arrays.binarySearch(targets[line], neuron);
            return k < 0 ? -k - 1 : k;
        }
        return others && neuron > line ? neuron - 1 : neuron;
    }

    /**
     * Multiplies {@code row[k]} by the factor of the neuron that the k-th synapse of a line reaches, for all of them.
     *
     * @param row one value per synapse of the line
     * @param factors one per neuron
     */
    public void scaleRow(int line, float[] row, float[] factors) {
        if (isDense()) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= factors[j];
            }
        } else {
            for (int k = 0; k < row.length; k++) {
                row[k] *= factors[target(line, k)];
            }
        }
    }

    /** Number of devices that reach a neuron. */
    public int fanIn(int neuron) {
        if (targets == null) {
            return others ? pre - 1 : pre;
        }
        return incoming().first[neuron + 1] - incoming().first[neuron];
    }

    /** The line of the n-th device that reaches a neuron, ascending with n. */
    public int source(int neuron, int n) {
        if (targets == null) {
            return others && n >= neuron ? n + 1 : n;
        }
        return incoming().line[incoming().first[neuron] + n];
    }

    /** Position on its line of the n-th device that reaches a neuron. */
    public int sourcePosition(int neuron, int n) {
        return targets == null
                ? position(source(neuron, n), neuron)
                : incoming().position[incoming().first[neuron] + n];
    }

    /** The devices sorted by neuron; made when first asked for. */
    private synchronized Incoming incoming() {
        if (incoming == null) {
            incoming = new Incoming(this);
        }
        return incoming;
    }

    private static final class Incoming {
        private final int[] first;
        private final int[] line;
        private final int[] position;

        Incoming(Connectivity all) {
            first = new int[all.post + 1];
            for (int i = 0; i < all.pre; i++) {
                for (int k = 0; k < all.fanOut(i); k++) {
                    first[all.target(i, k) + 1]++;
                }
            }
            for (int j = 0; j < all.post; j++) {
                first[j + 1] += first[j];
            }
            line = new int[first[all.post]];
            position = new int[line.length];
            int[] next = first.clone();
            for (int i = 0; i < all.pre; i++) {
                for (int k = 0; k < all.fanOut(i); k++) {
                    int at = next[all.target(i, k)]++;
                    line[at] = i;
                    position[at] = k;
                }
            }
        }
    }

    /** Position of the device of a line that reaches a neuron, or -1. */
    public int position(int line, int neuron) {
        if (targets == null && others) {
            return neuron == line ? -1 : neuron < line ? neuron : neuron - 1;
        }
        if (targets == null) {
            return neuron;
        }
        int k = Arrays.binarySearch(targets[line], neuron);
        return k < 0 ? -1 : k;
    }
}
