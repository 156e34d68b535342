package org.ionspike.datasets.event;

/** Makes ON and OFF events alike, of polarity 0 on a sensor of one polarity, as {@code MergePolarities} of Tonic. */
public record MergePolarities() implements EventTransform {
    @Override
    public EventRecording apply(EventRecording recording) {
        SensorShape sensor = recording.sensor();
        var merged = recording.derive(new SensorShape(sensor.width(), sensor.height(), 1));
        for (int k = 0; k < recording.size(); k++) {
            merged.add(recording.x(k), recording.y(k), recording.t(k), 0);
        }
        return merged.build();
    }
}
