package org.ionspike.engine.source;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.CurrentRate;

/**
 * A current that rises from 0 during every presentation, from the last input spike on until the presentation ends; the
 * same for all neurons of a group. It turns a neuron into a current comparator: the neuron with the largest input
 * fires first.
 *
 * @param name unique in the network
 * @param target the group that receives it
 * @param slope rate of rise, above 0
 */
public record CurrentRamp(String name, String target, CurrentRate slope) implements CurrentSource {
    public CurrentRamp {
        Check.positive("CurrentRamp.slope", slope);
    }
}
