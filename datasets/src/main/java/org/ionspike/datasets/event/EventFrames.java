package org.ionspike.datasets.event;

import java.util.stream.IntStream;

/** Numbers of events, {@code [frame][polarity][row][column]}. Immutable; made by {@link ToFrame}. */
public final class EventFrames {
    private final SensorShape sensor;
    private final int frames;
    private final int[] counts;

    /** @param counts taken over */
    EventFrames(SensorShape sensor, int frames, int[] counts) {
        this.sensor = sensor;
        this.frames = frames;
        this.counts = counts;
    }

    /** Shape of the sensor. */
    public SensorShape sensor() {
        return sensor;
    }

    /** Number of frames. */
    public int frames() {
        return frames;
    }

    /** Number of events of a polarity in a pixel of a frame. */
    public int count(int frame, int p, int row, int column) {
        return counts[frame * sensor.lines() + sensor.line(column, row, p)];
    }

    /** Number of events in all frames. */
    public long total() {
        return IntStream.of(counts).asLongStream().sum();
    }

    /** All numbers, frame by frame, each in the order of {@link SensorShape#line}. */
    int[] counts() {
        return counts;
    }
}
