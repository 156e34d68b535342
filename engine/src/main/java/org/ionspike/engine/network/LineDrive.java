package org.ionspike.engine.network;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;

/**
 * What a spike does to its line: it holds the line at a voltage for a while. A spike that arrives while the line is
 * held starts the time anew.
 *
 * @param voltage the voltage, not 0
 * @param hold how long; infinite means until the presentation ends, and for ever where nothing is presented
 */
public record LineDrive(Voltage voltage, Time hold) implements Drive {
    public LineDrive {
        Check.finite("LineDrive.voltage", voltage);
        Check.require(voltage.si() != 0, "LineDrive.voltage", voltage, "must not be 0");
        Check.require(hold.si() > 0, "LineDrive.hold", hold, "must be above 0");
    }

    /** A line that stays on until the presentation ends. */
    public static LineDrive held(Voltage voltage) {
        return new LineDrive(voltage, new Time(Double.POSITIVE_INFINITY));
    }
}
