package org.ionspike.datasets.event;

import org.ionspike.engine.units.Check;

/**
 * Counts events in frames, as {@code ToFrame} of Tonic: by windows of time, by numbers of events, or into a given
 * number of frames of equal time or equal numbers of events. A recording lasts from its first event to the end of the
 * microsecond of its last one.
 *
 * <p>Unlike Tonic, frames in a given number hold every event: Tonic rounds their length down and drops the rest. Frames
 * do not overlap.
 *
 * @param slicing what the frames share
 * @param size window in microseconds, events of a frame, or number of frames; 1 or above
 * @param includeIncomplete whether a last window or frame stays that the recording does not fill; without effect where
 *     the number of frames is given
 */
public record ToFrame(Slicing slicing, int size, boolean includeIncomplete) {
    /** What frames share. */
    public enum Slicing {
        /** A length of time in microseconds. */
        TIME_WINDOW,
        /** A number of events. */
        EVENT_COUNT,
        /** An equal part of the time of the recording. */
        TIME_BINS,
        /** An equal part of the events of the recording; frames differ by one event at most. */
        EVENT_BINS
    }

    /** The most counts of the frames of one recording; they take 512 MB. */
    private static final long MOST_COUNTS = 1L << 27;

    public ToFrame {
        Check.atLeast("ToFrame.size (" + slicing + ")", size, 1);
    }

    /** Frames of that many microseconds, without an incomplete last one. */
    public static ToFrame timeWindow(int microseconds) {
        return new ToFrame(Slicing.TIME_WINDOW, microseconds, false);
    }

    /** Frames of that many events, without an incomplete last one. */
    public static ToFrame eventCount(int events) {
        return new ToFrame(Slicing.EVENT_COUNT, events, false);
    }

    /** That many frames of equal time. */
    public static ToFrame timeBins(int frames) {
        return new ToFrame(Slicing.TIME_BINS, frames, false);
    }

    /** That many frames of equal numbers of events. */
    public static ToFrame eventBins(int frames) {
        return new ToFrame(Slicing.EVENT_BINS, frames, false);
    }

    /** The same with an incomplete last frame. */
    public ToFrame withIncomplete() {
        return new ToFrame(slicing, size, true);
    }

    /** Whether all recordings have the same number of frames. */
    boolean hasFixedCount() {
        return slicing == Slicing.TIME_BINS || slicing == Slicing.EVENT_BINS;
    }

    /** Number of frames of a recording; 1 at least, which then may be incomplete or empty. */
    public int frames(EventRecording recording) {
        return switch (slicing) {
            case TIME_WINDOW -> frames(recording.spanMicroseconds());
            case EVENT_COUNT -> frames(recording.size());
            case TIME_BINS, EVENT_BINS -> size;
        };
    }

    private int frames(long length) {
        long whole = length / size;
        long frames = includeIncomplete && length % size > 0 ? whole + 1 : whole;
        return (int) Math.max(1, Math.min(frames, Integer.MAX_VALUE));
    }

    /** The frames of a recording. */
    public EventFrames apply(EventRecording recording) {
        int frames = frames(recording);
        int lines = recording.sensor().lines();
        Check.require(
                (long) frames * lines <= MOST_COUNTS,
                "ToFrame: frames of " + recording,
                frames,
                "must be at most " + MOST_COUNTS / lines + ", or they take too much memory; make them longer");
        int[] counts = new int[frames * lines];
        long span = recording.spanMicroseconds();
        for (int k = 0; k < recording.size(); k++) {
            long sinceFirst = (long) recording.t(k) - recording.t(0);
            long frame = switch (slicing) {
                case TIME_WINDOW -> sinceFirst / size;
                case EVENT_COUNT -> k / size;
                case TIME_BINS -> sinceFirst * size / span;
                case EVENT_BINS -> (long) k * size / recording.size();
            };
            if (frame < frames) {
                counts[(int) frame * lines + recording.line(k)]++;
            }
        }
        return new EventFrames(recording.sensor(), frames, counts);
    }
}
