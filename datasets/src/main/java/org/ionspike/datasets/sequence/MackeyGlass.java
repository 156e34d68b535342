package org.ionspike.datasets.sequence;

import java.util.Arrays;
import org.ionspike.engine.units.Check;

/**
 * The delay equation of Mackey and Glass, whose solution is chaotic for long delays; its time has no unit here.
 *
 * <pre>dy/dt = beta y(t - tau) / (1 + y(t - tau)^n) - gamma y(t)      y = past for t &lt;= 0</pre>
 *
 * Source: Mackey and Glass, Science 197, 287 (1977), doi:10.1126/science.267326; beta 0.2, gamma 0.1, n 10 and tau 17 are
 * the values usual for prediction. Integrated by the classical Runge-Kutta scheme of fourth order with a step of
 * 1 / {@code stepsPerUnit}; the delayed value in the middle of a step comes from the cubic through the values and slopes at
 * its ends, so that the whole is of fourth order.
 *
 * @param beta growth, above 0
 * @param gamma decay, above 0
 * @param exponent n, above 0
 * @param delay tau, at least 1, a whole number of time units
 * @param stepsPerUnit steps of the integrator per time unit, at least 1
 */
public record MackeyGlass(double beta, double gamma, double exponent, int delay, int stepsPerUnit) {
    public MackeyGlass {
        Check.positive("MackeyGlass.beta", beta);
        Check.positive("MackeyGlass.gamma", gamma);
        Check.positive("MackeyGlass.exponent", exponent);
        Check.atLeast("MackeyGlass.delay", delay, 1);
        Check.atLeast("MackeyGlass.stepsPerUnit", stepsPerUnit, 1);
    }

    /** beta 0.2, gamma 0.1, n 10, tau 17; ten steps per time unit. */
    public MackeyGlass() {
        this(0.2, 0.1, 10, 17, 10);
    }

    /**
     * The solution once per time unit.
     *
     * @param past y for t up to 0, 0 or above
     * @param discarded time units from t = 0 that are left out, 0 or above
     * @param count values, at least 1; the first is at t = discarded
     */
    public double[] series(double past, int discarded, int count) {
        Check.notNegative("MackeyGlass.past", past);
        Check.atLeast("MackeyGlass.discarded", discarded, 0);
        Check.atLeast("MackeyGlass.count", count, 1);
        int steps = Math.multiplyExact(Math.addExact(discarded, count - 1), stepsPerUnit);
        int lag = Math.multiplyExact(delay, stepsPerUnit);
        double h = 1.0 / stepsPerUnit;
        double[] y = new double[lag + steps + 1]; // from t = -tau
        double[] slope = new double[y.length];
        Arrays.fill(y, 0, lag + 1, past);
        for (int k = lag; k < lag + steps; k++) {
            int from = k - lag;
            double left = y[from];
            double right = y[from + 1];
            slope[k] = rate(y[k], left);
            double endSlope = from + 1 > lag ? slope[from + 1] : 0; // the past is constant
            double middle = (left + right) / 2 + h / 8 * (slope[from] - endSlope);
            double k1 = slope[k];
            double k2 = rate(y[k] + h / 2 * k1, middle);
            double k3 = rate(y[k] + h / 2 * k2, middle);
            double k4 = rate(y[k] + h * k3, right);
            y[k + 1] = y[k] + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
        }
        double[] series = new double[count];
        for (int i = 0; i < count; i++) {
            series[i] = y[lag + (discarded + i) * stepsPerUnit];
        }
        return series;
    }

    private double rate(double now, double delayed) {
        return beta * delayed / (1 + Math.pow(delayed, exponent)) - gamma * now;
    }
}
