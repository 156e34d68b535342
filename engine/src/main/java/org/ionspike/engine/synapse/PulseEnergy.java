package org.ionspike.engine.synapse;

import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.Slit;

/**
 * The energy of the rectangular pulse that moves an ideal device from one weight to another: the voltage follows from
 * the long-term equation, the charge from the slit's mobile fraction during the pulse, which starts at rest.
 *
 * <pre>E = V^2 (G_min + (G_max - G_min) w) integral of n_s dt, w the mean of both weights</pre>
 */
final class PulseEnergy {
    /** Voltages are looked up on this grid; between its points the energy is interpolated. */
    private static final double GRID_VOLTS = 1e-3;

    private static final int GRID_POINTS = 4000;

    private final IonicSynapse model;
    private final AdsorbedCoverage coverage;
    private final double seconds;
    private final double[] squareVoltSecondsByVoltage = new double[GRID_POINTS];

    PulseEnergy(IonicSynapse model) {
        this.model = model;
        this.coverage = model.coverage();
        this.seconds = model.programmingPulse().si();
        Slit slit = model.slit();
        double rest = model.restingFraction();
        for (int k = 0; k < GRID_POINTS; k++) {
            double volts = k * GRID_VOLTS;
            squareVoltSecondsByVoltage[k] =
                    volts * volts * slit.mobileFractionIntegral(rest, model.divider() * volts, seconds);
        }
    }

    /** Energy in J of the pulse from one weight to another, both inside (0, 1). */
    double joules(double from, double to) {
        double position = strongPulseVolts(from, to) / GRID_VOLTS;
        int k = Math.min(GRID_POINTS - 2, (int) position);
        double low = squareVoltSecondsByVoltage[k];
        double high = squareVoltSecondsByVoltage[k + 1];
        return model.conductanceSiemens((from + to) / 2) * (low + (position - k) * (high - low));
    }

    /**
     * Magnitude of the pulse's voltage. Programming takes more than ten voltage scales, where the opposing rate is
     * below e^-20 of the driving one and drops out: to - from = (1 - from) (1 - e^(-k_on t)) upward, and likewise
     * downward. {@link AdsorbedCoverage#pulseVoltage} is the exact, slower inverse.
     */
    double strongPulseVolts(double from, double to) {
        boolean up = to > from;
        double moved = up ? (to - from) / (1 - from) : (from - to) / from;
        double share = up ? coverage.equilibrium() : 1 - coverage.equilibrium();
        double ratePerSecond = -Math.log(1 - moved) / seconds; // log1p takes ten times as long
        return coverage.voltageScale().si()
                * Math.max(0, Math.log(ratePerSecond * coverage.memoryTime().si() / share));
    }
}
