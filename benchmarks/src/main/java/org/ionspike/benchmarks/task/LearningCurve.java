package org.ionspike.benchmarks.task;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;

/**
 * How well the winners told the classes apart while the network learnt.
 *
 * @param window over how many presentations each accuracy is taken; fewer at the start
 * @param presentations samples shown so far, ascending
 * @param accuracy as many shares of samples, 0 to 1
 */
public record LearningCurve(int window, ImmutableLongArray presentations, ImmutableDoubleArray accuracy) {
    /** The accuracy at the end of training; NaN before the first point. */
    public double last() {
        return accuracy.isEmpty() ? Double.NaN : accuracy.get(accuracy.length() - 1);
    }
}
