package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Quantity;

/**
 * A state variable that neurons learn: it outlives a reset, as weights do, and is part of a trained network.
 *
 * @param name as the model documents it, such as {@code "theta"}
 * @param quantity what it is
 */
public record LearntVariable(String name, Class<? extends Quantity> quantity) {}
