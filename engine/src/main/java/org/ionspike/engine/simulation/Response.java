package org.ionspike.engine.simulation;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;

/**
 * How a group answered one presentation: the first spike of every neuron that fired before inhibition or the limit
 * ended it, in order of time, then of neuron.
 *
 * @param neuron who fired
 * @param timeSeconds when, counted from the start of the presentation
 * @param activeSeconds how long lines and ramp were on
 */
public record Response(ImmutableIntArray neuron, ImmutableDoubleArray timeSeconds, double activeSeconds) {
    /** Number of neurons that fired. */
    public int size() {
        return neuron.length();
    }
}
