package org.ionspike.benchmarks.metric;

import com.google.common.collect.ImmutableList;
import org.ionspike.engine.units.Check;

/** How often samples of each class were taken for each class, or for none. */
public final class ConfusionMatrix {
    private final ImmutableList<String> classNames;
    private final int[][] counts;

    /** An empty matrix. */
    public ConfusionMatrix(ImmutableList<String> classNames) {
        Check.atLeast("ConfusionMatrix.classNames", classNames.size(), 1);
        this.classNames = classNames;
        this.counts = new int[classNames.size()][classNames.size() + 1];
    }

    /**
     * Counts one sample.
     *
     * @param actual index of its class
     * @param predicted index of the class it was taken for, or -1 for no answer
     */
    public void add(int actual, int predicted) {
        counts[actual][predicted < 0 ? classNames.size() : predicted]++;
    }

    /** Names of the classes. */
    public ImmutableList<String> classNames() {
        return classNames;
    }

    /** Samples of a class that were taken for a class. */
    public int count(int actual, int predicted) {
        return counts[actual][predicted];
    }

    /** Samples of a class without an answer. */
    public int unanswered(int actual) {
        return counts[actual][classNames.size()];
    }

    /** Samples in all. */
    public int total() {
        int sum = 0;
        for (int[] row : counts) {
            for (int count : row) {
                sum += count;
            }
        }
        return sum;
    }

    /** Samples that were taken for their own class. */
    public int correct() {
        int sum = 0;
        for (int c = 0; c < counts.length; c++) {
            sum += counts[c][c];
        }
        return sum;
    }

    /** Share of samples that were taken for their own class; 0 without samples. */
    public double accuracy() {
        return total() == 0 ? 0 : correct() / (double) total();
    }
}
