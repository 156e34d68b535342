package org.ionspike.datasets.encoding;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;

/**
 * Several lines per feature, as many of them active as the value is high, like the column of a thermometer.
 *
 * <pre>
 * levels L above 1:  line f L + l is active if x[f] &gt; (l + 1/2) / L,  l = 0 .. L-1
 * levels 1:          line f is active if x[f] &gt;= threshold
 * </pre>
 *
 * Active lines spike once, at time 0; the others are silent. Values are from 0 to 1. The bounds are rounded to float,
 * as the values are, so a value of 96/255 reaches a threshold of 96.0 / 255. Source: J. Buckman et al., Thermometer
 * encoding: one hot way to resist adversarial examples, ICLR 2018; the bounds lie in the middle of the levels.
 *
 * @param levels lines per feature, 1 or above
 * @param threshold the bound of a single line, above 0 and up to 1; with more levels it has no meaning and must stay
 *     at 0.5
 */
@AutoService(Encoder.class)
public record ThermometerEncoder(int levels, double threshold) implements Encoder {
    private static final double MIDDLE = 0.5;

    public ThermometerEncoder {
        Check.atLeast("ThermometerEncoder.levels", levels, 1);
        Check.require(
                threshold > 0 && threshold <= 1,
                "ThermometerEncoder.threshold",
                threshold,
                "must lie above 0 and up to 1, the range of scaled values");
        Check.require(
                levels == 1 || threshold == MIDDLE,
                "ThermometerEncoder.threshold",
                threshold,
                "is used with levels 1 only, and levels is " + levels + "; leave it at " + MIDDLE);
    }

    /** Four levels, as for the digits of 8x8 pixels. */
    public ThermometerEncoder() {
        this(4, MIDDLE);
    }

    /** Several lines per feature; with one, it is active from 0.5 on. */
    public ThermometerEncoder(int levels) {
        this(levels, MIDDLE);
    }

    /**
     * One line per feature, active from the threshold on.
     *
     * @param threshold such as {@code 96 / 255.0} for the images of MNIST
     */
    public static ThermometerEncoder ofThreshold(double threshold) {
        return new ThermometerEncoder(1, threshold);
    }

    @Override
    public String name() {
        return "thermometer";
    }

    @Override
    public int lines(int features) {
        return Math.multiplyExact(features, levels);
    }

    @Override
    public SpikeRaster encode(float[] scaledFeatures, int sampleIndex) {
        Encoders.requireScaled(this, scaledFeatures, sampleIndex);
        int lines = lines(scaledFeatures.length);
        int[] active = new int[lines];
        int count = 0;
        for (int f = 0; f < scaledFeatures.length; f++) {
            for (int l = 0; l < levels && isActive(scaledFeatures[f], l); l++) {
                active[count++] = f * levels + l;
            }
        }
        return SpikeRaster.atOnset(lines, Arrays.copyOf(active, count));
    }

    private boolean isActive(float value, int level) {
        return levels == 1 ? value >= (float) threshold : value > (float) ((level + 0.5) / levels);
    }
}
