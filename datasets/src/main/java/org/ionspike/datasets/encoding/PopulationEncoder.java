package org.ionspike.datasets.encoding;

import static org.ionspike.engine.units.Units.ms;

import com.google.auto.service.AutoService;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Several lines per feature with overlapping Gaussian receptive fields; the nearer the value to a line's centre, the
 * earlier the line spikes.
 *
 * <pre>
 * centre[i] = (2 i - 3) / (2 (m - 2)),  i = 1 .. m          width = 1 / (beta (m - 2))
 * a[i] = exp(-(x - centre[i])^2 / (2 width^2))              line f m + i - 1
 * t[i] = (1 - a[i]) window   if a[i] &gt;= cutoff;   silent otherwise
 * </pre>
 *
 * Values are from 0 to 1; the first and last centre lie half a spacing outside. With a window of 0 the active lines
 * all spike at time 0. Source: S. M. Bohte, J. N. Kok, H. La Poutre, Error-backpropagation in temporally encoded
 * networks of spiking neurons, Neurocomputing 48 (2002) 17, doi:10.1016/S0925-2312(01)00658-0: beta 1.5, times 0 to
 * 10 ms, those after 9 ms silent.
 *
 * @param fields receptive fields m per feature, 3 or above
 * @param beta ratio of spacing to width, above 0
 * @param window time in which an activation of 0 would spike, 0 or above
 * @param cutoff activations below it are silent, above 0 and up to 1
 */
@AutoService(Encoder.class)
public record PopulationEncoder(int fields, double beta, Time window, double cutoff) implements Encoder {
    public PopulationEncoder {
        Check.atLeast("PopulationEncoder.fields", fields, 3);
        Check.positive("PopulationEncoder.beta", beta);
        Check.notNegative("PopulationEncoder.window", window);
        Check.require(
                cutoff > 0 && cutoff <= 1,
                "PopulationEncoder.cutoff",
                cutoff,
                "must lie above 0 and up to 1, or every line spikes for every value");
    }

    /** Eight fields, beta 1.5, 10 ms, cutoff 0.1. */
    public PopulationEncoder() {
        this(8, 1.5, ms(10), 0.1);
    }

    /**
     * Centre of a field.
     *
     * @param field counted from 0
     */
    public double centre(int field) {
        return (2 * (field + 1) - 3) / (2.0 * (fields - 2));
    }

    /** Standard deviation of the fields. */
    public double width() {
        return 1 / (beta * (fields - 2));
    }

    @Override
    public String name() {
        return "population";
    }

    @Override
    public int lines(int features) {
        return Math.multiplyExact(features, fields);
    }

    @Override
    public SpikeRaster encode(float[] scaledFeatures, int sampleIndex) {
        Encoders.requireScaled(this, scaledFeatures, sampleIndex);
        int lines = lines(scaledFeatures.length);
        var spikes = new Spikes(lines);
        for (int f = 0; f < scaledFeatures.length; f++) {
            for (int i = 0; i < fields; i++) {
                double distance = (scaledFeatures[f] - centre(i)) / width();
                double activation = Math.exp(-0.5 * distance * distance);
                if (activation >= cutoff) {
                    spikes.add((1 - activation) * window.si(), f * fields + i);
                }
            }
        }
        return spikes.toRaster(lines);
    }
}
