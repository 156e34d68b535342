package org.ionspike.engine.neuron;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;

/** Upward crossings of a threshold by neurons that have been below the rearm level since their last one. */
final class SpikeDetector {
    private final float threshold;
    private final float rearm;
    private final double dt;
    private final boolean[] disarmed;

    SpikeDetector(IonicNeuron model, KernelSettings settings) {
        threshold = (float) model.threshold().si();
        rearm = (float) model.rearm().si();
        dt = settings.step().si();
        disarmed = new boolean[settings.size()];
    }

    void reset() {
        Arrays.fill(disarmed, false);
    }

    /**
     * After a clamp: below the rearm level all neurons are armed; at or above the threshold none is, for they have
     * crossed it while they could not spike.
     */
    void release(double volts) {
        if ((float) volts < rearm) {
            reset();
        } else if ((float) volts >= threshold) {
            Arrays.fill(disarmed, true);
        }
    }

    /** Marks the neurons whose step needs {@link #look}: they have come up to the threshold, or down below the rearm level. */
    void mark(float[] before, float[] after, float[] marks, int from, int to) {
        Marks.rises(before, after, threshold, marks, from, to);
        Marks.addFalls(before, after, rearm, marks, from, to);
    }

    /** Hands out the spike of one neuron in one step, if there is one, at its time by linear interpolation. */
    void look(int neuron, long step, float before, float after, SpikeSink sink) {
        if (after < rearm) {
            disarmed[neuron] = false;
        } else if (after >= threshold && !disarmed[neuron]) {
            disarmed[neuron] = true;
            double inside = after > before ? ((double) threshold - before) / ((double) after - before) : 0;
            sink.spike(neuron, (step + Math.max(0, Math.min(1, inside))) * dt);
        }
    }

    void transfer(StateTransfer state) {
        state.array("disarmed", disarmed);
    }
}
