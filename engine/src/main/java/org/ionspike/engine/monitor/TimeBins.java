package org.ionspike.engine.monitor;

import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/** Bins of equal length from the making of a monitor on. */
final class TimeBins {
    /** A time this close below the edge of a bin, in bins, is on the edge: times of the grid carry rounding. */
    private static final double ON_EDGE = 1e-9;

    private final Simulation simulation;
    private final double startSeconds;
    private final double binSeconds;

    TimeBins(String what, Simulation simulation, Time bin) {
        Check.positive(what + ": bin", bin);
        this.simulation = simulation;
        this.startSeconds = simulation.now().si();
        this.binSeconds = bin.si();
    }

    /** The bin that a time lies in. */
    int of(double timeSeconds) {
        return (int) Math.floor((timeSeconds - startSeconds) / binSeconds + ON_EDGE);
    }

    /** Number of bins that are over. */
    int complete() {
        return of(simulation.now().si());
    }

    double seconds() {
        return binSeconds;
    }

    /** Middle of a bin in s since the start of the simulation. */
    double middleSeconds(int bin) {
        return startSeconds + (bin + 0.5) * binSeconds;
    }
}
