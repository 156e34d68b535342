package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ionspike.engine.network.Ends.End;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Check;

/** Finds the ends of projections among the groups and sources of a network. */
final class ProjectionEnds {
    private final Map<String, NeuronGroup> groups = new LinkedHashMap<>();
    private final Map<String, Integer> origins = new LinkedHashMap<>();

    ProjectionEnds(ImmutableList<NeuronGroup> groups, ImmutableList<SpikeSource> sources) {
        for (NeuronGroup group : groups) {
            this.groups.put(group.name(), group);
            origins.put(group.name(), group.size());
        }
        sources.forEach(source -> origins.put(source.name(), source.lines()));
    }

    /** The ends of a projection; an error where a name is unknown or a slice does not fit. */
    Ends of(Projection projection) {
        return new Ends(from(projection), to(projection));
    }

    /** Where a projection comes from. */
    End from(Projection projection) {
        return end("Projection '" + projection.name() + "': from", projection.from(), origins.keySet());
    }

    /** Where a projection goes to. */
    End to(Projection projection) {
        return end("Projection '" + projection.name() + "': to", projection.to(), groups.keySet());
    }

    boolean isFromGroup(Projection projection) {
        return groups.containsKey(Slice.nameIn(projection.from()));
    }

    private End end(String what, String text, Set<String> known) {
        String name = Slice.nameIn(text);
        int bracket = name.indexOf('[');
        Check.require(
                bracket < 0 || known.contains(name) || !known.contains(name.substring(0, bracket)),
                what,
                "'" + text + "'",
                "must be a name or a slice [first:end] with two whole numbers, such as '"
                        + name.substring(0, Math.max(0, bracket)) + "[0:1]'");
        NetworkChecks.requireKnown(what, name, known);
        int whole = Objects.requireNonNull(origins.get(name));
        Slice slice = Slice.of(what, text, whole);
        Optional<Geometry> geometry = groups.containsKey(name)
                ? Objects.requireNonNull(groups.get(name)).geometry()
                : Optional.empty();
        return new End(name, slice.first(), slice.end() - slice.first(), whole, geometry);
    }
}
