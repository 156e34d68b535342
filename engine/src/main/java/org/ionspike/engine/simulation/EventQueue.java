package org.ionspike.engine.simulation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.TreeMap;
import org.ionspike.engine.checkpoint.StateTransfer;

/**
 * Events by time step: a ring of lists for the near future, a map for what lies further ahead. Events of one step come
 * out in the order they were put in, far ones first.
 */
final class EventQueue {
    private static final int SLOTS = 1024;

    private final EventList[] ring = new EventList[SLOTS];
    private final BitSet filled = new BitSet(SLOTS);
    private final TreeMap<Long, EventList> far = new TreeMap<>();
    private long now;

    EventQueue() {
        for (int slot = 0; slot < SLOTS; slot++) {
            ring[slot] = new EventList();
        }
    }

    /** The step that lies so many steps after another; {@code Long.MAX_VALUE} stands for never. */
    static long later(long step, long steps) {
        return steps >= Long.MAX_VALUE - step ? Long.MAX_VALUE : step + steps;
    }

    /** Puts an event; {@code step} is after the step that was last taken out, and {@code Long.MAX_VALUE} is never. */
    void put(long step, int target, int argument) {
        if (step == Long.MAX_VALUE) {
            return;
        }
        if (step < now) {
            throw new IllegalStateException("An event for step " + step + " came in step " + now + ".");
        }
        if (step - now < SLOTS) {
            int slot = slot(step);
            ring[slot].add(target, argument);
            filled.set(slot);
        } else {
            far.computeIfAbsent(step, s -> new EventList()).add(target, argument);
        }
    }

    /** The first step that has an event, or {@code Long.MAX_VALUE}. */
    long nextStep() {
        int from = slot(now);
        int next = filled.nextSetBit(from);
        long near;
        if (next >= 0) {
            near = now + (next - from);
        } else {
            next = filled.nextSetBit(0);
            near = next < 0 ? Long.MAX_VALUE : now + (SLOTS - from + next);
        }
        return far.isEmpty() ? near : Math.min(near, far.firstKey());
    }

    /** Takes out all events of a step, before which no event is left. Handlers may put events at later steps. */
    void take(long step, Handler handler) {
        now = step;
        EventList ahead = far.remove(step);
        if (ahead != null) {
            ahead.handOut(handler);
        }
        int slot = slot(step);
        if (filled.get(slot)) {
            filled.clear(slot);
            ring[slot].handOut(handler);
            ring[slot].clear();
        }
    }

    /** Forgets all events; the next may come for any step. */
    void clear() {
        now = 0;
        for (int slot = filled.nextSetBit(0); slot >= 0; slot = filled.nextSetBit(slot + 1)) {
            ring[slot].clear();
        }
        filled.clear();
        far.clear();
    }

    /** Saves or loads all events, each in the list that it waits in. */
    void transfer(StateTransfer state) {
        now = state.whole("queueNow", now);
        long[] steps = state.list(
                "farSteps", far.keySet().stream().mapToLong(Long::longValue).toArray());
        if (state.isLoading()) {
            far.clear();
        }
        for (long step : steps) {
            far.computeIfAbsent(step, s -> new EventList()).transfer(state);
        }
        long[] slots = state.list("slots", filled.stream().asLongStream().toArray());
        for (long slot : slots) {
            filled.set((int) slot);
            ring[(int) slot].transfer(state);
        }
    }

    private static int slot(long step) {
        return (int) (step & (SLOTS - 1));
    }

    /** Receives events. */
    @FunctionalInterface
    interface Handler {
        void handle(int target, int argument);
    }

    /** Events of one step: pairs of target and argument. */
    private static final class EventList {
        private int[] pairs = new int[16];
        private int size;

        void add(int target, int argument) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, 2 * size);
            }
            pairs[size++] = target;
            pairs[size++] = argument;
        }

        void handOut(Handler handler) {
            for (int e = 0; e < size; e += 2) {
                handler.handle(pairs[e], pairs[e + 1]);
            }
        }

        void clear() {
            size = 0;
        }

        void transfer(StateTransfer state) {
            long[] events = state.list(
                    "events", Arrays.stream(pairs, 0, size).asLongStream().toArray());
            size = events.length;
            pairs = Arrays.copyOf(
                    Arrays.stream(events).mapToInt(Math::toIntExact).toArray(), Math.max(16, size));
        }
    }
}
