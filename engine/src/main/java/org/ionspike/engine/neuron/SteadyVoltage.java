package org.ionspike.engine.neuron;

import java.util.function.DoubleUnaryOperator;
import org.ionspike.engine.units.Voltage;

/** The resting voltage of a membrane whose channels are at their steady state. */
final class SteadyVoltage {
    private static final int SCAN = 4_000;
    private static final int HALVINGS = 80;

    private SteadyVoltage() {}

    /**
     * The lowest voltage at which the inward current turns from inward to outward.
     *
     * @param inward steady inward current in A at a voltage in V
     * @param low below all reversal potentials, where the current is inward
     * @param high above all of them, where it is outward
     */
    static Voltage of(DoubleUnaryOperator inward, double low, double high) {
        double below = low;
        double above = high;
        for (int k = 1; k <= SCAN; k++) {
            double v = low + (high - low) * k / SCAN;
            if (inward.applyAsDouble(v) <= 0) {
                above = v;
                break;
            }
            below = v;
        }
        for (int k = 0; k < HALVINGS; k++) {
            double middle = (below + above) / 2;
            if (inward.applyAsDouble(middle) > 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return new Voltage((below + above) / 2);
    }
}
