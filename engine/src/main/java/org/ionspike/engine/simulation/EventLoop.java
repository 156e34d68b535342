package org.ionspike.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.ionspike.engine.neuron.NeuronKernel;
import org.ionspike.engine.plasticity.BiasHomeostasis;
import org.jspecify.annotations.Nullable;

/** Moves the parts of a network from event to event; steps in which nothing is due are skipped. */
final class EventLoop {
    private final NetworkState parts;
    private final NeuronKernel[] kernels;
    private final int samples;
    private final GroupState[] groups;
    private final ProjectionState[] projections;
    private final SpikeFeed[] feeds;
    private final CurrentPulse[] pulses;
    private final ImpulseNoise[] noise;
    private final CurrentNoise[] currentNoise;
    private final List<Sampler> samplers = new ArrayList<>();
    private final EventQueue queue;
    private final EventQueue.Handler eventHandler = this::handleEvent;
    private final SpikeBuffer spikes = new SpikeBuffer();
    private final Presentation presentation;
    private final @Nullable StateAssertions assertions;
    private boolean running;
    private long step;
    private long restedStep;
    private long presentations;
    private long spikeCount;
    private long inputSpikes;
    private long processedSteps;

    EventLoop(NetworkState parts, EventQueue queue, Presentation presentation, @Nullable StateAssertions assertions) {
        this.parts = parts;
        this.kernels = parts.kernels().toArray(NeuronKernel[]::new);
        this.groups = parts.groups().toArray(GroupState[]::new);
        this.samples = groups.length / kernels.length;
        this.projections = parts.projections().toArray(ProjectionState[]::new);
        this.feeds = parts.feeds().toArray(SpikeFeed[]::new);
        this.pulses = parts.pulses().toArray(CurrentPulse[]::new);
        this.noise = parts.noise().toArray(ImpulseNoise[]::new);
        this.currentNoise = parts.currentNoise().toArray(CurrentNoise[]::new);
        this.queue = queue;
        this.presentation = presentation;
        this.assertions = assertions;
    }

    long step() {
        return step;
    }

    long presentations() {
        return presentations;
    }

    long spikeCount() {
        return spikeCount;
    }

    /** Spikes of sources since the start. */
    long inputSpikes() {
        return inputSpikes;
    }

    /** Steps in which something was due; all others were skipped. */
    long processedSteps() {
        return processedSteps;
    }

    void add(Sampler sampler) {
        samplers.add(sampler);
    }

    /** Runs for so many steps. */
    void run(long steps) {
        runTo(EventQueue.later(step, steps), false);
    }

    /** Runs one presentation that begins now, and the time of inhibition after it. */
    Response present(double lastSpikeSeconds) {
        GroupState respondent = parts.respondent();
        for (GroupState group : groups) {
            group.release();
        }
        presentation.begin(step, lastSpikeSeconds, respondent);
        runTo(presentation.limitStep(), true);
        if (presentation.isRunning()) {
            endPresentation(step);
        }
        presentations++;
        runTo(restedStep, false);
        return presentation.response();
    }

    /** The raster of the input lines begins now. */
    void play() {
        presentation.play(step);
    }

    /** Puts everything at rest now; spikes and releases under way are forgotten. */
    void reset() {
        queue.clear();
        for (GroupState group : groups) {
            group.reset(step);
        }
        for (ProjectionState projection : projections) {
            projection.reset(step);
        }
    }

    /** Puts everything at rest and the clock and all sources back to the start; what was learnt stays. */
    void rewind() {
        step = 0;
        restedStep = 0;
        reset();
        for (GroupState group : groups) {
            group.rewind();
        }
        for (SpikeFeed feed : feeds) {
            feed.rewind();
        }
        for (ImpulseNoise one : noise) {
            one.rewind();
        }
        for (CurrentNoise one : currentNoise) {
            one.rewind();
        }
    }

    /** Saves or loads everything; not while running. */
    void transfer(StateTransfer state) {
        if (running) {
            throw new IllegalStateException("A listener or a task of a simulation cannot save or load it.");
        }
        step = state.whole("step", step);
        restedStep = state.whole("restedStep", restedStep);
        presentations = state.whole("presentations", presentations);
        spikeCount = state.whole("spikeCount", spikeCount);
        inputSpikes = state.whole("inputSpikes", inputSpikes);
        processedSteps = state.whole("processedSteps", processedSteps);
        if (state.isLoading()) {
            queue.clear();
        }
        queue.transfer(state);
        presentation.transfer(state);
        for (SpikeFeed feed : feeds) {
            feed.transfer(state);
        }
        for (ImpulseNoise one : noise) {
            one.transfer(state);
        }
        for (CurrentNoise one : currentNoise) {
            one.transfer(state);
        }
        for (GroupState group : groups) {
            group.flush(step);
            group.transfer(state);
        }
        for (ProjectionState projection : projections) {
            projection.transfer(state);
        }
    }

    private void runTo(long endStep, boolean stopWithPresentation) {
        if (running) {
            throw new IllegalStateException("A listener or a task of a simulation cannot run the simulation.");
        }
        running = true;
        try {
            while (step < endStep && (!stopWithPresentation || presentation.isRunning())) {
                long due = nextDue();
                if (due >= endStep) {
                    step = endStep;
                    break;
                }
                step = due;
                processStep();
                step++;
            }
            for (GroupState group : groups) {
                group.flush(step);
            }
        } finally {
            running = false;
        }
    }

    private void processStep() {
        processedSteps++;
        deliver();
        spikes.clear();
        for (GroupState group : groups) {
            group.flush(step);
            PendingRows pending = group.pendingRows();
            if (pending != null) {
                pending.deliver();
            }
        }
        if (assertions != null) {
            assertions.before(step);
        }
        for (int g = 0; g < kernels.length; g++) {
            if (kernels[g].due(step) <= step) {
                spikes.from(g);
                kernels[g].advance(step, spikes);
            }
        }
        if (spikes.size() > 0) {
            spikes.sort();
            handleSpikes();
        }
        if (assertions != null) {
            assertions.after(step, spikeCount);
        }
    }

    private long nextDue() {
        long due = Math.min(queue.nextStep(), presentation.rampDue());
        for (SpikeFeed feed : feeds) {
            due = Math.min(due, feed.nextStep());
        }
        for (CurrentPulse pulse : pulses) {
            due = Math.min(due, pulse.nextChange(step));
        }
        for (ImpulseNoise one : noise) {
            due = Math.min(due, one.nextStep(step));
        }
        for (CurrentNoise one : currentNoise) {
            due = Math.min(due, one.nextStep(step));
        }
        for (int k = 0; k < samplers.size(); k++) {
            due = Math.min(due, samplers.get(k).nextStep(step));
        }
        for (GroupState group : groups) {
            group.flush(step);
        }
        for (NeuronKernel kernel : kernels) {
            due = Math.min(due, kernel.due(step));
        }
        return Math.max(step, due);
    }

    private void deliver() {
        for (int k = 0; k < samplers.size(); k++) {
            if (samplers.get(k).nextStep(step) == step) {
                samplers.get(k).task().run();
            }
        }
        for (CurrentPulse pulse : pulses) {
            if (pulse.nextChange(step) == step) {
                pulse.target().inputChanged();
            }
        }
        for (CurrentNoise one : currentNoise) {
            if (one.nextStep(step) == step) {
                one.deliver();
            }
        }
        for (SpikeFeed feed : feeds) {
            while (feed.nextStep() <= step) {
                inputSpikes++;
                send(feed.outgoing(), feed.take());
            }
        }
        queue.take(step, eventHandler);
        for (ImpulseNoise one : noise) {
            one.deliver(step);
        }
        if (presentation.rampDue() == step) {
            presentation.rampStarted();
            for (GroupState group : groups) {
                group.startRamp(step);
            }
        }
    }

    private void send(List<ProjectionState> along, int index) {
        for (int k = 0; k < along.size(); k++) {
            ProjectionState projection = along.get(k);
            int line = projection.line(index);
            DelayLines delays = projection.delayLines();
            if (delays == null) {
                if (line >= 0) {
                    sendOn(projection, line);
                }
            } else if (line >= 0) {
                for (int part = delays.first(line); part < delays.first(line + 1); part++) {
                    sendOn(projection, part);
                }
            }
        }
    }

    private void sendOn(ProjectionState projection, int line) {
        long delay = projection.delaySteps(line);
        if (delay == 0) {
            arrive(projection, line);
        } else {
            queue.put(EventQueue.later(step, delay), 2 * projection.index(), line);
        }
    }

    private void handleEvent(int target, int line) {
        if (target % 2 == 0) {
            arrive(projections[target / 2], line);
        } else {
            projections[target / 2].attend(line, step);
        }
    }

    private void arrive(ProjectionState projection, int line) {
        if (!projection.isFromInput() || presentation.covers(step - projection.delaySteps(line))) {
            projection.arrive(line, step);
        } // else the sample it belongs to is over
    }

    private void handleSpikes() {
        for (int k = 0; k < spikes.size(); k++) {
            int neuron = spikes.neuron(k);
            int index = spikes.group(k);
            if (samples > 1) {
                int size = groups[index].description().size();
                index += neuron / size * kernels.length;
                neuron %= size;
            }
            GroupState group = groups[index];
            if (group.isSilencedIn(step)) {
                continue; // by those who fired earlier in this step
            }
            handleSpike(group, neuron, spikes.timeSeconds(k));
            if (group.hasWinners()) {
                if (presentation.isRunning()) {
                    endPresentation(step + 1);
                } else {
                    group.inhibit(step + 1);
                }
            }
        }
    }

    private void handleSpike(GroupState group, int neuron, double timeSeconds) {
        spikeCount++;
        boolean first = group.note(neuron);
        boolean winner = first && group.firedCount() == 1;
        for (int k = 0; k < group.listeners().size(); k++) {
            group.listeners().get(k).spike(group.countedOn(neuron), timeSeconds);
        }
        if (first) {
            presentation.record(group, neuron, timeSeconds);
        }
        send(group.outgoing(), neuron);
        for (int k = 0; k < group.incoming().size(); k++) {
            group.incoming().get(k).targetFired(neuron, timeSeconds, step, winner, presentations);
        }
        if (winner && group.description().homeostasis().isPresent()) {
            BiasHomeostasis rule = group.description().homeostasis().get();
            rule.winner(neuron, group.bias(), presentations);
            group.biasChanged();
        }
    }

    private void endPresentation(long atStep) {
        presentation.end(atStep);
        restedStep = atStep;
        for (GroupState group : groups) {
            releaseLines(group, atStep);
            group.stopRamp();
            if (group.description().inhibition().isPresent()) {
                restedStep = Math.max(restedStep, group.inhibit(atStep));
            }
        }
    }

    /** Releases the lines that end with the presentation; when no other is held, the currents are cleared at once. */
    private static void releaseLines(GroupState group, long atStep) {
        List<ProjectionState> incoming = group.incoming();
        int rows = 0;
        for (int k = 0; k < incoming.size(); k++) {
            rows += incoming.get(k).endsWithPresentation() ? incoming.get(k).heldRows() : 0;
        }
        SynapticCurrents currents = group.synaptic();
        boolean clear = currents.holdsOnly(rows);
        for (int k = 0; k < incoming.size(); k++) {
            if (incoming.get(k).endsWithPresentation()) {
                incoming.get(k).releaseAll(atStep, !clear);
            }
        }
        if (clear) {
            currents.clear();
        }
    }
}
