package org.ionspike.engine.synapse;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.physics.Slit;

/**
 * The volatile factor of every line, moved by its closed form from one change of voltage to the next.
 *
 * <p>The closed form is that of {@link Slit#advance}. Lines are at rest or at one voltage nearly always, so the rates of
 * the two voltages used last are kept.
 */
final class VolatileLines {
    private final Slit slit;
    private final double divider;
    private final double tolerance;
    private final double rest;
    private final double[] mobileFraction;
    private final double[] volts;
    private final double[] sinceSeconds;
    private final Rates atRest;
    private Rates held;

    VolatileLines(IonicSynapse model, int lines) {
        this.slit = model.slit();
        this.divider = model.divider();
        this.tolerance = model.tolerance();
        this.rest = model.restingFraction();
        this.mobileFraction = new double[lines];
        this.volts = new double[lines];
        this.sinceSeconds = new double[lines];
        this.atRest = new Rates(slit, 0, 0);
        this.held = atRest;
        relax();
    }

    double hold(int line, double newVolts, double timeSeconds) {
        double elapsed = timeSeconds - sinceSeconds[line];
        if (elapsed > 0 && !(volts[line] == 0 && mobileFraction[line] == rest)) {
            mobileFraction[line] = rates(volts[line]).advance(mobileFraction[line], elapsed);
        }
        volts[line] = newVolts;
        sinceSeconds[line] = timeSeconds;
        return mobileFraction[line];
    }

    /**
     * While n moves from its value towards n_inf by less than the tolerance, it need not be computed anew. It slows down
     * on its way, so its present speed gives a lower bound.
     */
    double holdsFor(int line) {
        double now = mobileFraction[line];
        Rates rates = rates(volts[line]);
        return Math.abs(rates.steady - now) <= tolerance * now
                ? Double.POSITIVE_INFINITY
                : tolerance * now / Math.abs(rates.speed(now));
    }

    void relax() {
        Arrays.fill(mobileFraction, rest);
        Arrays.fill(volts, 0);
        Arrays.fill(sinceSeconds, 0);
    }

    void transfer(StateTransfer state) {
        state.array("mobileFraction", mobileFraction);
        state.array("lineVolts", volts);
        state.array("lineSince", sinceSeconds);
    }

    private Rates rates(double lineVolts) {
        if (lineVolts == 0) {
            return atRest;
        }
        if (lineVolts != held.lineVolts) {
            held = new Rates(slit, lineVolts, divider * lineVolts);
        }
        return held;
    }

    /** The slit's kinetics at one voltage. */
    private static final class Rates {
        private final double lineVolts;
        private final double kd;
        private final double ka;
        private final double r;
        private final double steady;
        private double lastSeconds = Double.NaN;
        private double lastS;

        Rates(Slit slit, double lineVolts, double slitVolts) {
            this.lineVolts = lineVolts;
            this.kd = slit.dissociationRate(slitVolts);
            this.ka = slit.recombinationRate(slitVolts);
            this.r = Math.sqrt(kd * (kd + 4 * ka));
            this.steady = slit.steadyMobileFraction(slitVolts);
        }

        double speed(double n) {
            return kd * (1 - n) - ka * n * n;
        }

        double advance(double n, double seconds) {
            double s = s(seconds);
            return Math.min(1, Math.max(0, (n + s * kd * (2 - n)) / (1 + s * (kd + 2 * ka * n))));
        }

        /** tanh(r h / 2) / r; many lines come on and go off together and ask for one h. */
        private double s(double seconds) {
            if (seconds != lastSeconds) {
                double keep = Math.exp(-r * seconds);
                lastSeconds = seconds;
                lastS = r * seconds < 1e-5 ? seconds / 2 : (1 - keep) / ((1 + keep) * r);
            }
            return lastS;
        }
    }
}
