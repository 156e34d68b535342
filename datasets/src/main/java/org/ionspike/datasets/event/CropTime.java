package org.ionspike.datasets.event;

import org.ionspike.engine.units.Check;

/**
 * Keeps the events of a time window, as {@code CropTime} of Tonic. Times are not shifted.
 *
 * @param fromMicroseconds time of the earliest event kept, 0 or above
 * @param toMicroseconds time of the latest event kept, not below {@code fromMicroseconds}
 */
public record CropTime(int fromMicroseconds, int toMicroseconds) implements EventTransform {
    public CropTime {
        Check.atLeast("CropTime.fromMicroseconds", fromMicroseconds, 0);
        Check.atLeast("CropTime.toMicroseconds", toMicroseconds, fromMicroseconds);
    }

    @Override
    public EventRecording apply(EventRecording recording) {
        var kept = recording.derive(recording.sensor());
        for (int k = 0; k < recording.size(); k++) {
            int t = recording.t(k);
            if (t >= fromMicroseconds && t <= toMicroseconds) {
                kept.add(recording.x(k), recording.y(k), t, recording.p(k));
            }
        }
        return kept.build();
    }
}
