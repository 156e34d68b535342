package org.ionspike.engine.simulation;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import org.ionspike.engine.checkpoint.StateTransfer;
import org.jspecify.annotations.Nullable;

/** Where the current presentation stands: when it began, who has fired, when it ended. */
final class Presentation {
    private final long limitSteps;
    private final double dtSeconds;
    private @Nullable GroupState respondent;
    private boolean running;
    private boolean playing;
    private boolean rampPending;
    private long onset;
    private long rampStep;
    private long endStep;
    private ImmutableIntArray.Builder neurons = ImmutableIntArray.builder();
    private ImmutableDoubleArray.Builder times = ImmutableDoubleArray.builder();

    Presentation(long limitSteps, double dtSeconds) {
        this.limitSteps = limitSteps;
        this.dtSeconds = dtSeconds;
    }

    /** Begins now; ramps start when the last spike of the raster has come. */
    void begin(long step, double lastSpikeSeconds, GroupState answering) {
        running = true;
        playing = false;
        respondent = answering;
        rampPending = true;
        onset = step;
        rampStep = step + SpikeFeed.stepsIn(lastSpikeSeconds, dtSeconds);
        neurons = ImmutableIntArray.builder();
        times = ImmutableDoubleArray.builder();
    }

    /** A raster plays from a step on, outside any presentation. */
    void play(long step) {
        playing = true;
        onset = step;
    }

    boolean isRunning() {
        return running;
    }

    /** The step before which the presentation must have ended. */
    long limitStep() {
        return rampStep > Long.MAX_VALUE - limitSteps ? Long.MAX_VALUE : rampStep + limitSteps;
    }

    /** Step at which ramps start, or {@code Long.MAX_VALUE} when they have, or when nothing is shown. */
    long rampDue() {
        return running && rampPending ? rampStep : Long.MAX_VALUE;
    }

    void rampStarted() {
        rampPending = false;
    }

    /** Whether a spike sent at a step belongs to the sample that is shown, or to the raster that plays. */
    boolean covers(long sentStep) {
        return (running || playing) && sentStep >= onset;
    }

    /** Notes the first spike of a neuron, if its group is the one that answers. */
    void record(GroupState group, int neuron, double timeSeconds) {
        if (running && group == respondent) {
            neurons.add(neuron);
            times.add(timeSeconds - onset * dtSeconds);
        }
    }

    void end(long atStep) {
        running = false;
        endStep = atStep;
    }

    /** Saves or loads, between presentations. */
    void transfer(StateTransfer state) {
        playing = state.flag("playing", playing);
        onset = state.whole("onset", onset);
    }

    Response response() {
        return new Response(neurons.build(), times.build(), (endStep - onset) * dtSeconds);
    }
}
