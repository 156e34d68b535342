package org.ionspike.engine.neuron;

import org.ionspike.engine.physics.IonicCircuit;

/**
 * Charge and energy of the ionic circuit in one step h, by the trapezoid rule from the states at both ends.
 *
 * <pre>
 * charge    C (V1 - V0) = h mean(I - sum g_k n_k (V - E_k))
 * energy    dissipated  = h mean(sum g_k n_k (V - E_k)^2)
 * closure   C (V1^2 - V0^2) / 2 + dissipated = h mean(I V - sum E_k g_k n_k (V - E_k))
 * </pre>
 *
 * The step is second order, as is the rule, so both differ where a spike is steep, by a share of what all currents
 * together move that grows with the square of y = h g_max / C, g_max all conductances with all ions mobile. Measured with the
 * default neuron at 50 to 300 pA: 0.06 % at 1 us, 1.4 % at 5 us (y = 1.57), 4.2 % at 10 us, 8.6 % at 20 us. Allowed is about twice
 * that, {@code 0.012 y^2}, at least 0.1 % and at most 20 %; and what setting a neuron to rest takes, which is done from 1 uV and
 * 1e-4 of a fraction away. The books of energy hold the same rule in single precision and differ by 2e-7.
 */
final class CircuitBalance implements StepBalance {
    private static final double SHARE_BY_SQUARE = 0.012;
    private static final double LEAST_SHARE = 1e-3;
    private static final double LARGEST_SHARE = 0.2;

    /** Of the energy dissipated in the step. */
    private static final double BOOKS = 1e-5;

    private static final double REST_VOLTS = 2e-6;
    private static final double REST_FRACTION = 2e-4;

    private final double farad;
    private final double[] siemens;
    private final double[] batteries;

    CircuitBalance(IonicCircuit circuit) {
        farad = circuit.capacitance().si();
        siemens = new double[] {
            circuit.sodium().maximalConductance().si(),
            circuit.potassium().maximalConductance().si(),
            circuit.leak().si()
        };
        batteries = new double[] {
            circuit.sodiumBattery().si(),
            circuit.potassiumBattery().si(),
            circuit.leakBattery().si()
        };
    }

    /** Sums over the three branches at one moment. */
    private record Moment(double outward, double moved, double watts, double delivered, double volts) {}

    private Moment moment(float[] state, double amperes) {
        double v = state[0];
        double outward = 0;
        double moved = Math.abs(amperes);
        double watts = 0;
        double delivered = amperes * v;
        for (int k = 0; k < siemens.length; k++) {
            double current = siemens[k] * (k + 1 < state.length ? state[k + 1] : 1) * (v - batteries[k]);
            outward += current;
            moved += Math.abs(current);
            watts += current * (v - batteries[k]);
            delivered -= current * batteries[k];
        }
        return new Moment(outward, moved, watts, delivered, v);
    }

    @Override
    public Departure of(float[] before, float[] after, double amperes, double stepSeconds, double dissipatedJoules) {
        double y = stepSeconds * (siemens[0] + siemens[1] + siemens[2]) / farad;
        double share = Math.max(LEAST_SHARE, Math.min(LARGEST_SHARE, SHARE_BY_SQUARE * y * y));
        Moment start = moment(before, amperes);
        Moment end = moment(after, amperes);
        double charge = farad * (end.volts - start.volts) - stepSeconds * (amperes - (start.outward + end.outward) / 2);
        double moved = stepSeconds * (start.moved + end.moved) / 2;
        double rest = farad * REST_VOLTS + REST_FRACTION * moved;
        double dissipated = stepSeconds * (start.watts + end.watts) / 2;
        double highest = Math.max(Math.abs(start.volts), Math.abs(end.volts));
        double stored = farad * (end.volts * end.volts - start.volts * start.volts) / 2;
        double delivered = stepSeconds * (start.delivered + end.delivered) / 2;
        double closure = stored + dissipated - delivered;
        double largest = highest + Math.max(Math.abs(batteries[0]), Math.abs(batteries[1]));
        return new Departure(
                charge / (share * moved + rest),
                Double.isNaN(dissipatedJoules)
                        ? 0
                        : (dissipatedJoules - dissipated) / (BOOKS * dissipated + rest * largest),
                closure / ((share * moved + rest) * largest));
    }
}
