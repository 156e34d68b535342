package org.ionspike.benchmarks.cli;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.ionspike.datasets.encoding.Encoder;
import org.ionspike.datasets.encoding.Encoders;

/** Reads {@code NAME} or {@code NAME:PARAMETER=VALUE,PARAMETER=VALUE}, such as {@code thermometer:levels=8}. */
final class EncoderOption {
    private EncoderOption() {}

    static Encoder parse(String text) {
        List<String> parts = Splitter.on(':').limit(2).splitToList(text);
        Encoder encoder = Encoders.named(parts.get(0));
        if (parts.size() == 1) {
            return encoder;
        }
        var changes = ImmutableMap.<String, String>builder();
        for (String change : Splitter.on(',').split(parts.get(1))) {
            int equals = change.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Cannot read '" + change + "' in --encoder " + text
                        + ": expected PARAMETER=VALUE. Parameters of " + parts.get(0) + ": "
                        + encoder.parameters().keySet() + ".");
            }
            changes.put(change.substring(0, equals), change.substring(equals + 1));
        }
        return encoder.withParameters(changes.buildKeepingLast());
    }
}
