package org.ionspike.engine.simulation;

/**
 * What reading one sample gave.
 *
 * @param response who fired, and when
 * @param energy dissipated by this sample, its time of inhibition included
 * @param synapticOperations devices that a spike of this sample reached
 */
public record Reading(Response response, EnergyBook energy, long synapticOperations) {}
