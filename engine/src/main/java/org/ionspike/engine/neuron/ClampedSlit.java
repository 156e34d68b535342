package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Voltage;

/** A slit held at one voltage for one duration: the exact step, with its constants computed once for many neurons. */
final class ClampedSlit {
    private final Slit slit;
    private final double volts;
    private final double seconds;
    private final double siemens;
    private final double kd;
    private final double ka;
    private final double s;

    ClampedSlit(Slit slit, double volts, double seconds) {
        this.slit = slit;
        this.volts = volts;
        this.seconds = seconds;
        this.siemens = slit.maximalConductance().si();
        this.kd = slit.dissociationRate(volts);
        this.ka = slit.recombinationRate(volts);
        double r = Math.sqrt(kd * (kd + 4 * ka));
        this.s = r == 0 ? seconds / 2 : Math.tanh(r * seconds / 2) / r;
    }

    /** The mobile fraction at the end. */
    float advance(double n) {
        return (float) ((n + s * kd * (2 - n)) / (1 + s * (kd + 2 * ka * n)));
    }

    /** Energy dissipated in the slit against its battery, in J. */
    double joules(double n, Voltage battery) {
        double across = volts - battery.si();
        return siemens * slit.mobileFractionIntegral(n, volts, seconds) * across * across;
    }
}
