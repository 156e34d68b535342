package org.ionspike.engine.network;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Time;

/**
 * Collects the parts of a {@link Network}; {@link #build()} checks that they fit together, and where they do not, says in
 * which line of which file the part was added.
 */
public final class NetworkBuilder {
    private final String name;
    private Time step = us(5);
    private Time presentationLimit = ms(20);
    private final ImmutableList.Builder<NeuronGroup> groups = ImmutableList.builder();
    private final ImmutableList.Builder<SpikeSource> sources = ImmutableList.builder();
    private final ImmutableList.Builder<CurrentSource> currents = ImmutableList.builder();
    private final ImmutableList.Builder<Projection> projections = ImmutableList.builder();
    private final List<Added> added = new ArrayList<>();

    /** A part and the line of code that added it. */
    private record Added(String part, Supplier<String> line) {}

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
        added.add(new Added(part, callersLine()));
    }

    /** The line of code that called this builder, as {@code File.java:14}; looked up only when it is asked for. */
    private static Supplier<String> callersLine() {
        StackWalker.StackFrame frame = StackWalker.getInstance()
                .walk(frames -> frames.filter(one -> !one.getClassName().equals(NetworkBuilder.class.getName()))
                        .findFirst())
                .orElseThrow();
        return () -> frame.getFileName() + ":" + frame.getLineNumber();
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
        } catch (NetworkPartException e) {
            throw new IllegalArgumentException(e.getMessage() + " Added at " + linesOf(e.part()) + ".", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + " Built at " + callersLine().get() + ".", e);
        }
    }

    /** The line that added a part; two for a name that is taken. */
    private String linesOf(String part) {
        return added.stream()
                .filter(one -> one.part.equals(part))
                .map(one -> one.line.get())
                .collect(Collectors.joining(" and at "));
    }
}
