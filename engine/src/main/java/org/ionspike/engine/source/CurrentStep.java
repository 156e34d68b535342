package org.ionspike.engine.source;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;

/**
 * A constant current between two times of the simulation, the same for all neurons of a group.
 *
 * @param name unique in the network
 * @param target the group that receives it
 * @param amplitude the current, of either sign
 * @param start when it begins, 0 or above, a multiple of the time step
 * @param stop when it ends, after {@code start}, a multiple of the time step, or infinite
 */
public record CurrentStep(String name, String target, Current amplitude, Time start, Time stop)
        implements CurrentSource {
    public CurrentStep {
        Check.finite("CurrentStep.amplitude", amplitude);
        Check.notNegative("CurrentStep.start", start);
        Check.require(stop.si() > start.si(), "CurrentStep.stop", stop, "must be after start (" + start + ")");
    }
}
