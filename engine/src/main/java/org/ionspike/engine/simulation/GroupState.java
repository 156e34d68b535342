package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Distribution;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.WinnerInhibition;
import org.ionspike.engine.neuron.LearntVariable;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.neuron.Workers;
import org.ionspike.engine.random.RandomStreams;
import org.jspecify.annotations.Nullable;

/** The running state of one group: its kernel, the currents into it, and who has fired since the last release. */
final class GroupState {
    private final NeuronGroup description;
    private final NeuronKernel kernel;
    private final int sample;
    private final double dtSeconds;
    private final double rampOfPresentation;
    private final long inhibitionSteps;
    private final SynapticCurrents synaptic;
    private final List<CurrentPulse> pulses = new ArrayList<>();
    private final List<float[]> noise = new ArrayList<>();
    private final List<SpikeListener> listeners = new ArrayList<>();
    private @Nullable PendingRows pendingRows;
    private final List<ProjectionState> outgoing = new ArrayList<>();
    private final List<ProjectionState> incoming = new ArrayList<>();
    private final float[] bias;
    private final float[] total;
    private final BitSet fired;
    private final RandomStreams streams;
    private int firedCount;
    private long silentFrom = Long.MAX_VALUE;
    private double rampSlope;
    private long rampStart;
    private boolean changed = true;
    private double shared;
    private boolean atRest = true;
    private long updates;
    private long bookStep;

    /**
     * The group in one sample.
     *
     * @param kernel of the neurons of this sample
     * @param sample 0 unless there is a batch
     */
    GroupState(NeuronGroup description, Network network, SimulationSettings settings, NeuronKernel kernel, int sample) {
        this.description = description;
        this.kernel = kernel;
        this.sample = sample;
        this.dtSeconds = network.step().si();
        this.rampOfPresentation = network.rampSlope(description.name());
        this.inhibitionSteps = description
                .inhibition()
                .map(rule -> Network.steps(rule.duration(), network.step()))
                .orElse(0L);
        this.synaptic = new SynapticCurrents(description.size());
        this.bias = new float[description.size()];
        for (int j = 0; j < description.biasAmperes().length(); j++) {
            bias[j] = (float) description.biasAmperes().get(j);
        }
        this.total = new float[description.size()];
        this.fired = new BitSet(description.size());
        this.streams = settings.streams().child(description.name());
        description.initial().forEach(this::start);
    }

    /** The state that a run starts with. */
    private void start(String variable, Distribution values) {
        try {
            kernel.set(variable, values.draw(description.size(), streams.stream("initial " + variable)));
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "Group '" + description.name() + "': initial '" + variable + "': " + e.getMessage(), e);
        }
    }

    /** As {@link #reset}, with the state that a run starts with; what was learnt stays. */
    void rewind() {
        reset(0);
        String learnt =
                description.model().learntVariable().map(LearntVariable::name).orElse("");
        description.initial().forEach((variable, values) -> {
            if (!variable.equals(learnt)) {
                start(variable, values);
            }
        });
    }

    NeuronGroup description() {
        return description;
    }

    NeuronKernel kernel() {
        return kernel;
    }

    /** What listeners know a neuron by: those of all samples of a batch are counted on. */
    int countedOn(int neuron) {
        return sample * description.size() + neuron;
    }

    /** The currents of held lines. */
    SynapticCurrents synaptic() {
        return synaptic;
    }

    /** Lets several threads add what spikes bring to this group. */
    void shareRows(Workers workers) {
        pendingRows = new PendingRows(workers, description.size());
    }

    /** Where rows wait for several threads, or null where each is added at once. */
    @Nullable
    PendingRows pendingRows() {
        return pendingRows;
    }

    List<CurrentPulse> pulses() {
        return pulses;
    }

    List<SpikeListener> listeners() {
        return listeners;
    }

    /** Projections that carry this group's spikes. */
    List<ProjectionState> outgoing() {
        return outgoing;
    }

    /** Projections that end here. */
    List<ProjectionState> incoming() {
        return incoming;
    }

    /** Currents from outside have changed. */
    void inputChanged() {
        changed = true;
    }

    /** Takes in a current for each neuron, which changes with {@link #inputChanged}. */
    void addNoise(float[] amperes) {
        noise.add(amperes);
    }

    /** Starts the ramp of a presentation, if the group has one. */
    void startRamp(long atStep) {
        if (rampOfPresentation != 0) {
            rampSlope = rampOfPresentation;
            rampStart = atStep;
            changed = true;
        }
    }

    void stopRamp() {
        changed |= rampSlope != 0;
        rampSlope = 0;
    }

    /** Hands changed currents to the kernel before it is advanced. */
    void flush(long step) {
        if (kernel instanceof SampleKernel own) {
            own.handOnArrivals(step);
        }
        if (changed || synaptic.hasChangedForAll()) {
            // what a reset leaves is no change of its own
            updates += atRest && !synaptic.hasChangedForAll() ? synaptic.changedCount() : total.length;
            driveAll(step);
        } else if (synaptic.hasChanged()) {
            updates += synaptic.changedCount();
            for (int n = 0; n < synaptic.changedCount(); n++) {
                int neuron = synaptic.changed(n);
                float amperes = synaptic.total(neuron, bias[neuron], shared);
                for (float[] one : noise) {
                    amperes += one[neuron];
                }
                requireFinite(step, neuron, amperes);
                kernel.drive(step, neuron, amperes);
            }
        } else {
            return;
        }
        changed = false;
        atRest = false;
        synaptic.handedOn();
    }

    private void driveAll(long step) {
        shared = synaptic.common();
        for (CurrentPulse pulse : pulses) {
            shared += pulse.amperesAt(step); // summed anew, so that no rounding is left when all are over
        }
        synaptic.addTo(bias, shared, total);
        for (float[] one : noise) {
            for (int j = 0; j < total.length; j++) {
                total[j] += one[j];
            }
        }
        for (int j = 0; j < total.length; j++) {
            requireFinite(step, j, total[j]);
        }
        kernel.drive(step, total, rampSlope == 0 ? 0 : rampSlope * ((step - rampStart) * dtSeconds), rampSlope);
    }

    private void requireFinite(long step, int neuron, float amperes) {
        if (!(Math.abs(amperes) <= Float.MAX_VALUE)) {
            throw new StateException("Step " + step + ", group '" + description.name() + "', neuron " + neuron
                    + ": the input current is " + amperes + " A; it must be a finite number.");
        }
    }

    /** Notes a spike; whether it is the neuron's first since the last release. */
    boolean note(int neuron) {
        updates++;
        boolean first = !fired.get(neuron);
        if (first) {
            fired.set(neuron);
            firedCount++;
        }
        return first;
    }

    /** How many different neurons have fired since the last release. */
    int firedCount() {
        return firedCount;
    }

    /** Whether those who have fired since the last release end the competition. */
    boolean hasWinners() {
        Optional<WinnerInhibition> rule = description.inhibition();
        return rule.isPresent() && firedCount >= rule.get().winners();
    }

    /** Begins to count who has fired. */
    void release() {
        fired.clear();
        firedCount = 0;
    }

    /** Clamps the membranes from a step on and returns the step at which they are released. */
    long inhibit(long fromStep) {
        long until = fromStep + inhibitionSteps;
        silentFrom = fromStep;
        if (inhibitionSteps > 0) {
            updates += total.length;
            kernel.clamp(
                    fromStep,
                    until,
                    description.inhibition().orElseThrow().voltage().si());
        }
        release();
        return until;
    }

    /** Whether the group was clamped at the end of this step, so that later spikes of the step do not count. */
    boolean isSilencedIn(long step) {
        return silentFrom == step + 1;
    }

    /** Whether a clamp, which brings charge of its own, was put on at the end of this step. */
    boolean isClampedAfter(long step) {
        return isSilencedIn(step) && inhibitionSteps > 0;
    }

    /** The live biases in A. */
    float[] bias() {
        return bias;
    }

    void biasChanged() {
        changed = true;
    }

    void reset(long step) {
        release();
        synaptic.clear();
        rampSlope = 0;
        silentFrom = Long.MAX_VALUE;
        kernel.reset(step);
        changed = true;
        atRest = true;
        bookStep = step;
    }

    /** Impulses reach so many neurons. */
    void reached(int neurons) {
        updates += neurons;
    }

    /** How often an event changed a neuron since the start. */
    long updates() {
        return updates;
    }

    /** What the neurons turn over at rest, since the last reset, in J. */
    double restJoules(long step) {
        return kernel.restWatts() * description.size() * ((step - bookStep) * dtSeconds);
    }

    /** Energy dissipated in all neurons since the last reset, in J. */
    double joules(long step) {
        double sum = 0;
        for (int j = 0; j < description.size(); j++) {
            sum += kernel.dissipatedJoules(j, step);
        }
        return sum;
    }

    /** Saves or loads; all currents have been handed to the kernel. */
    void transfer(StateTransfer state) {
        state.part("group " + description.name());
        state.array("bias", bias);
        long[] words = state.list("fired", fired.toLongArray());
        fired.clear();
        fired.or(BitSet.valueOf(words));
        firedCount = fired.cardinality();
        silentFrom = state.whole("silentFrom", silentFrom);
        rampSlope = state.number("presentationRamp", rampSlope);
        rampStart = state.whole("rampStart", rampStart);
        shared = state.number("shared", shared);
        updates = state.whole("updates", updates);
        bookStep = state.whole("bookStep", bookStep);
        synaptic.transfer(state);
        synaptic.handedOn();
        changed = false;
        atRest = false;
        kernel.transfer(state);
    }
}
