package org.ionspike.engine.network;

import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.us;

import com.google.common.collect.ImmutableList;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Time;

/** Collects the parts of a {@link Network}; {@link #build()} checks that they fit together. */
public final class NetworkBuilder {
    private final String name;
    private Time step = us(5);
    private Time presentationLimit = ms(20);
    private final ImmutableList.Builder<NeuronGroup> groups = ImmutableList.builder();
    private final ImmutableList.Builder<SpikeSource> sources = ImmutableList.builder();
    private final ImmutableList.Builder<CurrentSource> currents = ImmutableList.builder();
    private final ImmutableList.Builder<Projection> projections = ImmutableList.builder();

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
        groups.add(group);
        return this;
    }

    /** Adds spikes from outside. */
    public NetworkBuilder add(SpikeSource source) {
        sources.add(source);
        return this;
    }

    /** Adds a current from outside. */
    public NetworkBuilder add(CurrentSource current) {
        currents.add(current);
        return this;
    }

    /** Adds synapses. */
    public NetworkBuilder add(Projection projection) {
        projections.add(projection);
        return this;
    }

    /** The checked description. */
    public Network build() {
        return new Network(
                name, step, presentationLimit, groups.build(), sources.build(), currents.build(), projections.build());
    }
}
