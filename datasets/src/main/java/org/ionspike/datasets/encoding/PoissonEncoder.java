package org.ionspike.datasets.encoding;

import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;

/**
 * One line per feature, which spikes as a Poisson process whose rate is proportional to the value.
 *
 * <pre>rate[f] = x[f] maxRate</pre>
 *
 * Drawn as one Poisson process of the summed rate whose spikes fall on line f with probability rate[f] over the sum, which
 * is the same, in order of time, at a cost for each spike and none for a line that does not spike. Exact: no time step, so a line may spike twice within any interval. Values are from 0 to 1. Each sample draws from
 * the stream {@code encoder/poisson/<sampleIndex>}, so neither order nor threads matter and a sample has the same
 * spikes in every epoch. Defaults: P. U. Diehl, M. Cook, Unsupervised learning of digit recognition using
 * spike-timing-dependent plasticity, Front. Comput. Neurosci. 9 (2015) 99, doi:10.3389/fncom.2015.00099.
 *
 * @param maxRate rate at the value 1, above 0
 * @param duration spikes come before it, above 0
 * @param streams where the random numbers come from; must be given by {@link #withStreams} before the first sample
 */
@AutoService(Encoder.class)
public record PoissonEncoder(
        Frequency maxRate, Time duration, @Nullable RandomStreams streams) implements Encoder {
    public PoissonEncoder {
        Check.positive("PoissonEncoder.maxRate", maxRate);
        Check.positive("PoissonEncoder.duration", duration);
    }

    /** Up to 63.75 Hz for 350 ms; needs streams before the first sample. */
    public PoissonEncoder() {
        this(Hz(63.75), ms(350), null);
    }

    @Override
    public PoissonEncoder withStreams(RandomStreams newStreams) {
        return new PoissonEncoder(maxRate, duration, newStreams);
    }

    @Override
    public String name() {
        return "poisson";
    }

    @Override
    public int lines(int features) {
        return features;
    }

    @Override
    public SpikeRaster encode(float[] scaledFeatures, int sampleIndex) {
        Encoders.requireScaled(this, scaledFeatures, sampleIndex);
        if (streams == null) {
            throw new IllegalStateException(
                    "PoissonEncoder has no random streams. Give it those of the run by withStreams.");
        }
        UniformRandomProvider random = streams.stream("encoder/poisson/" + sampleIndex);
        double rateHz = 0;
        var share = new double[scaledFeatures.length];
        for (int f = 0; f < share.length; f++) {
            share[f] = scaledFeatures[f];
            rateHz += scaledFeatures[f] * maxRate.si();
        }
        double expected = rateHz * duration.si();
        var spikes = new Spikes((int) Math.min(1 << 20, expected + 4 * Math.sqrt(expected)));
        if (rateHz > 0) {
            var line = AliasMethodDiscreteSampler.of(random, share);
            var interval = ZigguratSampler.Exponential.of(random, 1 / rateHz);
            for (double t = interval.sample(); t < duration.si(); t += interval.sample()) {
                spikes.add(t, line.sample());
            }
        }
        return spikes.toRaster(lines(scaledFeatures.length));
    }
}
