package org.ionspike.engine.neuron;

/**
 * The rates of the gates of Hodgkin and Huxley, 1/s, at a voltage in V and 6.3 degrees Celsius. With V in mV and 1/ms:
 *
 * <pre>
 * alpha_m = 0.1 (V + 40) / (1 - e^(-(V + 40) / 10))     beta_m = 4 e^(-(V + 65) / 18)
 * alpha_h = 0.07 e^(-(V + 65) / 20)                     beta_h = 1 / (1 + e^(-(V + 35) / 10))
 * alpha_n = 0.01 (V + 55) / (1 - e^(-(V + 55) / 10))    beta_n = 0.125 e^(-(V + 65) / 80)
 * </pre>
 */
enum HodgkinHuxleyRates {
    /** Activation of sodium. */
    M {
        @Override
        double alpha(double volts) {
            return 1e3 * ratio((volts + 0.040) / 0.010);
        }

        @Override
        double beta(double volts) {
            return 4e3 * Math.exp(-(volts + 0.065) / 0.018);
        }
    },
    /** Inactivation of sodium. */
    H {
        @Override
        double alpha(double volts) {
            return 70 * Math.exp(-(volts + 0.065) / 0.020);
        }

        @Override
        double beta(double volts) {
            return 1e3 / (1 + Math.exp(-(volts + 0.035) / 0.010));
        }
    },
    /** Activation of potassium. */
    N {
        @Override
        double alpha(double volts) {
            return 100 * ratio((volts + 0.055) / 0.010);
        }

        @Override
        double beta(double volts) {
            return 125 * Math.exp(-(volts + 0.065) / 0.080);
        }
    };

    abstract double alpha(double volts);

    abstract double beta(double volts);

    /** Value in the end. */
    final double steady(double volts) {
        double alpha = alpha(volts);
        return alpha / (alpha + beta(volts));
    }

    /** What is left of a difference from the end after a time; {@code factor} is that of the temperature. */
    final double decay(double volts, double seconds, double factor) {
        return Math.exp(-seconds * factor * (alpha(volts) + beta(volts)));
    }

    /** x / (1 - e^-x), which is 1 + x/2 near 0. */
    private static double ratio(double x) {
        return Math.abs(x) < 1e-6 ? 1 + x / 2 : -x / Math.expm1(-x);
    }
}
