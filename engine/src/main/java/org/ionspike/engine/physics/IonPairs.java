package org.ionspike.engine.physics;

import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.units.Check;

/**
 * The kinetics of a {@link Slit} with its ion pairs counted: of N pairs, j are apart.
 *
 * <pre>
 * j -> j + 1   at k_d(V) (N - j)      a pair dissociates
 * j -> j - 1   at k_a(V) j^2 / N      one of j free cations meets one of j free anions
 * n = j / N    N large: dn/dt = k_d (1 - n) - k_a n^2
 * dn = [k_d (1 - n) - k_a n^2] dt + sqrt((k_d (1 - n) + k_a n^2) / N) dW      chemical Langevin
 * </pre>
 *
 * The two signs are different partners, hence j^2 and not j (j - 1), with which the last free pair would never recombine.
 * The mean of n differs between the two by k_a n / (N (k_d + 2 k_a n)), below 1 / (2 N). At few ions the mean lies below
 * {@link Slit#steadyMobileFraction} by k_a Var(n) / (k_d + 2 k_a n), to first order in 1/N.
 *
 * <p>Source: our choice; the pair kinetics of {@link Slit} as a birth-death chain, well mixed. Several slits side by
 * side at one voltage are one chain with the pairs of all.
 *
 * @param slit whose rates they are
 * @param pairs N, 1 or more; the number in the slit's own conductance is not asked for
 */
public record IonPairs(Slit slit, int pairs) {
    public IonPairs {
        Check.atLeast("IonPairs.pairs", pairs, 1);
    }

    /** Events per second that free a pair: k_d (N - j). */
    public double dissociation(int free, double volts) {
        return slit.dissociationRate(volts) * (pairs - free);
    }

    /** Events per second that bind a pair: k_a j^2 / N. */
    public double association(int free, double volts) {
        return slit.recombinationRate(volts) * free * free / pairs;
    }

    /**
     * The number of free pairs after this voltage was held for a time: exact stochastic simulation (Gillespie's direct
     * method), one exponential and one uniform draw per event.
     *
     * @param free j at the start, 0 to N
     * @param seconds duration, 0 or above
     */
    public int advance(int free, double volts, double seconds, UniformRandomProvider random) {
        Check.between("IonPairs free", free, 0, pairs);
        double kd = slit.dissociationRate(volts);
        double ka = slit.recombinationRate(volts) / pairs;
        int j = free;
        double left = seconds;
        while (true) {
            double up = kd * (pairs - j);
            double total = up + ka * j * j;
            if (total == 0) {
                return j;
            }
            left += Math.log1p(-random.nextDouble()) / total;
            if (left < 0) {
                return j;
            }
            j += random.nextDouble() * total < up ? 1 : -1;
        }
    }

    /**
     * The mobile fraction after one Langevin step at a held voltage: {@link Slit#advance} for the drift, then noise with
     * the variance that the linearized equation gathers over the step,
     *
     * <pre>(k_d (1 - n) + k_a n^2) / N (1 - e^{-2 r h}) / (2 r),   r = k_d + 2 k_a n,   n after the drift,</pre>
     *
     * so that the variance at rest is that of linear noise for any step; kept in [0, 1]. First order in the step (weak);
     * the shift of the mean, of order 1/N, is lost in steps beyond the relaxation time. Cutting at 0 and 1 biases n where N n or N (1 - n) is not well above 1; there, count ions.
     *
     * @param gaussian a number drawn from the standard normal distribution
     */
    public double langevin(double n, double volts, double seconds, double gaussian) {
        double after = slit.advance(n, volts, seconds);
        double kd = slit.dissociationRate(volts);
        double ka = slit.recombinationRate(volts);
        double rate = 2 * (kd + 2 * ka * after);
        double gathered = rate == 0 ? seconds : -Math.expm1(-rate * seconds) / rate;
        double variance = (kd * (1 - after) + ka * after * after) / pairs * gathered;
        return Math.min(1, Math.max(0, after + Math.sqrt(variance) * gaussian));
    }

    /**
     * The distribution of j when this voltage has been held for long, in closed form by detailed balance:
     * p(j) / p(j - 1) = k_d (N - j + 1) N / (k_a j^2).
     *
     * @return N + 1 probabilities of j = 0 to N
     */
    public double[] stationary(double volts) {
        double kd = slit.dissociationRate(volts);
        double ka = slit.recombinationRate(volts);
        double[] logs = new double[pairs + 1];
        double largest = 0;
        for (int j = 1; j <= pairs; j++) {
            logs[j] = logs[j - 1] + Math.log(kd * (pairs - j + 1) / (ka * j) * ((double) pairs / j));
            largest = Math.max(largest, logs[j]);
        }
        double sum = 0;
        double[] p = new double[pairs + 1];
        for (int j = 0; j <= pairs; j++) {
            p[j] = Math.exp(logs[j] - largest);
            sum += p[j];
        }
        for (int j = 0; j <= pairs; j++) {
            p[j] /= sum;
        }
        return p;
    }

    /** Variance of n about its steady state at a held voltage by the linear noise approximation, to order 1/N. */
    public double linearNoiseVariance(double volts) {
        double n = slit.steadyMobileFraction(volts);
        double kd = slit.dissociationRate(volts);
        double ka = slit.recombinationRate(volts);
        return (kd * (1 - n) + ka * n * n) / (2 * pairs * (kd + 2 * ka * n));
    }
}
