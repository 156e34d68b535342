package org.ionspike.datasets.event;

import java.util.Arrays;
import java.util.OptionalInt;
import org.ionspike.engine.units.Check;

/** Collects and checks events for an {@link EventRecording}; started by {@link EventRecording#builder}. */
public final class EventBuilder {
    /** The most events of one recording; they take 1.2 GB. */
    static final int MOST_EVENTS = 1 << 27;

    private final SensorShape sensor;
    private OptionalInt label = OptionalInt.empty();
    private short[] x;
    private short[] y;
    private int[] t;
    private byte[] p;
    private int size;

    /** @param expected number of events to make room for; more are possible */
    EventBuilder(SensorShape sensor, int expected) {
        this.sensor = sensor;
        int room = Math.max(16, Math.min(expected, MOST_EVENTS));
        x = new short[room];
        y = new short[room];
        t = new int[room];
        p = new byte[room];
    }

    EventBuilder label(OptionalInt newLabel) {
        label = newLabel;
        return this;
    }

    /** Says which class the recording is of. */
    public EventBuilder label(int newLabel) {
        Check.atLeast("EventRecording.label", newLabel, 0);
        return label(OptionalInt.of(newLabel));
    }

    /**
     * Adds an event.
     *
     * @param column from 0 to the width of the sensor less one
     * @param row from 0 to the height of the sensor less one
     * @param microseconds time, not below that of the event before, and at most 2147483647 (36 minutes)
     * @param polarity 1 for ON, 0 for OFF or where there is only one
     */
    public EventBuilder add(int column, int row, long microseconds, int polarity) {
        if (column < 0 || column >= sensor.width()) {
            Check.between("x", column, 0, sensor.width() - 1);
        }
        if (row < 0 || row >= sensor.height()) {
            Check.between("y", row, 0, sensor.height() - 1);
        }
        if (polarity < 0 || polarity >= sensor.polarities()) {
            Check.between("p", polarity, 0, sensor.polarities() - 1);
        }
        if (microseconds < 0 || microseconds > Integer.MAX_VALUE) {
            Check.require(false, "t", microseconds + " us", "must lie between 0 and " + Integer.MAX_VALUE + " us");
        }
        if (size > 0 && microseconds < t[size - 1]) {
            Check.require(
                    false,
                    "t",
                    microseconds + " us",
                    "must not be below that of the event before, " + t[size - 1] + " us");
        }
        if (size == t.length) {
            grow();
        }
        x[size] = (short) column;
        y[size] = (short) row;
        t[size] = (int) microseconds;
        p[size++] = (byte) polarity;
        return this;
    }

    private void grow() {
        Check.require(size < MOST_EVENTS, "Events of a recording", size + 1L, "must be at most " + MOST_EVENTS);
        int room = Math.min(2 * size, MOST_EVENTS);
        x = Arrays.copyOf(x, room);
        y = Arrays.copyOf(y, room);
        t = Arrays.copyOf(t, room);
        p = Arrays.copyOf(p, room);
    }

    /** Number of events added so far. */
    public int size() {
        return size;
    }

    /** The recording of the events added so far. */
    public EventRecording build() {
        return new EventRecording(
                sensor,
                label,
                Arrays.copyOf(x, size),
                Arrays.copyOf(y, size),
                Arrays.copyOf(t, size),
                Arrays.copyOf(p, size));
    }
}
