package org.ionspike.engine.synapse;

import java.util.Arrays;
import org.ionspike.engine.physics.Slit;

/** The volatile factor of every line, moved by its closed form from one change of voltage to the next. */
final class VolatileLines {
    private final Slit slit;
    private final double divider;
    private final double tolerance;
    private final double rest;
    private final double[] mobileFraction;
    private final double[] volts;
    private final double[] sinceSeconds;

    VolatileLines(IonicSynapse model, int lines) {
        this.slit = model.slit();
        this.divider = model.divider();
        this.tolerance = model.tolerance();
        this.rest = model.restingFraction();
        this.mobileFraction = new double[lines];
        this.volts = new double[lines];
        this.sinceSeconds = new double[lines];
        relax();
    }

    double hold(int line, double newVolts, double timeSeconds) {
        double elapsed = timeSeconds - sinceSeconds[line];
        if (elapsed > 0 && !(volts[line] == 0 && mobileFraction[line] == rest)) {
            mobileFraction[line] = slit.advance(mobileFraction[line], divider * volts[line], elapsed);
        }
        volts[line] = newVolts;
        sinceSeconds[line] = timeSeconds;
        return mobileFraction[line];
    }

    /** While n moves from its value towards n_inf by less than the tolerance, it need not be computed anew. */
    double holdsFor(int line) {
        double now = mobileFraction[line];
        double across = divider * volts[line];
        if (Math.abs(slit.steadyMobileFraction(across) - now) <= tolerance * now) {
            return Double.POSITIVE_INFINITY;
        }
        double dissociation = slit.dissociationRate(across);
        double speed = Math.abs(dissociation * (1 - now) - slit.recombinationRate(across) * now * now);
        return tolerance * now / speed;
    }

    void relax() {
        Arrays.fill(mobileFraction, rest);
        Arrays.fill(volts, 0);
        Arrays.fill(sinceSeconds, 0);
    }
}
