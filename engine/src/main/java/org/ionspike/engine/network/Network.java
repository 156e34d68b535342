package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * The immutable description of a network: what exists and how it is joined. A {@code Simulation} runs it.
 *
 * @param name for people
 * @param step time step of the event grid, above 0
 * @param presentationLimit longest time a sample is shown after its last input spike when no inhibition ends it, a
 *     multiple of the step
 * @param groups neurons
 * @param sources spikes from outside
 * @param currents currents from outside
 * @param projections synapses
 */
public record Network(
        String name,
        Time step,
        Time presentationLimit,
        ImmutableList<NeuronGroup> groups,
        ImmutableList<SpikeSource> sources,
        ImmutableList<CurrentSource> currents,
        ImmutableList<Projection> projections) {
    public Network {
        Check.positive("Network.step", step);
        Check.positive("Network.presentationLimit", presentationLimit);
        Check.require(!groups.isEmpty(), "Network.groups", "none", "must hold at least one group");
        new NetworkChecks(step, groups, sources, currents, projections).require(presentationLimit);
    }

    /** What a projection of this network joins. */
    public Ends ends(Projection projection) {
        return new ProjectionEnds(groups, sources).of(projection);
    }

    /** An empty description to add to. */
    public static NetworkBuilder builder(String name) {
        return new NetworkBuilder(name);
    }

    /** The group of that name. */
    public NeuronGroup group(String groupName) {
        return find("group", groupName, groups, NeuronGroup::name);
    }

    /** The projection of that name. */
    public Projection projection(String projectionName) {
        return find("projection", projectionName, projections, Projection::name);
    }

    /** The only source of {@link InputLines}; an error when there is none or more than one. */
    public InputLines input() {
        var inputs = sources.stream().filter(InputLines.class::isInstance).toList();
        Check.require(
                inputs.size() == 1,
                "Network '" + name + "': sources of input lines",
                inputs.size(),
                "must be exactly one to present samples to it");
        return (InputLines) inputs.get(0);
    }

    /** The same network with every group replaced. */
    public Network mapGroups(UnaryOperator<NeuronGroup> change) {
        var changed = groups.stream().map(change).collect(ImmutableList.toImmutableList());
        return new Network(name, step, presentationLimit, changed, sources, currents, projections);
    }

    /** The same network with every projection replaced. */
    public Network mapProjections(UnaryOperator<Projection> change) {
        var changed = projections.stream().map(change).collect(ImmutableList.toImmutableList());
        return new Network(name, step, presentationLimit, groups, sources, currents, changed);
    }

    /** The same network with nothing that learns: weights, biases and thresholds stay. */
    public Network frozen() {
        return mapProjections(Projection::withoutPlasticity)
                .mapGroups(group ->
                        group.withoutHomeostasis().withModel(group.model().frozen()));
    }

    /** Number of whole steps in a time that is a multiple of the step; infinite gives {@code Long.MAX_VALUE}. */
    public static long steps(Time time, Time step) {
        return Double.isInfinite(time.si()) ? Long.MAX_VALUE : Math.round(time.si() / step.si());
    }

    static <T> T find(String kind, String wanted, List<T> all, Function<T, String> nameOf) {
        return all.stream()
                .filter(one -> nameOf.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + kind + " is named '" + wanted + "'. Known: "
                        + all.stream().map(nameOf).sorted().toList() + "."));
    }

    /** Slope of all ramps into a group in A/s; 0 for none. */
    public double rampSlope(String groupName) {
        return currents.stream()
                .filter(current -> current.target().equals(groupName))
                .mapToDouble(current ->
                        current instanceof CurrentRamp ramp ? ramp.slope().si() : 0)
                .sum();
    }
}
