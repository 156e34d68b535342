package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Quantity;

/**
 * A place of a neuron at which impulses arrive.
 *
 * @param name what projections call it, such as {@code "excitatory"}
 * @param quantity what an impulse adds: a voltage, a current or a conductance
 */
public record Receptor(String name, Class<? extends Quantity> quantity) {}
