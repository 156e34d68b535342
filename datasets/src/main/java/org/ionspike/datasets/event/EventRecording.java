package org.ionspike.datasets.event;

import com.google.common.hash.Hasher;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.OptionalInt;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.units.Check;

/**
 * The events of one recording in the order of their times: column x, row y (0 is the upper row where the format says),
 * time t in whole microseconds, polarity p. Immutable; 9 bytes an event; made by {@link #builder}.
 */
public final class EventRecording {
    private static final double SECONDS_PER_MICROSECOND = 1e-6;

    private final SensorShape sensor;
    private final OptionalInt label;
    private final short[] x;
    private final short[] y;
    private final int[] t;
    private final byte[] p;

    EventRecording(SensorShape sensor, OptionalInt label, short[] x, short[] y, int[] t, byte[] p) {
        this.sensor = sensor;
        this.label = label;
        this.x = x;
        this.y = y;
        this.t = t;
        this.p = p;
    }

    /** Starts a recording of that sensor. */
    public static EventBuilder builder(SensorShape sensor) {
        return new EventBuilder(sensor, 0);
    }

    /** The same events as one of a class. */
    public EventRecording withLabel(int newLabel) {
        Check.atLeast("EventRecording.label", newLabel, 0);
        return new EventRecording(sensor, OptionalInt.of(newLabel), x, y, t, p);
    }

    /** A builder of a recording made from this one, with room for all its events. */
    EventBuilder derive(SensorShape newSensor) {
        return new EventBuilder(newSensor, size()).label(label);
    }

    /** Shape of the sensor. */
    public SensorShape sensor() {
        return sensor;
    }

    /** Class index, if it is known. */
    public OptionalInt label() {
        return label;
    }

    /** Number of events. */
    public int size() {
        return t.length;
    }

    /** Column of an event, 0 to the width less one. */
    public int x(int event) {
        return x[event];
    }

    /** Row of an event, 0 to the height less one. */
    public int y(int event) {
        return y[event];
    }

    /** Time of an event in microseconds, 0 or above and not below that of the event before. */
    public int t(int event) {
        return t[event];
    }

    /** Polarity of an event: 1 for ON (brighter), 0 for OFF or where there is only one. */
    public int p(int event) {
        return p[event];
    }

    /** Line of an event; see {@link SensorShape#line}. */
    public int line(int event) {
        return sensor.line(x[event], y[event], p[event]);
    }

    /** Microseconds from the first event to the end of the microsecond of the last; 0 without events. */
    long spanMicroseconds() {
        return size() == 0 ? 0 : (long) t[size() - 1] - t[0] + 1;
    }

    /** The events as spikes, a line for each polarity of each pixel ({@link SensorShape#line}), times in seconds. */
    public SpikeRaster toRaster() {
        long[] ordered = new long[size()]; // time above, line below: sorted, as equal times need ascending lines
        for (int k = 0; k < ordered.length; k++) {
            ordered[k] = ((long) t[k] << 32) | line(k);
        }
        Arrays.sort(ordered);
        var seconds = ImmutableDoubleArray.builder(ordered.length);
        var lines = ImmutableIntArray.builder(ordered.length);
        for (long event : ordered) {
            seconds.add((event >>> 32) * SECONDS_PER_MICROSECOND);
            lines.add((int) event);
        }
        return new SpikeRaster(sensor.lines(), seconds.build(), lines.build());
    }

    /** Puts events and label into a hash. */
    void putInto(Hasher hasher) {
        hasher.putInt(size()).putInt(label.orElse(-1));
        for (int k = 0; k < size(); k++) {
            hasher.putShort(x[k]).putShort(y[k]).putInt(t[k]).putByte(p[k]);
        }
    }

    @Override
    public String toString() {
        return size() + " events of " + sensor;
    }
}
