package org.ionspike.engine.plasticity;

import java.util.Optional;
import org.ionspike.engine.units.Time;

/**
 * What the rules of pairs and triplets of spikes have in common, and what they differ in.
 *
 * <pre>
 * presynaptic spike:   dw = -y (pairMinus + tripletMinus x2) down(w)   then x += 1, x2 += 1
 * postsynaptic spike:  dw =  x (pairPlus + tripletPlus y2) up(w)       then y += 1, y2 += 1
 * x, y, x2, y2 decay with tauPlus, tauMinus, tauX, tauY
 * </pre>
 *
 * @param tauX of the second presynaptic trace, where there is one
 * @param tauY of the second postsynaptic trace, where there is one
 * @param nearest whether traces are set to 1 at a spike instead
 */
record TraceModel(
        Time tauPlus,
        Time tauMinus,
        Optional<Time> tauX,
        Optional<Time> tauY,
        double pairPlus,
        double pairMinus,
        double tripletPlus,
        double tripletMinus,
        boolean nearest,
        WeightDependence dependence) {

    /** A rule of pairs. */
    static TraceModel ofPairs(
            Time tauPlus,
            Time tauMinus,
            double pairPlus,
            double pairMinus,
            boolean nearest,
            WeightDependence dependence) {
        return new TraceModel(
                tauPlus, tauMinus, Optional.empty(), Optional.empty(), pairPlus, pairMinus, 0, 0, nearest, dependence);
    }
}
