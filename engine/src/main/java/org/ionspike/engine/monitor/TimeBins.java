package org.ionspike.engine.monitor;

import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/** Bins of equal length from the making of a monitor on. */
final class TimeBins {
    /** A time this close below the edge of a bin, in bins, is on the edge: times of the grid carry rounding. */
    private static final double ON_EDGE = 1e-9;

    private final Simulation simulation;
    private double startSeconds;
    private final double binSeconds;

    TimeBins(String what, Simulation simulation, Time bin) {
        Check.positive(what + ": bin", bin);
        this.simulation = simulation;
        this.startSeconds = simulation.now().si();
        this.binSeconds = bin.si();
    }

    /** Saves or loads when the bins begin; they must have the length that they had. */
    void transfer(StateTransfer state) {
        startSeconds = state.number("binsFrom", startSeconds);
        double saved = state.number("bin", binSeconds);
        Check.require(
                saved == binSeconds,
                "Bin",
                new Time(binSeconds),
                "must be that of the checkpoint (" + new Time(saved) + ")");
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
