package org.ionspike.networks.convolution;

import org.ionspike.engine.plasticity.Annealing;
import org.ionspike.engine.plasticity.WinnerStdp;
import org.ionspike.engine.units.Check;

/**
 * How filters are learnt on pieces of samples: by STDP of the filter that fires first, and by thresholds that keep the
 * filters equally busy and their spikes at a target time.
 *
 * <pre>all:  threshold -= r (t - targetTime);    winner: threshold += r;    others: threshold -= r / (F - 1)</pre>
 *
 * t counts in presentations, thresholds in full weights. Rates of STDP and of thresholds fall exponentially. Numbers: our
 * modelling choice, chosen on training images of MNIST that were held back.
 *
 * @param pieces how many pieces are shown, at least 1
 * @param stdp step sizes and steepness
 * @param targetTime when a winner should fire, above 0 to 1
 * @param thresholdRate r at the start, 0 or above
 * @param finalRate what rates have fallen to at the end, relative to their start, above 0 to 1
 */
public record FilterLearning(int pieces, WinnerStdp stdp, double targetTime, double thresholdRate, double finalRate) {
    public FilterLearning {
        Check.atLeast("FilterLearning.pieces", pieces, 1);
        Check.require(
                targetTime > 0 && targetTime <= 1,
                "FilterLearning.targetTime",
                targetTime,
                "must be above 0 and at most 1");
        Check.notNegative("FilterLearning.thresholdRate", thresholdRate);
        Check.require(
                finalRate > 0 && finalRate <= 1,
                "FilterLearning.finalRate",
                finalRate,
                "must be above 0 and at most 1");
    }

    /** Steps of 0.0607 at w = 1/2, target 0.75, thresholds by 1, rates down to 0.04. */
    public FilterLearning(int pieces) {
        this(pieces, new WinnerStdp(0.0607, 0.0607, 0.5, Annealing.none()), 0.75, 1, 0.04);
    }

    /** The rates against pieces shown. */
    Annealing annealing() {
        return new Annealing(finalRate, pieces);
    }

    /** The rule of the winner, with these rates. */
    WinnerStdp annealedStdp() {
        return new WinnerStdp(stdp.aPlus(), stdp.aMinus(), stdp.b(), annealing());
    }
}
