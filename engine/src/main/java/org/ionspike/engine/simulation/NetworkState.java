package org.ionspike.engine.simulation;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Ends;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Check;

/** The running parts of a network, by name and in its order, and how they are joined. */
final class NetworkState {
    private final Network network;
    private final SimulationSettings settings;
    private final Map<String, GroupState> groupsByName = new LinkedHashMap<>();
    private final Map<String, SpikeFeed> feedsByName = new LinkedHashMap<>();
    private final List<GroupState> groups = new ArrayList<>();
    private final List<ProjectionState> projections = new ArrayList<>();
    private final List<SpikeFeed> feeds = new ArrayList<>();
    private final List<CurrentPulse> pulses = new ArrayList<>();
    private final List<ImpulseNoise> noise = new ArrayList<>();

    /**
     * All parts at step 0.
     *
     * @param queue takes the events of held lines, with target {@code 2 x projection + 1}
     */
    NetworkState(Network network, SimulationSettings settings, EventQueue queue) {
        this.network = network;
        this.settings = settings;
        for (NeuronGroup group : network.groups()) {
            var state = new GroupState(group, network, settings);
            groupsByName.put(group.name(), state);
            groups.add(state);
        }
        for (SpikeSource source : network.sources()) {
            var feed =
                    SpikeFeed.of(source, network.step().si(), settings.streams().child(source.name()));
            feedsByName.put(source.name(), feed);
            feeds.add(feed);
        }
        for (Projection projection : network.projections()) {
            add(projection, queue);
        }
        for (var current : network.currents()) {
            if (current instanceof PoissonImpulses impulses) {
                noise.add(ImpulseNoise.of(
                        impulses,
                        group(impulses.target()),
                        network.step().si(),
                        settings.streams().child(impulses.name())));
            }
            if (current instanceof CurrentStep pulse) {
                GroupState target = group(pulse.target());
                var state = new CurrentPulse(
                        target,
                        pulse.amplitude().si(),
                        Network.steps(pulse.start(), network.step()),
                        Network.steps(pulse.stop(), network.step()));
                target.pulses().add(state);
                pulses.add(state);
            }
        }
    }

    private void add(Projection projection, EventQueue queue) {
        int index = projections.size();
        int alarm = 2 * index + 1;
        Ends ends = network.ends(projection);
        String from = ends.from().name();
        boolean fromInput = network.sources().stream()
                .anyMatch(one -> one instanceof InputLines && one.name().equals(from));
        SpikeFeed feed = feedsByName.get(from);
        var setup = new ProjectionState.Setup(
                projection,
                index,
                ends,
                feed == null,
                fromInput,
                group(ends.to().name()),
                network.step(),
                settings.streams().child(projection.name()));
        ProjectionState state = ProjectionState.of(setup, (step, line) -> queue.put(step, alarm, line));
        (feed == null ? group(from).outgoing() : feed.outgoing()).add(state);
        state.target().incoming().add(state);
        projections.add(state);
    }

    List<GroupState> groups() {
        return groups;
    }

    List<ProjectionState> projections() {
        return projections;
    }

    List<SpikeFeed> feeds() {
        return feeds;
    }

    List<CurrentPulse> pulses() {
        return pulses;
    }

    List<ImpulseNoise> noise() {
        return noise;
    }

    GroupState group(String name) {
        network.group(name); // says which names are known
        return Objects.requireNonNull(groupsByName.get(name));
    }

    ProjectionState projection(String name) {
        return projections.get(network.projections().indexOf(network.projection(name)));
    }

    /** The feed of the only input lines. */
    SpikeFeed.Raster input() {
        return (SpikeFeed.Raster)
                Objects.requireNonNull(feedsByName.get(network.input().name()));
    }

    /** The group whose first spikes answer a sample. */
    GroupState respondent() {
        if (groups.size() == 1) {
            return groups.get(0);
        }
        var inhibited = groups.stream()
                .filter(group -> group.description().inhibition().isPresent())
                .toList();
        Check.require(
                inhibited.size() == 1,
                "Network '" + network.name() + "': groups with inhibition",
                inhibited,
                "must be exactly one to present samples to it, or it must have one group only");
        return inhibited.get(0);
    }

    EnergyBook energy(long step) {
        Check.require(settings.energy(), "SimulationSettings.energy", settings.energy(), "must be true to read energy");
        double neurons = 0;
        for (GroupState group : groups) {
            neurons += group.joules(step);
        }
        double synapses = 0;
        double programming = 0;
        for (ProjectionState projection : projections) {
            synapses += projection.joules(step);
            programming += projection.programmingJoules();
        }
        return new EnergyBook(neurons, synapses, programming);
    }

    /** The description with the weights, biases and thresholds of now. */
    Network snapshot(long step) {
        return network.mapProjections(projection -> projection.plasticity().isEmpty()
                        ? projection
                        : projection(projection.name())
                                .weights()
                                .map(rows -> projection.withWeights(new Weights.Given(rows)))
                                .orElse(projection))
                .mapGroups(group -> learnt(group, step));
    }

    /** A group with the thresholds and biases of now. */
    private NeuronGroup learnt(NeuronGroup group, long step) {
        GroupState state = group(group.name());
        NeuronGroup after = group.homeostasis().isEmpty() ? group : group.withBias(exact(state.bias()));
        return group.model()
                .learntVariable()
                .map(variable -> after.withInitial(
                        variable.name(),
                        new Distribution.Given(
                                variable.quantity(), exact(state.kernel().values(variable.name(), step)))))
                .orElse(after);
    }

    private static ImmutableDoubleArray exact(float[] values) {
        var exact = ImmutableDoubleArray.builder(values.length);
        for (float value : values) {
            exact.add(value);
        }
        return exact.build();
    }
}
