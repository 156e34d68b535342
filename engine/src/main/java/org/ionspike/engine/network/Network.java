package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.Receptor;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.CurrentRamp;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.synapse.Connectivity;
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
        requireSteps("Network.presentationLimit", presentationLimit, step);
        requireUniqueNames(groups, sources, currents, projections);
        var sizes = groups.stream().collect(ImmutableMap.toImmutableMap(NeuronGroup::name, NeuronGroup::size));
        for (NeuronGroup group : groups) {
            try {
                group.model().checkStep(step);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("Group '" + group.name() + "': " + e.getMessage(), e);
            }
            group.inhibition()
                    .ifPresent(rule ->
                            requireSteps("Group '" + group.name() + "': inhibition.duration", rule.duration(), step));
        }
        for (CurrentSource current : currents) {
            requireKnown("Current '" + current.name() + "': target", current.target(), sizes.keySet());
            if (current instanceof PoissonImpulses impulses) {
                Check.require(
                        impulses.rate().si() * step.si() <= PoissonImpulses.MOST_IN_A_STEP,
                        "Current '" + current.name() + "': rate",
                        impulses.rate(),
                        "must be at most " + PoissonImpulses.MOST_IN_A_STEP + " impulses in a time step (" + step
                                + "); use larger impulses at a lower rate");
                requireReceptor(
                        "Current '" + current.name() + "'",
                        new Impulse(impulses.receptor(), impulses.size()),
                        modelOf(groups, impulses.target()));
            }
            if (current instanceof NoiseCurrent noise) {
                requireSteps("Current '" + current.name() + "': interval", noise.interval(), step);
                Check.require(
                        steps(noise.interval(), step) >= 1,
                        "Current '" + current.name() + "': interval",
                        noise.interval(),
                        "must be at least one time step (" + step + ")");
            }
            if (current instanceof CurrentStep pulse) {
                requireSteps("Current '" + current.name() + "': start", pulse.start(), step);
                requireSteps("Current '" + current.name() + "': stop", pulse.stop(), step);
            }
        }
        var ends = new ProjectionEnds(groups, sources);
        for (Projection projection : projections) {
            String what = "Projection '" + projection.name() + "'";
            Ends joined = ends.of(projection);
            requireTimes(what, projection, ends.isFromGroup(projection), step);
            try {
                projection.connector().check(joined);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
            }
            Check.require(
                    !joined.to().isSlice() || !(projection.connector() instanceof Connector.CommonColumn),
                    what + ": to",
                    projection.to(),
                    "must be the whole group with a common column");
            requireWeights(what, projection, joined);
            if (projection.drive() instanceof Impulse impulse) {
                requireReceptor(
                        what + ": drive", impulse, modelOf(groups, joined.to().name()));
            }
        }
    }

    /** What a projection would refuse when it is made, as far as chance does not decide. */
    private static void requireWeights(String what, Projection projection, Ends joined) {
        Weights.Given given = projection.weights() instanceof Weights.Given values ? values : null;
        Connector connector = projection.connector();
        try {
            if (given != null && connector.isDrawn()) {
                given.requireLines(joined.lines());
            } else if (given != null || connector instanceof Connector.Pairs) {
                // nothing is drawn
                Connectivity connectivity = connector.connect(joined, new RandomStreams(0).stream("wiring"));
                if (given != null) {
                    given.requireShape(connectivity);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(what + ": " + e.getMessage(), e);
        }
    }

    private static NeuronModel modelOf(ImmutableList<NeuronGroup> groups, String name) {
        return find("group", name, groups, NeuronGroup::name).model();
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

    private static <T> T find(String kind, String wanted, List<T> all, Function<T, String> nameOf) {
        return all.stream()
                .filter(one -> nameOf.apply(one).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No " + kind + " is named '" + wanted + "'. Known: "
                        + all.stream().map(nameOf).sorted().toList() + "."));
    }

    private static void requireSteps(String what, Time time, Time step) {
        if (Double.isInfinite(time.si())) {
            return;
        }
        double count = time.si() / step.si();
        Check.require(
                Math.abs(count - Math.rint(count)) <= 1e-6 * Math.max(1, count),
                what,
                time,
                "must be a whole number of time steps (" + step + "); the nearest is "
                        + new Time(Math.rint(count) * step.si()));
    }

    private static void requireUniqueNames(
            ImmutableList<NeuronGroup> groups,
            ImmutableList<SpikeSource> sources,
            ImmutableList<CurrentSource> currents,
            ImmutableList<Projection> projections) {
        Map<String, String> seen = new LinkedHashMap<>();
        groups.forEach(group -> requireNew(seen, "group", group.name()));
        sources.forEach(source -> requireNew(seen, "source", source.name()));
        currents.forEach(current -> requireNew(seen, "current", current.name()));
        projections.forEach(projection -> requireNew(seen, "projection", projection.name()));
    }

    private static void requireNew(Map<String, String> seen, String kind, String name) {
        Check.require(!name.isBlank(), "Name of a " + kind, "'" + name + "'", "must not be blank");
        Check.require(
                !Slice.isSlice(name), "Name of a " + kind, "'" + name + "'", "must not end like a slice, in [a:b]");
        String before = seen.put(name, kind);
        Check.require(
                before == null,
                "Name of a " + kind,
                "'" + name + "'",
                "is already taken by a " + before + "; every part needs a name of its own");
    }

    static void requireKnown(String what, String name, Iterable<String> known) {
        for (String one : known) {
            if (one.equals(name)) {
                return;
            }
        }
        throw new IllegalArgumentException(what + " ('" + name + "') is not in the network. Known: " + known + ".");
    }

    private static void requireTimes(String what, Projection projection, boolean fromGroup, Time step) {
        if (projection.delays() instanceof Delays.Same same) {
            requireSteps(what + ": delay", same.value(), step);
            Check.require(
                    !fromGroup || steps(same.value(), step) >= 1,
                    what + ": delay",
                    same.value(),
                    "must be at least one time step (" + step + ") between neurons");
        }
        if (projection.drive() instanceof LineDrive line) {
            requireSteps(what + ": drive.hold", line.hold(), step);
        }
    }

    private static void requireReceptor(String what, Impulse impulse, NeuronModel target) {
        if (target.receptors().isEmpty()) {
            throw new IllegalArgumentException(what + ": the neuron model '" + target.name()
                    + "' has no receptors; its input is current. Give the drive a voltage instead.");
        }
        Receptor receptor =
                find("receptor of '" + target.name() + "'", impulse.receptor(), target.receptors(), Receptor::name);
        Check.require(
                receptor.quantity().isInstance(impulse.size()),
                what + ".size",
                impulse.size(),
                "must be a " + receptor.quantity().getSimpleName().toLowerCase(Locale.ROOT) + ", as receptor '"
                        + receptor.name() + "' of '" + target.name() + "' takes");
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
