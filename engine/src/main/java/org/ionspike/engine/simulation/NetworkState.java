package org.ionspike.engine.simulation;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Ends;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.KernelSettings;
import org.ionspike.engine.neuron.LearntVariable;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.source.CurrentStep;
import org.ionspike.engine.source.InputLines;
import org.ionspike.engine.source.NoiseCurrent;
import org.ionspike.engine.source.PoissonImpulses;
import org.ionspike.engine.source.SpikeSource;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;

/**
 * The running parts of a network, and how they are joined: those of the first sample in the order of the description, then
 * those of the second, and so on. The samples of a batch share kernels and weights.
 */
final class NetworkState {
    /** Smaller groups are reached by too few synapses in a step to be shared. */
    private static final int LEAST_SHARED = 4096;

    private final Network network;
    private final SimulationSettings settings;
    private final Map<String, Integer> groupIndex = new HashMap<>();
    private final Map<String, Integer> sourceIndex = new HashMap<>();
    private final List<NeuronKernel> kernels = new ArrayList<>();
    private final Map<String, float[]> learntByAll = new LinkedHashMap<>();
    private final List<GroupState> groups = new ArrayList<>();
    private final List<ProjectionState> projections = new ArrayList<>();
    private final List<SpikeFeed> feeds = new ArrayList<>();
    private final List<CurrentPulse> pulses = new ArrayList<>();
    private final List<ImpulseNoise> noise = new ArrayList<>();
    private final List<CurrentNoise> currentNoise = new ArrayList<>();

    /**
     * All parts at step 0.
     *
     * @param queue takes the events of held lines, with target {@code 2 x projection + 1}
     */
    NetworkState(Network network, SimulationSettings settings, EventQueue queue) {
        this.network = network;
        this.settings = settings;
        for (NeuronGroup group : network.groups()) {
            groupIndex.put(group.name(), groupIndex.size());
        }
        for (SpikeSource source : network.sources()) {
            sourceIndex.put(source.name(), sourceIndex.size());
        }
        if (settings.batch() > 1) {
            Batches.requireIndependentSamples(network);
        }
        MemoryNeed.require(network, settings.batch(), Runtime.getRuntime().maxMemory());
        var samplesOf = new ArrayList<NeuronKernel[]>();
        for (NeuronGroup group : network.groups()) {
            NeuronKernel kernel = group.model()
                    .kernel(new KernelSettings(
                            Math.multiplyExact(group.size(), settings.batch()),
                            network.step(),
                            settings.backend(),
                            settings.parking(),
                            settings.energy(),
                            Crew.of(settings.threads())));
            kernels.add(kernel);
            samplesOf.add(SampleKernel.of(kernel, settings.batch()));
        }
        for (int sample = 0; sample < settings.batch(); sample++) {
            addSample(sample, samplesOf, queue);
        }
        if (settings.threads() > 1 && settings.batch() == 1) {
            groups.forEach(this::shareRows);
        }
        for (NeuronGroup group : network.groups()) {
            group.model()
                    .learntVariable()
                    .ifPresent(variable -> learntByAll.put(
                            group.name(), group(group.name()).kernel().values(variable.name(), 0)));
        }
    }

    /** Where nothing but fixed weights brings impulses to a large group, several threads may add them. */
    private void shareRows(GroupState group) {
        boolean onlyFixedWeights = group.incoming().stream()
                        .allMatch(projection -> projection instanceof ImpulseProjection
                                && projection.description().plasticity().isEmpty())
                && network.currents().stream()
                        .noneMatch(current -> current instanceof PoissonImpulses
                                && current.target().equals(group.description().name()));
        if (onlyFixedWeights && group.description().size() >= LEAST_SHARED) {
            group.shareRows(Crew.of(settings.threads()));
        }
    }

    private void addSample(int sample, List<NeuronKernel[]> samplesOf, EventQueue queue) {
        RandomStreams streams =
                sample == 0 ? settings.streams() : settings.streams().child("sample " + sample);
        for (int g = 0; g < samplesOf.size(); g++) {
            groups.add(new GroupState(
                    network.groups().get(g), network, settings, samplesOf.get(g)[sample], sample));
        }
        for (SpikeSource source : network.sources()) {
            feeds.add(SpikeFeed.of(source, network.step().si(), streams.child(source.name())));
        }
        for (Projection projection : network.projections()) {
            add(projection, sample, queue);
        }
        for (var current : network.currents()) {
            if (current instanceof PoissonImpulses impulses) {
                noise.add(ImpulseNoise.of(
                        impulses,
                        group(impulses.target(), sample),
                        network.step().si(),
                        streams.child(impulses.name())));
            }
            if (current instanceof NoiseCurrent fluctuation) {
                currentNoise.add(new CurrentNoise(
                        fluctuation,
                        group(fluctuation.target(), sample),
                        network.step(),
                        streams.child(fluctuation.name())));
            }
            if (current instanceof CurrentStep pulse) {
                GroupState target = group(pulse.target(), sample);
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

    private void add(Projection projection, int sample, EventQueue queue) {
        int index = projections.size();
        int alarm = 2 * index + 1;
        Ends ends = network.ends(projection);
        String from = ends.from().name();
        boolean fromInput = network.sources().stream()
                .anyMatch(one -> one instanceof InputLines && one.name().equals(from));
        SpikeFeed feed = feed(from, sample);
        RandomStreams devices = settings.devices(projection.name());
        var setup = new ProjectionState.Setup(
                projection,
                index,
                sample == 0
                        ? null
                        : projections.get(index % network.projections().size()),
                ends,
                feed == null,
                fromInput,
                group(ends.to().name(), sample),
                network.step(),
                settings.streams().child(projection.name()),
                devices,
                devices.child(sample == 0 ? "read" : "read of sample " + sample));
        ProjectionState state = ProjectionState.of(setup, (step, line) -> queue.put(step, alarm, line));
        (feed == null ? group(from, sample).outgoing() : feed.outgoing()).add(state);
        state.target().incoming().add(state);
        projections.add(state);
    }

    /** The kernels of the groups, for all samples. */
    List<NeuronKernel> kernels() {
        return kernels;
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

    List<CurrentNoise> currentNoise() {
        return currentNoise;
    }

    List<ImpulseNoise> noise() {
        return noise;
    }

    /** The group of that name in the first sample. */
    GroupState group(String name) {
        return group(name, 0);
    }

    private GroupState group(String name, int sample) {
        return groups.get(sample * groupIndex.size() + groupIndex(name));
    }

    private int groupIndex(String name) {
        Integer index = groupIndex.get(name);
        return index == null ? network.groups().indexOf(network.group(name)) : index; // an error says which are known
    }

    /** The kernel of a group, for all samples. */
    NeuronKernel kernel(String name) {
        return kernels.get(groupIndex(name));
    }

    /** A group in all samples. */
    List<GroupState> samplesOf(String name) {
        return IntStream.range(0, settings.batch())
                .mapToObj(sample -> group(name, sample))
                .toList();
    }

    private @Nullable SpikeFeed feed(String name, int sample) {
        Integer index = sourceIndex.get(name);
        return index == null ? null : feeds.get(sample * sourceIndex.size() + index);
    }

    ProjectionState projection(String name) {
        return projections.get(network.projections().indexOf(network.projection(name)));
    }

    /** The feed of the only input lines of a sample. */
    SpikeFeed.Raster input(int sample) {
        return (SpikeFeed.Raster) Objects.requireNonNull(feed(network.input().name(), sample));
    }

    /** The group whose first spikes answer a sample. */
    GroupState respondent() {
        List<GroupState> ofSample = groups.subList(0, network.groups().size());
        if (ofSample.size() == 1) {
            return groups.get(0);
        }
        var inhibited = ofSample.stream()
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
        double rest = 0;
        double neurons = 0;
        for (GroupState group : groups) {
            rest += group.restJoules(step);
            neurons += group.joules(step);
        }
        double synapses = 0;
        double programming = 0;
        for (ProjectionState projection : projections) {
            synapses += projection.joules(step);
        }
        for (int p = 0; p < network.projections().size(); p++) { // the devices are shared
            programming += projections.get(p).programmingJoules();
        }
        return new EnergyBook(rest, neurons - rest, synapses, programming, 0);
    }

    /** The description with the weights, biases and thresholds of now. */
    Network snapshot(long step) {
        settle();
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
                        new Distribution.Given(variable.quantity(), exact(learntByAll(group, variable, step)))))
                .orElse(after);
    }

    /** Carries out every change of weights that is still owed, in any sample. */
    void settle() {
        for (ProjectionState projection : projections) {
            projection.settle();
        }
    }

    /** Makes what the samples of a batch have learnt apart the same in all. */
    void shareLearnt(long step) {
        if (settings.batch() == 1) {
            return;
        }
        for (NeuronGroup group : network.groups()) {
            group.model().learntVariable().ifPresent(variable -> {
                float[] together = learntByAll(group, variable, step);
                group(group.name()).kernel().set(variable.name(), together);
                learntByAll.put(group.name(), together);
            });
        }
    }

    /** Saves or loads what the samples of a batch had learnt together when they were last made the same. */
    void transferLearnt(StateTransfer state) {
        if (settings.batch() > 1) {
            learntByAll.forEach((group, values) -> state.array("learntByAll", values));
        }
    }

    /** What was learnt together, and all changes since then that the samples have made to it. */
    private float[] learntByAll(NeuronGroup group, LearntVariable variable, long step) {
        if (settings.batch() == 1) {
            return group(group.name()).kernel().values(variable.name(), step);
        }
        float[] before = Objects.requireNonNull(learntByAll.get(group.name()));
        float[] together = before.clone();
        for (int sample = 0; sample < settings.batch(); sample++) {
            float[] own = group(group.name(), sample).kernel().values(variable.name(), step);
            for (int j = 0; j < own.length; j++) {
                together[j] += own[j] - before[j];
            }
        }
        return together;
    }

    private static ImmutableDoubleArray exact(float[] values) {
        var exact = ImmutableDoubleArray.builder(values.length);
        for (float value : values) {
            exact.add(value);
        }
        return exact.build();
    }
}
