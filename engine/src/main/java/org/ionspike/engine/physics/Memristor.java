package org.ionspike.engine.physics;

import org.ionspike.engine.units.Conductance;

/**
 * An ionic device under a voltage, with one number of memory: its conductance over a fixed one, the state x.
 *
 * <pre>I = G_1 x V      x relaxes towards a steady state x_inf(V)</pre>
 *
 * At a held voltage the motion of x has a closed form, so that a step may have any length. What x is: for a {@link Slit}
 * n, the mobile fraction of its ions, 0 to 1; for a {@link ConicalChannel} g, the conductance over that at 0 V.
 */
public sealed interface Memristor permits Slit, ConicalChannel {
    /** G_1: the conductance at state 1. */
    Conductance unitConductance();

    /** x_inf, where the state rests while this voltage is held. */
    double steadyState(double volts);

    /** Time constant in s of a small departure from the steady state at this voltage. */
    double relaxationTimeSeconds(double volts);

    /** What so many seconds at a held voltage do to the state: exact. */
    MoebiusMap held(double volts, double seconds);

    /**
     * The state after this voltage was held for a time: exact.
     *
     * @param state at the start
     * @param seconds duration, 0 or above, of any length
     */
    double advance(double state, double volts, double seconds);

    /** The integral of the state over a time at a held voltage, in s; exact. G_1 V times it is the charge that passed. */
    double stateIntegral(double state, double volts, double seconds);

    /** Current in A: G_1 x V. */
    default double current(double state, double volts) {
        return unitConductance().si() * state * volts;
    }
}
