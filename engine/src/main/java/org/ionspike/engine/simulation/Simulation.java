package org.ionspike.engine.simulation;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.synapse.SynapseState;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A running network: owns all state, and moves it from event to event.
 *
 * <p>Step k covers the time from k dt to (k + 1) dt. In each step that anything is due in, spikes and expiring lines
 * are delivered first, then the groups that are due are advanced, then their spikes are handled in order of time: to
 * listeners, along projections, to plasticity rules, homeostasis and inhibition. Steps without anything due are
 * skipped. Not safe for use by several threads; one simulation a thread.
 */
public final class Simulation {
    private final Network network;
    private final SimulationSettings settings;
    private final double dtSeconds;
    private final Map<String, GroupState> groups = new LinkedHashMap<>();
    private final List<GroupState> groupList;
    private final List<ProjectionState> projections = new ArrayList<>();
    private final Map<String, SpikeFeed> feeds = new LinkedHashMap<>();
    private final Map<String, List<Integer>> projectionsFrom = new LinkedHashMap<>();
    private final Map<String, List<SpikeListener>> listeners = new LinkedHashMap<>();
    private final List<Sampler> samplers = new ArrayList<>();
    private final EventQueue queue = new EventQueue();
    private final SpikeBuffer spikes = new SpikeBuffer();
    private final List<Timed> currentSteps = new ArrayList<>();
    private final Presentation presentation;
    private long step;
    private long restedStep;
    private long presentations;
    private long spikeCount;

    /** A simulation at time 0 with every neuron at rest. */
    public Simulation(Network network, SimulationSettings settings) {
        this.network = network;
        this.settings = settings;
        this.dtSeconds = network.step().si();
        this.presentation = new Presentation(Network.steps(network.presentationLimit(), network.step()), dtSeconds);
        for (NeuronGroup group : network.groups()) {
            groups.put(group.name(), new GroupState(group, network.step(), settings));
        }
        groupList = List.copyOf(groups.values());
        for (SpikeSource source : network.sources()) {
            feeds.put(
                    source.name(),
                    SpikeFeed.of(source, dtSeconds, settings.streams().child(source.name())));
        }
        for (Projection projection : network.projections()) {
            addProjection(projection);
        }
        for (var current : network.currents()) {
            if (current instanceof CurrentStep pulse) {
                GroupState target = groupState(pulse.target());
                double amperes = pulse.amplitude().si();
                currentSteps.add(
                        new Timed(Network.steps(pulse.start(), network.step()), () -> target.addStepCurrent(amperes)));
                currentSteps.add(
                        new Timed(Network.steps(pulse.stop(), network.step()), () -> target.addStepCurrent(-amperes)));
            }
        }
    }

    private void addProjection(Projection projection) {
        int lines = network.sources().stream()
                .filter(source -> source.name().equals(projection.from()))
                .mapToInt(SpikeSource::lines)
                .findFirst()
                .orElseGet(() -> network.group(projection.from()).size());
        projectionsFrom
                .computeIfAbsent(projection.from(), name -> new ArrayList<>())
                .add(projections.size());
        projections.add(new ProjectionState(
                projection,
                lines,
                groupState(projection.to()),
                network.step(),
                settings.streams().child(projection.name())));
    }

    /** Time since the start. */
    public Time now() {
        return new Time(step * dtSeconds);
    }

    /** Number of presentations completed. */
    public long presentations() {
        return presentations;
    }

    /** Number of spikes of all groups since the start. */
    public long spikeCount() {
        return spikeCount;
    }

    /** Number of devices that spikes have reached since the start. */
    public long synapticOperations() {
        return projections.stream().mapToLong(ProjectionState::operations).sum();
    }

    /** Calls a listener for every spike of a group from now on. */
    public void onSpike(String group, SpikeListener listener) {
        groupState(group);
        listeners.computeIfAbsent(group, name -> new ArrayList<>()).add(listener);
    }

    /**
     * Calls a task at the start of every step whose time is a multiple of an interval, from now on.
     *
     * @param interval a multiple of the time step
     */
    public void every(Time interval, Runnable task) {
        long steps = Network.steps(interval, network.step());
        Check.require(
                steps >= 1 && Math.abs(interval.si() - steps * dtSeconds) <= 1e-6 * interval.si(),
                "Interval",
                interval,
                "must be a whole number of time steps (" + network.step() + ")");
        samplers.add(new Sampler(steps, task));
    }

    /** Runs for a duration that is a multiple of the time step. */
    public void run(Time duration) {
        long count = Network.steps(duration, network.step());
        Check.require(
                count >= 0 && Math.abs(duration.si() - count * dtSeconds) <= 1e-6 * Math.max(dtSeconds, duration.si()),
                "Duration",
                duration,
                "must be 0 or above and a whole number of time steps (" + network.step() + ")");
        runTo(step + count, false);
    }

    /**
     * Shows one sample: plays its raster on the network's input lines, starts the ramps after its last spike, runs
     * until inhibition or the limit ends the presentation, and then through the time of inhibition.
     *
     * @return the first spikes of the group that has inhibition, or of the only group
     */
    public Response present(SpikeRaster raster) {
        InputLines input = network.input();
        Check.require(
                raster.lines() == input.lines(),
                "Raster",
                raster.lines() + " lines",
                "must have as many lines as source '" + input.name() + "' (" + input.lines() + ")");
        var feed = (SpikeFeed.Raster) Objects.requireNonNull(feeds.get(input.name()));
        feed.play(raster, step);
        presentation.begin(step, raster.endSeconds());
        finishPresentation();
        feed.stop();
        return presentation.response();
    }

    /**
     * Shows one sample to a network of one group by the currents its held lines would feed in from the start, computed
     * elsewhere; see {@link BatchReader}.
     *
     * @param amperes synaptic current into each neuron
     */
    Response presentCurrents(float[] amperes) {
        groupList.get(0).setSynaptic(amperes);
        presentation.begin(step, 0);
        finishPresentation();
        return presentation.response();
    }

    private void finishPresentation() {
        runTo(presentation.limitStep(), true);
        if (presentation.isRunning()) {
            endPresentation(step);
        }
        presentations++;
        runTo(restedStep, false);
    }

    /** Puts all neurons and lines at rest and clears the energy books; weights, biases and random streams stay. */
    public void reset() {
        for (GroupState group : groupList) {
            group.reset(step);
        }
        projections.forEach(ProjectionState::reset);
    }

    /** Energy dissipated since the last reset. */
    public EnergyBook energy() {
        double neurons = 0;
        for (GroupState group : groupList) {
            for (int j = 0; j < group.description().size(); j++) {
                neurons += group.kernel().dissipatedJoules(j, step);
            }
        }
        double synapses = 0;
        double programming = 0;
        for (ProjectionState projection : projections) {
            projection.accountAll(step);
            synapses += projection.joules();
            if (projection.synapses() instanceof ProgrammableSynapses devices) {
                programming += devices.programmingJoules();
            }
        }
        return new EnergyBook(neurons, synapses, programming);
    }

    /**
     * A state variable of all neurons of a group now.
     *
     * @param variable name as the model documents it
     * @return shape {@code [1, neuron]}, SI units
     */
    public INDArray state(String group, String variable) {
        return groupState(group).kernel().state(variable, step);
    }

    /**
     * The weights of a projection with programmable synapses and dense connections now.
     *
     * @return shape {@code [pre, post]}, 0 to 1
     */
    public INDArray weights(String projection) {
        return Nd4j.createFromArray(projectionState(projection).programmable().weights());
    }

    /** The devices of a projection, for readers in this package. */
    SynapseState synapses(String projection) {
        return projectionState(projection).synapses();
    }

    /** Programming pulses applied to the devices of a projection since the start. */
    public long deviceWrites(String projection) {
        return projectionState(projection).programmable().writes();
    }

    /** The description of this network with the weights and biases it has now. */
    public Network snapshot() {
        return network.mapProjections(projection -> {
                    var synapses = projectionState(projection.name()).synapses();
                    return projection.plasticity().isPresent() && synapses instanceof ProgrammableSynapses devices
                            ? projection.withWeights(new Weights.Given(devices.weights()))
                            : projection;
                })
                .mapGroups(group -> {
                    if (group.homeostasis().isEmpty()) {
                        return group;
                    }
                    var bias = ImmutableDoubleArray.builder(group.size());
                    for (float amperes : groupState(group.name()).bias()) {
                        bias.add(amperes);
                    }
                    return group.withBias(bias.build());
                });
    }

    private void runTo(long endStep, boolean stopWithPresentation) {
        while (step < endStep && (!stopWithPresentation || presentation.isRunning())) {
            long due = nextDue();
            if (due >= endStep) {
                step = endStep;
                break;
            }
            step = due;
            deliver();
            spikes.clear();
            for (GroupState group : groupList) {
                group.flush(step, dtSeconds);
                if (group.kernel().due(step) <= step) {
                    spikes.from(group);
                    group.kernel().advance(step, spikes);
                }
            }
            if (spikes.size() > 0) {
                handleSpikes();
            }
            step++;
        }
        for (GroupState group : groupList) {
            group.flush(step, dtSeconds);
        }
    }

    private long nextDue() {
        long due = queue.nextStep();
        for (SpikeFeed feed : feeds.values()) {
            due = Math.min(due, feed.nextStep());
        }
        for (Timed change : currentSteps) {
            due = Math.min(due, change.atStep >= step ? change.atStep : Long.MAX_VALUE);
        }
        for (Sampler sampler : samplers) {
            due = Math.min(due, sampler.nextStep(step));
        }
        for (GroupState group : groupList) {
            group.flush(step, dtSeconds);
            due = Math.min(due, group.kernel().due(step));
        }
        return Math.max(step, Math.min(due, presentation.rampDue()));
    }

    private void deliver() {
        for (Sampler sampler : samplers) {
            if (sampler.nextStep(step) == step) {
                sampler.task.run();
            }
        }
        for (Timed change : currentSteps) {
            if (change.atStep == step) {
                change.task.run();
            }
        }
        feeds.forEach((source, feed) -> {
            while (feed.nextStep() <= step) {
                int line = feed.take();
                send(source, line);
            }
        });
        queue.take(step, this::handleEvent);
        if (presentation.rampDue() == step) {
            presentation.rampStarted();
            for (GroupState group : groupList) {
                double slope = network.rampSlope(group.description().name());
                if (slope != 0) {
                    group.startRamp(slope, step);
                }
            }
        }
    }

    /** Sends a spike along all projections of a source or group. */
    private void send(String from, int line) {
        for (int p : projectionsFrom.getOrDefault(from, List.of())) {
            long delay = Network.steps(projections.get(p).description().delay(), network.step());
            if (delay == 0) {
                arrive(p, line);
            } else {
                queue.put(step + delay, 2 * p, line);
            }
        }
    }

    private void handleEvent(int target, int line) {
        if (target % 2 == 0) {
            arrive(target / 2, line);
        } else {
            watch(target / 2, line, projections.get(target / 2).attend(line, step));
        }
    }

    private void arrive(int p, int line) {
        Projection description = projections.get(p).description();
        boolean fromInput = feeds.get(description.from()) instanceof SpikeFeed.Raster
                && Double.isInfinite(description.drive().hold().si());
        if (fromInput && !presentation.covers(step - Network.steps(description.delay(), network.step()))) {
            return; // the sample it belongs to is over
        }
        watch(p, line, projections.get(p).arrive(line, step));
    }

    private void watch(int p, int line, long atStep) {
        if (atStep != Long.MAX_VALUE) {
            queue.put(atStep, 2 * p + 1, line);
        }
    }

    private void handleSpikes() {
        spikes.sort();
        for (int k = 0; k < spikes.size(); k++) {
            GroupState group = spikes.group(k);
            var inhibition = group.description().inhibition();
            if (inhibition.isPresent() && group.firedCount() >= inhibition.get().winners()) {
                continue; // silenced by those who fired earlier in this step
            }
            handleSpike(group, spikes.neuron(k), spikes.timeSeconds(k));
            if (inhibition.isPresent() && group.firedCount() >= inhibition.get().winners()) {
                if (presentation.isRunning()) {
                    endPresentation(step + 1);
                } else {
                    inhibit(group, step + 1);
                }
            }
        }
    }

    private void handleSpike(GroupState group, int neuron, double timeSeconds) {
        spikeCount++;
        boolean first = group.note(neuron);
        boolean winner = first && group.firedCount() == 1;
        String name = group.description().name();
        for (SpikeListener listener : listeners.getOrDefault(name, List.of())) {
            listener.spike(neuron, timeSeconds);
        }
        if (first && (group.description().inhibition().isPresent() || groupList.size() == 1)) {
            presentation.record(neuron, timeSeconds);
        }
        send(name, neuron);
        for (ProjectionState projection : projections) {
            if (projection.target() == group) {
                projection.accountAll(step + 1);
                projection.targetFired(neuron, timeSeconds, winner, presentations);
            }
        }
        if (winner) {
            group.description().homeostasis().ifPresent(rule -> {
                rule.winner(neuron, group.bias(), presentations);
                group.biasChanged();
            });
        }
    }

    private void endPresentation(long atStep) {
        presentation.end(atStep);
        restedStep = atStep;
        for (ProjectionState projection : projections) {
            if (feeds.containsKey(projection.description().from())) {
                projection.releaseAll(atStep);
            }
        }
        for (GroupState group : groupList) {
            if (projections.stream().noneMatch(p -> p.target() == group && p.heldLines() > 0)) {
                group.clearSynaptic();
            }
            group.stopRamp();
            if (group.description().inhibition().isPresent()) {
                restedStep = Math.max(restedStep, inhibit(group, atStep));
            }
        }
    }

    /** Clamps a group from a step on and returns the step at which it is released. */
    private long inhibit(GroupState group, long fromStep) {
        var rule = group.description().inhibition().orElseThrow();
        long until = fromStep + Network.steps(rule.duration(), network.step());
        group.kernel().clamp(fromStep, until, rule.voltage().si());
        group.release();
        return until;
    }

    private GroupState groupState(String name) {
        network.group(name);
        return Objects.requireNonNull(groups.get(name));
    }

    private ProjectionState projectionState(String name) {
        network.projection(name);
        return projections.stream()
                .filter(projection -> projection.description().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** A change at a fixed step. */
    private record Timed(long atStep, Runnable task) {}

    /** A task at every multiple of a number of steps. */
    private static final class Sampler {
        private final long interval;
        private final Runnable task;

        Sampler(long interval, Runnable task) {
            this.interval = interval;
            this.task = task;
        }

        long nextStep(long step) {
            return (step + interval - 1) / interval * interval;
        }
    }
}
