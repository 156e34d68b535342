package org.ionspike.engine.network;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Time;

/**
 * Collects the parts of a {@link Network}; {@link #build()} checks that they fit together, and where they do not, says in
 * which line of which file the part was added.
 */
public final class NetworkBuilder {
    private static final String OURS = "org.ionspike.engine.";

    private final String name;
    private Time step = us(5);
    private Time presentationLimit = ms(20);
    private final ImmutableList.Builder<NeuronGroup> groups = ImmutableList.builder();
    private final ImmutableList.Builder<SpikeSource> sources = ImmutableList.builder();
    private final ImmutableList.Builder<CurrentSource> currents = ImmutableList.builder();
    private final ImmutableList.Builder<Projection> projections = ImmutableList.builder();
    private final List<Added> added = new ArrayList<>();

    /** A part and the line of code that added it. */
    private record Added(String part, StackWalker.StackFrame line) {
        String text() {
            return line.getFileName() + ":" + line.getLineNumber();
        }
    }

    NetworkBuilder(String name) {
        this.name = name;
    }

    /** Time step of the event grid; 5 us when not said. */
    public NetworkBuilder step(Time value) {
        step = value;
        return this;
    }

    /** Longest time a sample is shown after its last input spike; 20 ms when not said. */
    public NetworkBuilder presentationLimit(Time value) {
        presentationLimit = value;
        return this;
    }

    /** Adds neurons. */
    public NetworkBuilder add(NeuronGroup group) {
        note(group.name());
        groups.add(group);
        return this;
    }

    /** Adds spikes from outside. */
    public NetworkBuilder add(SpikeSource source) {
        note(source.name());
        sources.add(source);
        return this;
    }

    /** Adds a current from outside. */
    public NetworkBuilder add(CurrentSource current) {
        note(current.name());
        currents.add(current);
        return this;
    }

    /** Adds synapses. */
    public NetworkBuilder add(Projection projection) {
        note(projection.name());
        projections.add(projection);
        return this;
    }

    private void note(String part) {
        StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !isOurs(frame)).findFirst())
                .ifPresent(line -> added.add(new Added(part, line)));
    }

    /** Whether a frame is of the engine itself and not of its tests, which are users like others. */
    private static boolean isOurs(StackWalker.StackFrame frame) {
        return frame.getClassName().startsWith(OURS) && !frame.getClassName().matches(".*Test(\\$.*)?");
    }

    /** The checked description. */
    public Network build() {
        try {
            return new Network(
                    name,
                    step,
                    presentationLimit,
                    groups.build(),
                    sources.build(),
                    currents.build(),
                    projections.build());
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(message + whereAdded(message), e);
        }
    }

    /** The lines that added the part which a message names first; two for a name that is taken. */
    private String whereAdded(String message) {
        int first = Integer.MAX_VALUE;
        List<String> lines = new ArrayList<>();
        for (Added one : added) {
            int at = message.indexOf("'" + one.part + "'");
            if (at >= 0 && at < first) {
                first = at;
                lines.clear();
            }
            if (at >= 0 && at == first) {
                lines.add(one.text());
            }
        }
        return lines.isEmpty() ? "" : " Added at " + String.join(" and at ", lines) + ".";
    }
}
