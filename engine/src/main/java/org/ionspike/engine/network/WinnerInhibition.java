package org.ionspike.engine.network;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * Lateral inhibition that ends a competition: when enough different neurons of the group have fired since the last
 * release, a shunt holds all its membranes at a voltage. The presentation ends with it: lines are released, ramps stop.
 *
 * @param winners how many different neurons end the competition, at least 1
 * @param voltage where the membranes are held
 * @param duration how long, a multiple of the time step; with 0 no membrane is held, and only the later spikes of the
 *     same step are suppressed
 */
public record WinnerInhibition(int winners, Voltage voltage, Time duration) {
    public WinnerInhibition {
        Check.atLeast("WinnerInhibition.winners", winners, 1);
        Check.finite("WinnerInhibition.voltage", voltage);
        Check.notNegative("WinnerInhibition.duration", duration);
    }

    /** Of the spikes that fall into one step only the first counts. */
    public static WinnerInhibition withinAStep() {
        return new WinnerInhibition(1, new Voltage(0), new Time(0));
    }

    /** The same rule for another number of winners. */
    public WinnerInhibition withWinners(int count) {
        return new WinnerInhibition(count, voltage, duration);
    }
}
