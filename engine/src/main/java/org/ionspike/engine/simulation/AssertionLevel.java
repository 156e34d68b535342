package org.ionspike.engine.simulation;

/** What is checked in every step of a simulation. No level changes a result. */
public enum AssertionLevel {
    /** Input currents must be finite; nothing else, at no cost. */
    OFF,
    /**
     * After every step that is computed: every state variable is finite and within its bounds, so is every weight that a
     * rule may have changed, and neurons of models that can say so keep charge and energy in balance. Many times slower.
     */
    FULL
}
