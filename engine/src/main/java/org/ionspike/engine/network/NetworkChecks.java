package org.ionspike.engine.network;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ionspike.engine.network.NetworkPartException.Part;
import org.ionspike.engine.neuron.NeuronModel;
import org.ionspike.engine.neuron.Receptor;
import org.ionspike.engine.neuron.StateVariable;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.CurrentSource;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.PoissonSource;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Quantity;
import org.ionspike.engine.units.Time;

/** Whether the parts of a network fit each other and the time step, as far as that can be said before anything runs. */
final class NetworkChecks {
    /** Times that differ by less than this share are the same number of steps. */
    private static final double SAME_STEPS = 1e-6;

    private final Time step;
    private final ImmutableList<NeuronGroup> groups;
    private final ImmutableList<SpikeSource> sources;
    private final ImmutableList<CurrentSource> currents;
    private final ImmutableList<Projection> projections;
    private final Map<String, NeuronModel> models = new LinkedHashMap<>();

    NetworkChecks(
            Time step,
            ImmutableList<NeuronGroup> groups,
            ImmutableList<SpikeSource> sources,
            ImmutableList<CurrentSource> currents,
            ImmutableList<Projection> projections) {
        this.step = step;
        this.groups = groups;
        this.sources = sources;
        this.currents = currents;
        this.projections = projections;
        groups.forEach(group -> models.put(group.name(), group.model()));
    }

    /** An error that names the first part that does not fit. */
    void require(Time presentationLimit) {
        requireSteps("Network.presentationLimit", presentationLimit, 1);
        requireUniqueNames();
        groups.forEach(this::requireGroup);
        sources.forEach(this::requireSource);
        currents.forEach(this::requireCurrent);
        var ends = new ProjectionEnds(groups, sources);
        projections.forEach(projection -> requireProjection(projection, ends));
    }

    private void requireUniqueNames() {
        Map<String, String> seen = new LinkedHashMap<>();
        groups.forEach(group -> requireNew(seen, new Part("group", group.name())));
        sources.forEach(source -> requireNew(seen, new Part("source", source.name())));
        currents.forEach(current -> requireNew(seen, new Part("current", current.name())));
        projections.forEach(projection -> requireNew(seen, new Part("projection", projection.name())));
    }

    private static void requireNew(Map<String, String> seen, Part part) {
        String what = "Name of a " + part.kind();
        String quoted = "'" + part.name() + "'";
        String before = seen.put(part.name(), part.kind());
        part.checkWhole("", () -> {
            Check.require(!part.name().isBlank(), what, quoted, "must not be blank");
            Check.require(!Slice.isSlice(part.name()), what, quoted, "must not end like a slice, in [first:end]");
            Check.require(
                    before == null,
                    what,
                    quoted,
                    "is already taken by a " + before + "; every part needs a name of its own");
        });
    }

    private void requireGroup(NeuronGroup group) {
        var part = new Part("group", group.name());
        part.check("model", () -> group.model().checkStep(step));
        group.inhibition()
                .ifPresent(rule ->
                        part.check("inhibition", () -> requireSteps("inhibition.duration", rule.duration(), 1)));
        group.initial()
                .forEach((variable, values) ->
                        part.check("initial", () -> requireInitial(group.model(), variable, values)));
    }

    /** Models that do not list their variables are asked when the simulation starts. */
    private static void requireInitial(NeuronModel model, String name, Distribution values) {
        if (model.variables().isEmpty()) {
            return;
        }
        StateVariable variable =
                Network.find("state variable of '" + model.name() + "'", name, model.variables(), StateVariable::name);
        Class<? extends Quantity> needed = StateVariable.QUANTITIES.get(variable.unit());
        if (needed != null && needed != values.quantity()) {
            Check.require(false, "initial '" + name + "'", "a " + word(values.quantity()), "must be a " + word(needed));
        }
    }

    private void requireSource(SpikeSource source) {
        if (source instanceof PoissonSource poisson) {
            new Part("source", source.name())
                    .check(
                            "rate",
                            () -> Check.require(
                                    poisson.rate().si() * step.si() <= PoissonSource.MOST_IN_A_STEP,
                                    "rate",
                                    poisson.rate(),
                                    "must be at most " + PoissonSource.MOST_IN_A_STEP
                                            + " spikes of a line in a time step (" + step + ")"));
        }
    }

    private void requireCurrent(CurrentSource current) {
        var part = new Part("current", current.name());
        part.check("target", () -> {
            Check.require(
                    !Slice.isSlice(current.target()),
                    "target",
                    current.target(),
                    "must be a whole group, not a slice; make those neurons a group of their own");
            requireKnown("target", current.target(), models.keySet());
        });
        if (current instanceof PoissonImpulses impulses) {
            part.check(
                    "rate",
                    () -> Check.require(
                            impulses.rate().si() * step.si() <= PoissonImpulses.MOST_IN_A_STEP,
                            "rate",
                            impulses.rate(),
                            "must be at most " + PoissonImpulses.MOST_IN_A_STEP + " impulses in a time step (" + step
                                    + "); use larger impulses at a lower rate"));
            part.check(
                    "receptor",
                    () -> requireReceptor(
                            "size", new Impulse(impulses.receptor(), impulses.size()), model(impulses.target())));
        }
        if (current instanceof NoiseCurrent noise) {
            part.check("interval", () -> {
                Check.require(
                        noise.interval().si() >= step.si() * (1 - SAME_STEPS),
                        "interval",
                        noise.interval(),
                        "must be at least one time step (" + step + ")");
                requireSteps("interval", noise.interval());
            });
        }
        if (current instanceof CurrentStep pulse) {
            part.check("start", () -> requireSteps("start", pulse.start()));
            part.check("stop", () -> requireSteps("stop", pulse.stop()));
        }
    }

    private void requireProjection(Projection projection, ProjectionEnds ends) {
        var part = new Part("projection", projection.name());
        part.checkWhole("from", () -> ends.from(projection));
        part.checkWhole("to", () -> ends.to(projection));
        Ends joined = ends.of(projection);
        if (projection.delays() instanceof Delays.Same same) {
            part.check("delay", () -> requireDelay(same.value(), ends.isFromGroup(projection)));
        }
        part.check("connector", () -> projection.connector().check(joined));
        part.check(
                "to",
                () -> Check.require(
                        !joined.to().isSlice() || !(projection.connector() instanceof Connector.CommonColumn),
                        "to",
                        projection.to(),
                        "must be the whole group with a common column"));
        requireWeights(part, projection, joined);
        if (projection.drive() instanceof LineDrive line) {
            part.check("drive", () -> requireSteps("drive.hold", line.hold(), 1));
        }
        if (projection.drive() instanceof Impulse impulse) {
            part.check(
                    "drive",
                    () -> requireReceptor(
                            "drive.size", impulse, model(joined.to().name())));
        }
    }

    /** What a projection would refuse when it is made, as far as chance does not decide. */
    private static void requireWeights(Part part, Projection projection, Ends joined) {
        Weights.Given given = projection.weights() instanceof Weights.Given values ? values : null;
        Connector connector = projection.connector();
        if (given != null && connector.isDrawn()) {
            part.check("weights", () -> given.requireLines(joined.lines()));
        } else if (connector instanceof Connector.Pairs) {
            part.check("connector", () -> undrawn(connector, joined));
        }
        if (given != null && !connector.isDrawn()) {
            part.check("weights", () -> given.requireShape(undrawn(connector, joined)));
        }
    }

    /** The connections of a connector that draws nothing. */
    private static Connectivity undrawn(Connector connector, Ends joined) {
        return connector.connect(joined, new RandomStreams(0).stream("wiring"));
    }

    private NeuronModel model(String group) {
        return Objects.requireNonNull(models.get(group));
    }

    private void requireDelay(Time delay, boolean fromGroup) {
        Check.require(
                !fromGroup || delay.si() >= step.si() * (1 - SAME_STEPS),
                "delay",
                delay,
                "must be at least one time step (" + step + ") between neurons");
        requireSteps("delay", delay);
    }

    private void requireSteps(String what, Time time) {
        requireSteps(what, time, 0);
    }

    /** @param least number of steps, for the way out */
    private void requireSteps(String what, Time time, int least) {
        if (Double.isInfinite(time.si())) {
            return;
        }
        double count = time.si() / step.si();
        Check.require(
                Math.abs(count - Math.rint(count)) <= SAME_STEPS * Math.max(1, count),
                what,
                time,
                "must be a whole number of time steps (" + step + "); the nearest is "
                        + new Time(Math.max(least, Math.rint(count)) * step.si()));
    }

    static void requireKnown(String what, String name, Set<String> known) {
        if (!known.contains(name)) {
            throw new IllegalArgumentException(what + " ('" + name + "') is not in the network. Known: " + known + ".");
        }
    }

    private static void requireReceptor(String what, Impulse impulse, NeuronModel target) {
        if (target.receptors().isEmpty()) {
            throw new IllegalArgumentException("the neuron model '" + target.name()
                    + "' has no receptors; its input is current. Give the drive a voltage instead.");
        }
        Receptor receptor = Network.find(
                "receptor of '" + target.name() + "'", impulse.receptor(), target.receptors(), Receptor::name);
        Check.require(
                receptor.quantity().isInstance(impulse.size()),
                what,
                impulse.size(),
                "must be a " + word(receptor.quantity()) + ", as receptor '" + receptor.name() + "' of '"
                        + target.name() + "' takes");
    }

    private static String word(Class<? extends Quantity> quantity) {
        return quantity.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
