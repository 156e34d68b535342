package org.ionspike.engine.source;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Quantity;

/**
 * Impulses at random times into every neuron of a group, each neuron with a Poisson process of its own: the background
 * of many neurons that are not part of the network. Trains that are added make one Poisson process of the summed rate, so
 * any number of them is one number drawn for a neuron and a step; at low rates it is one draw an impulse. Impulses act
 * from the start of the step they fall into.
 *
 * @param name unique in the network
 * @param target the group that receives them
 * @param receptor name of a receptor of the group's model
 * @param size of an impulse, above 0, in the quantity of the receptor
 * @param rate impulses a second into each neuron, 0 or above, and at most 1000 in a time step
 */
public record PoissonImpulses(String name, String target, String receptor, Quantity size, Frequency rate)
        implements CurrentSource {
    /** Largest mean number of impulses in a step. */
    public static final int MOST_IN_A_STEP = 1000;

    public PoissonImpulses {
        Check.positive("PoissonImpulses.size", size);
        Check.notNegative("PoissonImpulses.rate", rate);
    }
}
