package org.ionspike.datasets.event;

import org.ionspike.engine.units.Check;

/**
 * Coarser time and space; no event is lost.
 *
 * <pre>t = floor(t / timeStep) timeStep,   x = floor(x / pixels),   y = floor(y / pixels)</pre>
 *
 * The sensor shrinks to width and height over {@code pixels}, rounded up. {@code Downsample} of Tonic multiplies by
 * factors below 1 instead, which changes the unit of time; here it stays the microsecond.
 *
 * @param timeStepMicroseconds times become multiples of it, 1 or above; 1 changes nothing
 * @param pixels side of the square of pixels that becomes one, 1 or above; 1 changes nothing
 */
public record Downsample(int timeStepMicroseconds, int pixels) implements EventTransform {
    public Downsample {
        Check.atLeast("Downsample.timeStepMicroseconds", timeStepMicroseconds, 1);
        Check.atLeast("Downsample.pixels", pixels, 1);
    }

    @Override
    public EventRecording apply(EventRecording recording) {
        SensorShape sensor = recording.sensor();
        var coarse = recording.derive(new SensorShape(
                (sensor.width() - 1) / pixels + 1, (sensor.height() - 1) / pixels + 1, sensor.polarities()));
        for (int k = 0; k < recording.size(); k++) {
            int t = recording.t(k);
            coarse.add(recording.x(k) / pixels, recording.y(k) / pixels, t - t % timeStepMicroseconds, recording.p(k));
        }
        return coarse.build();
    }
}
