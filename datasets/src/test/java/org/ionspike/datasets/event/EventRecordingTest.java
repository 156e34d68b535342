package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.ionspike.engine.spikes.SpikeRaster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventRecordingTest {
    private static final SensorShape SENSOR = new SensorShape(4, 3, 2);

    @Test
    void givesBackItsEvents() {
        var recording = EventBytes.recording(SENSOR, 0, 2, 5, 1, 3, 0, 5, 0, 1, 1, Integer.MAX_VALUE, 1);
        assertThat(recording.size()).isEqualTo(3);
        assertThat(EventBytes.events(recording)).containsExactly(0, 2, 5, 1, 3, 0, 5, 0, 1, 1, Integer.MAX_VALUE, 1);
        assertThat(recording.label()).isEmpty();
        assertThat(recording.withLabel(7).label()).hasValue(7);
        assertThat(recording).hasToString("3 events of 4x3x2");
    }

    @Test
    void holdsColumnsAndRowsUpToTheLargestSensor() {
        var sensor = new SensorShape(32768, 2, 1);
        assertThat(EventBytes.recording(sensor, 32767, 1, 0, 0).x(0)).isEqualTo(32767);
    }

    @Test
    void isNotChangedByItsBuilder() {
        var builder = EventRecording.builder(SENSOR).add(1, 1, 1, 1);
        var first = builder.build();
        builder.add(2, 2, 2, 0);
        assertThat(first.size()).isEqualTo(1);
        assertThat(builder.build().size()).isEqualTo(2);
    }

    @Test
    void refusesEventsOutsideTheSensorAndTimesOutOfOrder() {
        refused("x (4) must lie between 0 and 3.", 4, 0, 5, 0);
        refused("x (-1) must lie between 0 and 3.", -1, 0, 5, 0);
        refused("y (3) must lie between 0 and 2.", 0, 3, 5, 0);
        refused("p (2) must lie between 0 and 1.", 0, 0, 5, 2);
        refused("t (4 us) must not be below that of the event before, 5 us.", 0, 0, 4, 0);
        refused("t (-1 us) must lie between 0 and 2147483647 us.", 0, 0, -1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRecording.builder(SENSOR).add(0, 0, 1L << 31, 0))
                .withMessage("t (2147483648 us) must lie between 0 and 2147483647 us.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRecording.builder(SENSOR).label(-1))
                .withMessage("EventRecording.label (-1) must be at least 0.");
    }

    private static void refused(String message, int x, int y, int t, int p) {
        var builder = EventRecording.builder(SENSOR).add(0, 0, 5, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.add(x, y, t, p))
                .withMessage(message);
    }

    @Test
    void refusesSensorsWithoutSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorShape(0, 1, 1))
                .withMessage("SensorShape.width (0) must lie between 1 and 32768.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorShape(1, 1, 3))
                .withMessage("SensorShape.polarities (3) must lie between 1 and 2.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SensorShape(32768, 32768, 2))
                .withMessageContaining("must have at most 2147483647 lines");
    }

    @Test
    void becomesSpikesOfLinesByPolarityRowAndColumn() {
        var raster = EventBytes.recording(SENSOR, 3, 2, 0, 1, 0, 0, 0, 0, 1, 2, 1_500_000, 0)
                .toRaster();
        assertThat(raster.lines()).isEqualTo(24);
        assertThat(raster.line().asList()).containsExactly(0, 23, 9);
        assertThat(raster.timeSeconds().asList()).containsExactly(0.0, 0.0, 1.5);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void becomesTheRasterThatSortingByTimeAndLineGives(long seed) {
        var recording = EventBytes.random(SENSOR, 200, 2, new Random(seed));
        double[] seconds = IntStream.range(0, recording.size())
                .mapToDouble(k -> recording.t(k) * 1e-6)
                .toArray();
        int[] lines = IntStream.range(0, recording.size()).map(recording::line).toArray();
        assertThat(recording.toRaster()).as("seed " + seed).isEqualTo(SpikeRaster.of(24, seconds, lines));
        assertThat(Arrays.stream(lines).distinct().count()).isEqualTo(24);
    }
}
