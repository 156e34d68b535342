package org.ionspike.engine.simulation;

import java.util.Arrays;
import org.ionspike.engine.checkpoint.StateTransfer;

/**
 * When the held lines of a projection need attention. A line has one event under way that counts: when its time moves
 * back, the event is sent on when it comes, so that many spikes on a held line do not pile up events.
 */
final class LineTimers {
    /** Puts an event for a line. */
    @FunctionalInterface
    interface Alarm {
        void set(long step, int line);
    }

    private static final long NEVER = Long.MAX_VALUE;

    private final Alarm alarm;
    private final long[] heldUntil;
    private final long[] neededAt;
    private final long[] setFor;

    LineTimers(int lines, Alarm alarm) {
        this.alarm = alarm;
        this.heldUntil = new long[lines];
        this.neededAt = new long[lines];
        this.setFor = new long[lines];
        reset();
    }

    /** Step at which the hold time is over, or {@code Long.MAX_VALUE}. */
    long heldUntil(int line) {
        return heldUntil[line];
    }

    /** Notes when the hold time is over; {@link #refreshAt} follows. */
    void holdUntil(int line, long step) {
        heldUntil[line] = step;
    }

    /** Asks for attention at a step or when the hold time is over, whichever is first. */
    void refreshAt(int line, long step) {
        neededAt[line] = Math.min(step, heldUntil[line]);
        watch(line);
    }

    private void watch(int line) {
        if (neededAt[line] < setFor[line]) {
            setFor[line] = neededAt[line];
            alarm.set(neededAt[line], line);
        }
    }

    /** An event of the line has come: whether the line needs attention now. */
    boolean isDue(int line, long step) {
        if (step != setFor[line]) {
            return false; // an earlier event took its place
        }
        setFor[line] = NEVER;
        if (neededAt[line] == step) {
            neededAt[line] = NEVER;
            return true;
        }
        watch(line);
        return false;
    }

    /** The line needs no attention any more. */
    void stop(int line) {
        neededAt[line] = NEVER;
    }

    /** No line needs attention and no event is under way. */
    void reset() {
        Arrays.fill(heldUntil, NEVER);
        Arrays.fill(neededAt, NEVER);
        Arrays.fill(setFor, NEVER);
    }

    void transfer(StateTransfer state) {
        state.array("heldUntil", heldUntil);
        state.array("neededAt", neededAt);
        state.array("setFor", setFor);
    }
}
