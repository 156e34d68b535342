package org.ionspike.benchmarks.reservoir;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.units.Check;

/**
 * Noise of a reading in proportion to what is read, Gaussian and new in every reading. A choice: it stands for amplifier
 * and converter; the noise of the ions themselves is not modelled.
 */
final class ReadNoise {
    private final double relative;
    private final SharedStateContinuousSampler gaussian;

    /**
     * Noise.
     *
     * @param relative sd over value, 0 or above
     */
    ReadNoise(double relative, UniformRandomProvider random) {
        Check.notNegative("ReadNoise.relative", relative);
        this.relative = relative;
        this.gaussian = ZigguratSampler.NormalizedGaussian.of(random);
    }

    /** The values as they are read. */
    double[] read(double[] values) {
        double[] read = new double[values.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = values[i] * (1 + relative * gaussian.sample());
        }
        return read;
    }
}
