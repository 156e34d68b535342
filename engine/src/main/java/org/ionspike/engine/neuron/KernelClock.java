package org.ionspike.engine.neuron;

import org.ionspike.engine.checkpoint.StateTransfer;

/** The step that a kernel has reached; what is behind it cannot be changed any more. */
final class KernelClock {
    private long now;

    void reset(long step) {
        now = step;
    }

    /** The step that has been reached. */
    long now() {
        return now;
    }

    /** Moves on to a step, which must not lie in the past. */
    void reach(long step) {
        if (step < now) {
            throw new IllegalArgumentException("Step " + step + " is over: this group has reached step " + now + ".");
        }
        now = step;
    }

    void transfer(StateTransfer state) {
        now = state.whole("now", now);
    }
}
