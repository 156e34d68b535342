package org.ionspike.datasets.encoding;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * One line per feature, which spikes once, the earlier the higher the value: time to first spike.
 *
 * <pre>t[f] = (1 - x[f]) window   if x[f] &gt;= cutoff;   silent otherwise</pre>
 *
 * Values are from 0 to 1, so the highest spikes at time 0 and the last possible spike comes at (1 - cutoff) window.
 * Source: S. Thorpe, A. Delorme, R. Van Rullen, Spike-based strategies for rapid processing, Neural Networks 14
 * (2001) 715, doi:10.1016/S0893-6080(01)00083-1; linear as {@code spikegen.latency(linear=True)} of snnTorch.
 *
 * @param window time in which the value 0 would spike, above 0
 * @param cutoff values below it are silent, from 0 to 1; with 0 every line spikes
 */
@AutoService(Encoder.class)
public record LatencyEncoder(Time window, double cutoff) implements Encoder {
    public LatencyEncoder {
        Check.positive("LatencyEncoder.window", window);
        Check.between("LatencyEncoder.cutoff", cutoff, 0, 1);
    }

    /** A window of 20 ms and a cutoff of 0.1, our choice. */
    public LatencyEncoder() {
        this(ms(20), 0.1);
    }

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public int lines(int features) {
        return features;
    }

    @Override
    public SpikeRaster encode(float[] scaledFeatures, int sampleIndex) {
        Encoders.requireScaled(this, scaledFeatures, sampleIndex);
        var spikes = new Spikes(scaledFeatures.length);
        for (int f = 0; f < scaledFeatures.length; f++) {
            if (scaledFeatures[f] >= (float) cutoff) {
                spikes.add((1 - (double) scaledFeatures[f]) * window.si(), f);
            }
        }
        return spikes.toRaster(lines(scaledFeatures.length));
    }
}
