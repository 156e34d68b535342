package org.ionspike.engine.monitor;

import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.units.Power;
import org.ionspike.engine.units.Time;

/** Dissipated energy and mean power from one reading to the next. */
public final class EnergyMonitor {
    /**
     * What happened since the reading before.
     *
     * @param energy dissipated
     * @param duration time that passed
     */
    public record Interval(EnergyBook energy, Time duration) {
        /** Mean of the power dissipated; 0 W when no time has passed. */
        public Power meanPower() {
            return new Power(duration.si() > 0 ? energy.total() / duration.si() : 0);
        }
    }

    private final Simulation simulation;
    private EnergyBook before;
    private double readSeconds;
    private double bookSeconds;

    /** Reads from now on; an error when the simulation keeps no energy books. */
    public EnergyMonitor(Simulation simulation) {
        this.simulation = simulation;
        this.before = simulation.energy();
        this.readSeconds = simulation.now().si();
        this.bookSeconds = simulation.energySince().si();
    }

    /**
     * Energy and time since the last reading, or since the monitor was made. A reset of the simulation opens a new book:
     * the next reading counts from it.
     */
    public Interval read() {
        double opened = simulation.energySince().si();
        if (opened != bookSeconds) {
            bookSeconds = opened;
            readSeconds = opened;
            before = EnergyBook.ZERO;
        }
        EnergyBook now = simulation.energy();
        double seconds = simulation.now().si();
        var interval = new Interval(now.minus(before), new Time(seconds - readSeconds));
        before = now;
        readSeconds = seconds;
        return interval;
    }
}
