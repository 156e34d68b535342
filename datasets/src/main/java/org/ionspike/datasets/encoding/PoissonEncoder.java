package org.ionspike.datasets.encoding;

import static org.ionspike.engine.units.Units.Hz;
import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.apache.commons.rng.UniformRandomProvider;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;

/**
 * One line per feature, which spikes as a Poisson process whose rate is proportional to the value.
 *
 * <pre>rate[f] = x[f] maxRate;   intervals -ln(1 - u) / rate[f], u uniform in [0, 1), until the duration is over</pre>
 *
 * Exact: no time step, so a line may spike twice within any interval. Values are from 0 to 1. Each sample draws from
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
        double expected = 0;
        for (float value : scaledFeatures) {
            expected += value * maxRate.si() * duration.si();
        }
        var spikes = new Spikes((int) Math.min(1 << 20, expected + 4 * Math.sqrt(expected)));
        for (int f = 0; f < scaledFeatures.length; f++) {
            double rateHz = scaledFeatures[f] * maxRate.si();
            double t = interval(rateHz, random);
            while (t < duration.si()) {
                spikes.add(t, f);
                t += interval(rateHz, random);
            }
        }
        return spikes.toRaster(lines(scaledFeatures.length));
    }

    /** Infinite for a rate of 0. */
    private static double interval(double rateHz, UniformRandomProvider random) {
        return rateHz == 0 ? Double.POSITIVE_INFINITY : -Math.log1p(-random.nextDouble()) / rateHz;
    }
}
