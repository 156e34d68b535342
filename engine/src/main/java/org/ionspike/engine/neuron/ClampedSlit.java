package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.units.Voltage;

/**
 * A slit held at one voltage for one duration: the exact step, with its constants computed once for many neurons.
 *
 * <p>The integral of n over the time is ln(P + Q n) / k_a with constants P and Q, so two values of it give all others.
 */
final class ClampedSlit {
    private final double siemens;
    private final double volts;
    private final double kd;
    private final double ka;
    private final double s;
    private final double integralFromNone;
    private final double ratio;

    ClampedSlit(Slit slit, double volts, double seconds) {
        this.siemens = slit.maximalConductance().si();
        this.volts = volts;
        this.kd = slit.dissociationRate(volts);
        this.ka = slit.recombinationRate(volts);
        double r = Math.sqrt(kd * (kd + 4 * ka));
        this.s = r == 0 ? seconds / 2 : Math.tanh(r * seconds / 2) / r;
        this.integralFromNone = slit.mobileFractionIntegral(0, volts, seconds);
        this.ratio = Math.expm1(ka * (slit.mobileFractionIntegral(1, volts, seconds) - integralFromNone));
    }

    /** The mobile fraction at the end. */
    float advance(double n) {
        return (float) ((n + s * kd * (2 - n)) / (1 + s * (kd + 2 * ka * n)));
    }

    /** Energy dissipated in the slit against its battery, in J. */
    double joules(double n, Voltage battery) {
        double across = volts - battery.si();
        return siemens * across * across * (integralFromNone + Math.log1p(ratio * n) / ka);
    }
}
