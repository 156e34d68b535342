package org.ionspike.engine.neuron;

import org.ionspike.engine.units.CurrentRate;

/**
 * When neurons at rest spike under a common ramp I_0 + r t, as a function of their starting current I_0. Cubic between
 * the starts of the table. Starts below it count as its lowest; above it, the delay is that of its highest.
 */
public final class RampCurve {
    private final CurrentRate rate;
    private final double[] starts;
    private final double[] thresholds;

    RampCurve(CurrentRate rate, double[] starts, double[] thresholds) {
        this.rate = rate;
        this.starts = starts;
        this.thresholds = thresholds;
    }

    /** r. */
    public CurrentRate rate() {
        return rate;
    }

    /** I_sp in A: the current at the spike. */
    public double threshold(double startAmperes) {
        double beyond = Math.max(0, startAmperes - starts[starts.length - 1]);
        return CubicTable.at(starts.length, k -> starts[k], k -> thresholds[k], startAmperes) + beyond;
    }

    /** Time in s from the start of the ramp to the spike: (I_sp - I_0) / r. */
    public double spikeSeconds(double startAmperes) {
        return (threshold(startAmperes) - startAmperes) / rate.si();
    }
}
