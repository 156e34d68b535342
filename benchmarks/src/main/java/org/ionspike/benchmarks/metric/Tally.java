package org.ionspike.benchmarks.metric;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a run counted, part by part: the mean over samples, or the sum over a training. A part is a layer or a readout, with
 * one precision.
 */
public record Tally(ImmutableList<Part> parts) {
    /** Nothing counted. */
    public static final Tally NONE = new Tally(ImmutableList.of());

    /**
     * One part of a model.
     *
     * @param name such as {@code layer} or {@code readout}
     * @param precision of weights and operations
     * @param counts those that are not 0
     */
    public record Part(String name, Precision precision, ImmutableMap<Count, Double> counts) {
        /** How many; 0 for what was not counted. */
        public double get(Count count) {
            return counts.getOrDefault(count, 0.0);
        }

        /** The same with every count multiplied. */
        public Part times(double factor) {
            var scaled = new EnumMap<Count, Double>(Count.class);
            counts.forEach((count, amount) -> scaled.put(count, amount * factor));
            return of(name, precision, scaled);
        }

        /** A part with those counts that are not 0. */
        public static Part of(String name, Precision precision, Map<Count, Double> counts) {
            var kept = new EnumMap<Count, Double>(Count.class);
            counts.forEach((count, amount) -> {
                if (amount != 0) {
                    kept.put(count, amount);
                }
            });
            return new Part(name, precision, ImmutableMap.copyOf(kept));
        }

        private Part plus(Part other) {
            var sum = new EnumMap<Count, Double>(Count.class);
            sum.putAll(counts);
            other.counts.forEach((count, amount) -> sum.merge(count, amount, Double::sum));
            return of(name, precision, sum);
        }
    }

    /** A tally of these parts. */
    public static Tally of(Part... parts) {
        return new Tally(ImmutableList.copyOf(parts));
    }

    /** The sum over parts. */
    public double get(Count count) {
        return parts.stream().mapToDouble(part -> part.get(count)).sum();
    }

    /** The same with every count multiplied. */
    public Tally times(double factor) {
        return new Tally(parts.stream().map(part -> part.times(factor)).collect(ImmutableList.toImmutableList()));
    }

    /** The sum, part by part; parts of the same name and precision are one. */
    public Tally plus(Tally other) {
        var sum = new ArrayList<>(parts);
        for (Part part : other.parts) {
            add(sum, part);
        }
        return new Tally(ImmutableList.copyOf(sum));
    }

    private static void add(List<Part> parts, Part more) {
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            if (part.name().equals(more.name()) && part.precision().equals(more.precision())) {
                parts.set(p, part.plus(more));
                return;
            }
        }
        parts.add(more);
    }
}
