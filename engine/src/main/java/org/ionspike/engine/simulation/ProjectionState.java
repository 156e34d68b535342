package org.ionspike.engine.simulation;

import java.util.Optional;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.network.Delays;
import org.ionspike.engine.network.Ends;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.synapse.Connectivity;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.synapse.ProgrammableSynapses;
import org.ionspike.engine.synapse.SynapseState;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;

/** The running state of one projection: its synapses, and what arriving spikes do to the target group. */
abstract class ProjectionState {
    private final Setup setup;
    private final long delaySteps;
    private final @Nullable DelayLines delayLines;
    private final SynapseState synapses;
    private long operations;

    /**
     * What a projection is made from.
     *
     * @param index position among the projections of all samples
     * @param firstSample the same projection in the first sample of a batch, whose weights it shares; null for the first
     * @param ends what it joins
     * @param betweenNeurons whether its lines are neurons
     * @param fromInput whether its lines are those that samples are presented on
     * @param streams of this projection, the same in all samples
     * @param deviceStreams of its devices, the same in all samples
     * @param readStreams of the reads of its lines, its own in each sample
     */
    record Setup(
            Projection description,
            int index,
            @Nullable ProjectionState firstSample,
            Ends ends,
            boolean betweenNeurons,
            boolean fromInput,
            GroupState target,
            Time step,
            RandomStreams streams,
            RandomStreams deviceStreams,
            RandomStreams readStreams) {
        /** Number of lines. */
        int lines() {
            return ends.lines();
        }
    }

    ProjectionState(Setup setup) {
        this.setup = setup;
        Projection description = setup.description();
        delaySteps = description.delays() instanceof Delays.Same same ? Network.steps(same.value(), setup.step()) : 0;
        ProjectionState shared = setup.firstSample();
        if (shared != null) {
            delayLines = shared.delayLines;
            synapses = forAnotherSample(shared);
            return;
        }
        RandomStreams streams = setup.streams();
        Connectivity connectivity;
        float[][] weights;
        DelayLines lines = null;
        try {
            connectivity = connect(setup);
            weights = keepsOneWeight(description)
                    ? ((Weights.Uniform) description.weights()).sharedRows(connectivity)
                    : description.weights().rows(connectivity, streams.stream("weights"));
            if (!(description.delays() instanceof Delays.Same)) {
                int least = setup.betweenNeurons() ? 1 : 0;
                int[][] steps = description.delays().steps(connectivity, setup.step(), least, streams.stream("delays"));
                lines = new DelayLines(connectivity, steps, weights);
                connectivity = lines.connectivity();
                weights = lines.rows();
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Projection '" + description.name() + "': " + e.getMessage(), e);
        }
        delayLines = lines;
        synapses = description.synapse().state(connectivity, weights, setup.deviceStreams());
    }

    private static SynapseState forAnotherSample(ProjectionState shared) {
        try {
            return shared.synapses.forAnotherSample();
        } catch (UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "Projection '" + shared.description().name() + "': synapse '"
                            + shared.description().synapse().name() + "' " + e.getMessage() + "; use a batch of 1.",
                    e);
        }
    }

    /** Whether all synapses have one weight for good, so that one row of it is enough. */
    private static boolean keepsOneWeight(Projection description) {
        return description.weights() instanceof Weights.Uniform
                && description.plasticity().isEmpty()
                && description.synapse() instanceof IdealSynapse
                && description.delays() instanceof Delays.Same;
    }

    private static Connectivity connect(Setup setup) {
        Ends ends = setup.ends();
        Connectivity connectivity =
                setup.description().connector().connect(ends, setup.streams().stream("connections"));
        return ends.to().isSlice()
                ? connectivity.within(ends.to().first(), ends.to().whole())
                : connectivity;
    }

    /** The state at step 0, of the kind that the drive asks for. */
    static ProjectionState of(Setup setup, LineTimers.Alarm alarm) {
        return setup.description().drive() instanceof Impulse
                ? new ImpulseProjection(setup)
                : new LineProjection(setup, alarm);
    }

    final Projection description() {
        return setup.description();
    }

    final GroupState target() {
        return setup.target();
    }

    /** Position among the projections of all samples. */
    final int index() {
        return setup.index();
    }

    /** Whether its lines are those that samples are presented on. */
    final boolean isFromInput() {
        return setup.fromInput();
    }

    /** The line of this projection that a neuron or line of its source is, or -1 if it is outside the slice. */
    final int line(int index) {
        int line = index - setup.ends().from().first();
        return line < setup.lines() ? Math.max(-1, line) : -1;
    }

    /** The lines by delay, or null where all synapses have one. */
    final @Nullable DelayLines delayLines() {
        return delayLines;
    }

    /** Delay of what arrives on a line, which is one of {@link #delayLines} where there are such. */
    final long delaySteps(int line) {
        return delayLines == null ? delaySteps : delayLines.delaySteps(line);
    }

    final SynapseState synapses() {
        return synapses;
    }

    /** The devices, where they can be programmed. */
    final ProgrammableSynapses programmable() {
        if (synapses instanceof ProgrammableSynapses devices) {
            return devices;
        }
        throw new IllegalArgumentException("Projection '" + description().name() + "': synapse '"
                + description().synapse().name() + "' cannot be programmed: it has no weights to read, and takes no"
                + " plasticity rule. Use 'ionic-synapse'.");
    }

    /** Synapses that spikes have reached since the start. */
    final long operations() {
        return operations;
    }

    /** Counts the synapses of a line that a spike has reached. */
    final void reached(int line) {
        operations += synapses.connectivity().fanOut(line);
    }

    /** A spike arrives on a line. */
    abstract void arrive(int line, long step);

    /** A timer of a line rings. */
    abstract void attend(int line, long step);

    /** A neuron of the target group fired in a step: the rule may change its weights. */
    abstract void targetFired(int neuron, double timeSeconds, long step, boolean winner, long presentation);

    /** A reward is given at the start of a step. */
    abstract void reward(double value, long step);

    /** Scales the weights onto every neuron so that they add up to a sum, where a rule changes ideal weights. */
    void scaleIncoming(double sum) {
        throw new IllegalArgumentException("Projection '" + description().name()
                + "': its weights cannot be scaled to a sum; that takes 'ideal-synapse' and a" + " plasticity rule.");
    }

    /** Whether its lines are released when a presentation ends. */
    abstract boolean endsWithPresentation();

    /** How many lines that reach all neurons are held. */
    abstract int heldRows();

    /**
     * Releases every line that is held.
     *
     * @param takeAway whether their currents are taken from the group; otherwise the group is cleared afterwards
     */
    abstract void releaseAll(long step, boolean takeAway);

    /** Energy dissipated in the synapses since the last reset, up to the start of a step, in J. */
    abstract double joules(long step);

    /** Energy of the programming pulses since the last reset, in J. */
    abstract double programmingJoules();

    /** Copies of the weights, one row per line, where they can be read. */
    abstract Optional<float[][]> weights();

    /** Everything that fades is forgotten; weights stay; the energy book starts anew. */
    abstract void reset(long step);

    /** The next reads of its lines have the noise of this sample. */
    void beginReads(long sample) {
        // impulses are exact
    }

    /** Saves or loads. */
    final void transfer(StateTransfer state) {
        state.part("projection " + description().name());
        settle();
        operations = state.whole("operations", operations);
        synapses.transfer(state);
        transferMore(state);
    }

    /** Carries out every change of weights that is still owed. */
    abstract void settle();

    /** Saves or loads what this kind of projection has beside its synapses. */
    abstract void transferMore(StateTransfer state);
}
