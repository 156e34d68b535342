package org.ionspike.datasets.encoding;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Comparator;
import java.util.ServiceLoader;
import org.ionspike.engine.units.Check;

/** The encoders known by name. */
public final class Encoders {
    private static final ImmutableSortedMap<String, Encoder> DEFAULTS = ServiceLoader.load(Encoder.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(ImmutableSortedMap.toImmutableSortedMap(
                    Comparator.naturalOrder(), Encoder::name, encoder -> encoder));

    private Encoders() {}

    /** Names of the known encoders, in alphabetical order. */
    public static ImmutableList<String> names() {
        return DEFAULTS.keySet().asList();
    }

    /** The encoder of that name with its default parameters. */
    public static Encoder named(String name) {
        Encoder encoder = DEFAULTS.get(name);
        if (encoder == null) {
            throw new IllegalArgumentException("No encoder is named '" + name + "'. Known: " + names() + ".");
        }
        return encoder;
    }

    /** All features must lie between 0 and 1. */
    static void requireScaled(Encoder encoder, float[] scaledFeatures, int sampleIndex) {
        Check.atLeast("Encoder " + encoder.name() + ": features", scaledFeatures.length, 1);
        for (int f = 0; f < scaledFeatures.length; f++) {
            if (!(scaledFeatures[f] >= 0 && scaledFeatures[f] <= 1)) {
                throw new IllegalArgumentException("Encoder " + encoder.name() + ": feature " + f + " of sample "
                        + sampleIndex + " is " + scaledFeatures[f]
                        + " and must lie between 0 and 1. Scale the data by range or min-max.");
            }
        }
    }
}
