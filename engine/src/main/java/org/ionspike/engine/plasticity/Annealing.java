package org.ionspike.engine.plasticity;

import org.ionspike.engine.units.Check;

/**
 * A learning rate that falls exponentially from 1 to an end value over a number of presentations, and stays there.
 *
 * <pre>rate(k) = end^min(1, k / presentations)</pre>
 *
 * @param end rate after all presentations, above 0 to 1; 1 for a constant rate
 * @param presentations over how many presentations it falls, at least 1
 */
public record Annealing(double end, int presentations) {
    public Annealing {
        Check.require(end > 0 && end <= 1, "Annealing.end", end, "must be above 0 and at most 1");
        Check.atLeast("Annealing.presentations", presentations, 1);
    }

    /** A rate of 1 for ever. */
    public static Annealing none() {
        return new Annealing(1, 1);
    }

    /** The rate during the k-th presentation, counted from 0. */
    public double rate(long presentation) {
        return Math.pow(end, Math.min(1, presentation / (double) presentations));
    }
}
