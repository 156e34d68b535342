package org.ionspike.engine.physics;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;

/** A field along the slit as a function of time, in V/m; time is below 0 while the ions equilibrate. */
@FunctionalInterface
public interface DrivingField {
    /** The field in V/m at a time in s. */
    double at(double seconds);

    /** When the field changes for good, in s; the begin of the measurement, 0, unless it is a step at another time. */
    default double switchedAt() {
        return 0;
    }

    /** One field for all time. */
    static DrivingField constant(ElectricField field) {
        Check.finite("DrivingField.field", field);
        double value = field.si();
        return seconds -> value;
    }

    /** One field up to a time, another from it on. */
    static DrivingField step(ElectricField before, ElectricField after, Time at) {
        Check.finite("DrivingField.before", before);
        Check.finite("DrivingField.after", after);
        Check.finite("DrivingField.at", at);
        double first = before.si();
        double second = after.si();
        double change = at.si();
        return new DrivingField() {
            @Override
            public double at(double seconds) {
                return seconds < change ? first : second;
            }

            @Override
            public double switchedAt() {
                return change;
            }
        };
    }

    /** {@code amplitude cos(2 pi frequency t)}. */
    static DrivingField cosine(ElectricField amplitude, Frequency frequency) {
        Check.finite("DrivingField.amplitude", amplitude);
        Check.positive("DrivingField.frequency", frequency);
        double peak = amplitude.si();
        double omega = 2 * Math.PI * frequency.si();
        return seconds -> peak * Math.cos(omega * seconds);
    }
}
