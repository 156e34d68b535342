package org.ionspike.datasets.encoding;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.spikes.SpikeRaster;

/**
 * Turns the features of a sample, scaled to 0 to 1, into spikes of input lines. Implementations are records whose
 * components are the parameters, with a no-argument constructor for the defaults, registered with
 * {@code @AutoService(Encoder.class)}; {@link Encoders} finds them by name. Safe for use by several threads.
 */
public interface Encoder {
    /** Name on the command line and in files. */
    String name();

    /** Number of lines for samples of that many features; all lines of a feature stand together. */
    int lines(int features);

    /**
     * Encodes one sample. The result depends on the arguments and the encoder only, not on calls before.
     *
     * @param scaledFeatures one entry per feature, each from 0 to 1
     * @param sampleIndex index of the sample in its data set, which picks the random stream where one is needed
     */
    SpikeRaster encode(float[] scaledFeatures, int sampleIndex);

    /** The same encoder drawing from these streams; encoders without randomness return themselves. */
    default Encoder withStreams(RandomStreams streams) {
        return this;
    }

    /** Names and values of the parameters, with units, as {@link #withParameters} reads them. */
    default ImmutableMap<String, String> parameters() {
        return EncoderParameters.write(this);
    }

    /**
     * The same encoder with some parameters changed.
     *
     * @param changes values by name, quantities with their unit: {@code window} to {@code 20 ms}
     */
    default Encoder withParameters(Map<String, String> changes) {
        return EncoderParameters.change(this, changes);
    }
}
