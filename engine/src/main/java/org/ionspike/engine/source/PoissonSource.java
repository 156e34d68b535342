package org.ionspike.engine.source;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Frequency;

/**
 * Lines that spike at random, each a Poisson process of the same rate. Intervals are drawn from the exponential
 * distribution, so the cost is one draw a spike; on the grid a spike acts from the step it falls into.
 *
 * @param name unique in the network
 * @param lines number of lines, at least 1
 * @param rate spikes a second on every line, 0 or above, and at most 1000 in a time step
 */
public record PoissonSource(String name, int lines, Frequency rate) implements SpikeSource {
    /** Largest mean number of spikes of a line in a step. */
    public static final int MOST_IN_A_STEP = 1000;

    public PoissonSource {
        Check.atLeast("PoissonSource.lines", lines, 1);
        Check.notNegative("PoissonSource.rate", rate);
    }
}
