package org.ionspike.engine.simulation;

/**
 * What reading one sample gave.
 *
 * @param response who fired, and when
 * @param energy dissipated by this sample, its time of inhibition included
 * @param activity what this sample made happen, its time of inhibition included
 */
public record Reading(Response response, EnergyBook energy, ActivityBook activity) {}
