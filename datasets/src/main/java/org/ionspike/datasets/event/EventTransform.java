package org.ionspike.datasets.event;

/**
 * Makes a recording from another one. Implementations are records of parameters; they draw no random numbers and keep
 * label and order of time. {@link EventDataset#map} applies one to all recordings.
 */
public interface EventTransform {
    /** The transformed recording; it may be without events. */
    EventRecording apply(EventRecording recording);

    /** This transform and then another one. */
    default EventTransform then(EventTransform next) {
        return new InSequence(this, next);
    }

    /**
     * One transform after another.
     *
     * @param first applied to the recording
     * @param next applied to what the first gives
     */
    record InSequence(EventTransform first, EventTransform next) implements EventTransform {
        @Override
        public EventRecording apply(EventRecording recording) {
            return next.apply(first.apply(recording));
        }

        @Override
        public String toString() {
            return first + ", " + next;
        }
    }
}
