package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ionspike.engine.network.Ends.End;
import org.ionspike.engine.source.SpikeSource;

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
        String what = "Projection '" + projection.name() + "'";
        Network.requireKnown(what + ": from", Slice.nameIn(projection.from()), origins.keySet());
        Network.requireKnown(what + ": to", Slice.nameIn(projection.to()), groups.keySet());
        return new Ends(end(what + ": from", projection.from()), end(what + ": to", projection.to()));
    }

    boolean isFromGroup(Projection projection) {
        return groups.containsKey(Slice.nameIn(projection.from()));
    }

    private End end(String what, String text) {
        String name = Slice.nameIn(text);
        int whole = Objects.requireNonNull(origins.get(name));
        Slice slice = Slice.of(what, text, whole);
        Optional<Geometry> geometry = groups.containsKey(name)
                ? Objects.requireNonNull(groups.get(name)).geometry()
                : Optional.empty();
        return new End(name, slice.first(), slice.end() - slice.first(), whole, geometry);
    }
}
