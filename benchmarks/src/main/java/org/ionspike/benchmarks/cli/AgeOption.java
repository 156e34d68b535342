package org.ionspike.benchmarks.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ionspike.engine.units.Time;

/** Reads a time of seconds to years: {@code 3600 s}, {@code 90 min}, {@code 1 h}, {@code 2 d}, {@code 1 y} of 365 days. */
final class AgeOption {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("\\s*(\\d+\\.?\\d*|\\.\\d+)\\s*(min|h|d|y)\\s*");
    private static final Map<String, Double> SECONDS =
            new TreeMap<>(Map.of("min", 60.0, "h", 3600.0, "d", 86_400.0, "y", 365 * 86_400.0));

    private AgeOption() {}

    static Time parse(String text) {
        var match = NUMBER_AND_UNIT.matcher(text);
        Time time = match.matches()
                ? new Time(Double.parseDouble(match.group(1)) * SECONDS.getOrDefault(match.group(2), Double.NaN))
                : Time.parse(text);
        if (!(time.si() >= 0 && time.si() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("--age (" + text + ") must be 0 or above and finite, such as '1 h'.");
        }
        return time;
    }
}
