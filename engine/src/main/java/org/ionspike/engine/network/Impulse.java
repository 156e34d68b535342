package org.ionspike.engine.network;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Quantity;

/**
 * A spike adds its synapse's weight times a size to a receptor of the neuron it reaches, at once.
 *
 * @param receptor name of a receptor of the target's model
 * @param size what weight 1 adds, in the quantity of the receptor; above 0, the sign comes from the polarity
 */
public record Impulse(String receptor, Quantity size) implements Drive {
    public Impulse {
        Check.positive("Impulse.size", size);
    }
}
