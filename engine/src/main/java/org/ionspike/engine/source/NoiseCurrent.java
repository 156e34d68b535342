package org.ionspike.engine.source;

import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;

/**
 * A fluctuating current into every neuron of a group, each neuron with one of its own: an Ornstein-Uhlenbeck process of mean
 * 0, drawn at the multiples of an interval and held in between.
 *
 * <pre>I(t + d) = I(t) e^(-d / tau) + spread sqrt(1 - e^(-2 d / tau)) xi,   xi Gaussian;  covariance spread^2 e^(-|s| / tau)</pre>
 *
 * Exact at the multiples of the interval, whatever its length, from a stationary start. With a correlation time of 0 the values
 * are independent: white noise of intensity {@code spread^2 x interval} for a membrane that is slower than the interval. Costs
 * one draw a neuron and interval, and neurons under it are never at rest. Source: textbook process; exact update after
 * Gillespie, Phys. Rev. E 54, 2084 (1996).
 *
 * @param name unique in the network
 * @param target the group that receives it
 * @param spread standard deviation, 0 or above
 * @param correlationTime tau, 0 or above
 * @param interval between draws, above 0, a multiple of the time step
 */
public record NoiseCurrent(String name, String target, Current spread, Time correlationTime, Time interval)
        implements CurrentSource {
    public NoiseCurrent {
        Check.notNegative("NoiseCurrent.spread", spread);
        Check.notNegative("NoiseCurrent.correlationTime", correlationTime);
        Check.positive("NoiseCurrent.interval", interval);
    }
}
