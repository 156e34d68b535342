package org.ionspike.datasets.event;

import java.util.Arrays;
import org.ionspike.engine.units.Check;

/**
 * Drops events that stand alone: an event stays if one of the four pixels beside it had an event of either polarity
 * less than {@code filterMicroseconds} before it, or at the same time and earlier in the recording. {@code Denoise} of
 * Tonic is the same except at the beginning, where it takes all pixels to have fired at time 0.
 *
 * @param filterMicroseconds longest time between neighbours, 1 or above; Tonic's default is 10 000
 */
public record Denoise(int filterMicroseconds) implements EventTransform {
    private static final long NEVER = Long.MIN_VALUE / 2;

    public Denoise {
        Check.atLeast("Denoise.filterMicroseconds", filterMicroseconds, 1);
    }

    /** With Tonic's default of 10 ms. */
    public Denoise() {
        this(10_000);
    }

    @Override
    public EventRecording apply(EventRecording recording) {
        SensorShape sensor = recording.sensor();
        int width = sensor.width();
        int height = sensor.height();
        long[] last = new long[width * height];
        Arrays.fill(last, NEVER);
        var kept = recording.derive(sensor);
        for (int k = 0; k < recording.size(); k++) {
            int x = recording.x(k);
            int y = recording.y(k);
            int t = recording.t(k);
            int pixel = y * width + x;
            last[pixel] = t;
            long since = (long) t - filterMicroseconds;
            if ((x > 0 && last[pixel - 1] > since)
                    || (x < width - 1 && last[pixel + 1] > since)
                    || (y > 0 && last[pixel - width] > since)
                    || (y < height - 1 && last[pixel + width] > since)) {
                kept.add(x, y, t, recording.p(k));
            }
        }
        return kept.build();
    }
}
