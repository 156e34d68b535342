package org.ionspike.engine.physics;

import org.ionspike.engine.units.Check;

/**
 * How a slit forgets without voltage, from a mobile fraction n_0 above its rest n_r, by the exact step of {@link Slit}:
 *
 * <pre>n - n_r = m e^{-r t} / (1 + k_a m (1 - e^{-r t}) / r),   m = n_0 - n_r,   r^2 = k_d^2 + 4 k_d k_a</pre>
 *
 * Early, for t far below 1/r, this is the law of pairs without dissociation, n = n_0 / (1 + k_a n_0 t): forgetting as 1/t.
 *
 * @param slit the device
 * @param start n_0, above the rest and up to 1
 */
public record Retention(Slit slit, double start) {
    public Retention {
        double rest = slit.steadyMobileFraction(0);
        Check.require(
                start > rest && start <= 1,
                "Retention.start",
                start,
                "must be above the mobile fraction at rest, " + rest + ", and up to 1");
    }

    /** n after so many seconds without voltage. */
    public double mobileFraction(double seconds) {
        return slit.advance(start, 0, seconds);
    }

    /** The 1/t law n_0 / (1 + k_a n_0 t), which the slit follows as long as few pairs dissociate. */
    public double hyperbola(double seconds) {
        return start / (1 + slit.recombinationRate(0) * start * seconds);
    }

    /** Seconds until half of n_0 - n_r is forgotten. */
    public double halfTimeSeconds() {
        double ka = slit.recombinationRate(0);
        double excess = ka * (start - slit.steadyMobileFraction(0));
        double kd = slit.dissociationRate(0);
        double r = Math.sqrt(kd) * Math.sqrt(kd + 4 * ka);
        return r == 0 ? 1 / excess : Math.log1p(r / (r + excess)) / r;
    }
}
