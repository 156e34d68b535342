package org.ionspike.engine.simulation;

import com.google.common.hash.Hashing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.spikes.SpikeRaster;

/**
 * Numbers that name the read noise of samples: by what a sample holds and how many equal ones come before it, so that
 * neither the order of different samples nor threads change what is read, and equal samples are read with noise of their
 * own.
 */
final class ReadKeys {
    private final List<SpikeRaster> samples;
    private long[] keys = {};

    ReadKeys(List<SpikeRaster> samples) {
        this.samples = samples;
    }

    /** One number a sample, computed when first asked for, by any thread. */
    synchronized long[] ofSamples() {
        if (keys.length < samples.size()) {
            Map<SpikeRaster, Integer> seen = new HashMap<>();
            keys = samples.stream()
                    .mapToLong(sample -> key(sample, seen.merge(sample, 1, Integer::sum)))
                    .toArray();
        }
        return keys;
    }

    private static long key(SpikeRaster sample, int occurrence) {
        var hasher = Hashing.sha256().newHasher().putInt(occurrence).putInt(sample.lines());
        for (int k = 0; k < sample.size(); k++) {
            hasher.putDouble(sample.timeSeconds().get(k)).putInt(sample.line().get(k));
        }
        return hasher.hash().asLong();
    }
}
