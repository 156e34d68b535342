package org.ionspike.engine.neuron;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * What a kernel needs to know beside its model.
 *
 * @param size number of neurons, at least 1; a batch of B samples of N neurons is one kernel of B x N
 * @param step length of a time step, above 0
 * @param backend which implementation to use
 * @param parking whether neurons at rest are left out of the computation; changes no result
 * @param energy whether dissipated energy is accounted for
 * @param workers who shares the work of a step; changes no result
 */
public record KernelSettings(int size, Time step, Backend backend, boolean parking, boolean energy, Workers workers) {
    /** One thread. */
    public KernelSettings(int size, Time step, Backend backend, boolean parking, boolean energy) {
        this(size, step, backend, parking, energy, Workers.ALONE);
    }

    public KernelSettings {
        Check.atLeast("KernelSettings.size", size, 1);
        Check.positive("KernelSettings.step", step);
    }
}
