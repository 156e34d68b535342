package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTransformsTest {
    private static final SensorShape SENSOR = new SensorShape(5, 4, 2);
    private static final EventRecording FOUR = EventBytes.recording(
                    SENSOR, 0, 0, 10, 1, 4, 3, 20, 0, 3, 2, 29, 1, 4, 3, 30, 1)
            .withLabel(2);

    @Test
    void cropsToAWindowWithBothEnds() {
        var cropped = new CropTime(20, 29).apply(FOUR);
        assertThat(EventBytes.events(cropped)).containsExactly(4, 3, 20, 0, 3, 2, 29, 1);
        assertThat(cropped.label()).hasValue(2);
        assertThat(new CropTime(31, 40).apply(FOUR).size()).isZero();
    }

    @Test
    void downsamplesTimeAndSpaceWithoutLosingEvents() {
        var coarse = new Downsample(10, 2).apply(FOUR);
        assertThat(coarse.sensor()).isEqualTo(new SensorShape(3, 2, 2));
        assertThat(EventBytes.events(coarse)).containsExactly(0, 0, 10, 1, 2, 1, 20, 0, 1, 1, 20, 1, 2, 1, 30, 1);
        assertThat(EventBytes.events(new Downsample(1, 1).apply(FOUR))).isEqualTo(EventBytes.events(FOUR));
        assertThat(new Downsample(1, 100).apply(FOUR).sensor()).isEqualTo(new SensorShape(1, 1, 2));
    }

    @Test
    void mergesPolarities() {
        var merged = new MergePolarities().apply(FOUR);
        assertThat(merged.sensor()).isEqualTo(new SensorShape(5, 4, 1));
        assertThat(EventBytes.events(merged)).containsExactly(0, 0, 10, 0, 4, 3, 20, 0, 3, 2, 29, 0, 4, 3, 30, 0);
    }

    @Test
    void dropsEventsWithoutANeighbourJustBefore() {
        var recording = EventBytes.recording(
                SENSOR, 1, 1, 0, 1, 2, 1, 0, 0, 2, 2, 9, 1, 4, 2, 9, 1, 1, 0, 10, 1, 1, 1, 15, 0, 2, 2, 19, 1, 2, 1, 29,
                0);
        assertThat(EventBytes.events(new Denoise(10).apply(recording)))
                .containsExactly(2, 1, 0, 0, 2, 2, 9, 1, 1, 1, 15, 0);
        assertThat(new Denoise().filterMicroseconds()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void denoisesAsLookingThroughAllEventsBeforeDoes(long seed) {
        var recording = EventBytes.random(SENSOR, 150, 6, new Random(seed));
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < recording.size(); k++) {
            boolean near = false;
            for (int j = 0; j < k; j++) {
                int distance = Math.abs(recording.x(j) - recording.x(k)) + Math.abs(recording.y(j) - recording.y(k));
                near |= distance == 1 && recording.t(k) - recording.t(j) < 12;
            }
            if (near) {
                kept.add(recording.t(k));
            }
        }
        var denoised = new Denoise(12).apply(recording);
        List<Integer> times = new ArrayList<>();
        for (int k = 0; k < denoised.size(); k++) {
            times.add(denoised.t(k));
        }
        assertThat(times).as("seed " + seed).isEqualTo(kept).hasSizeBetween(1, 149);
    }

    @Test
    void composesInOrder() {
        var both = new CropTime(25, 30).then(new Downsample(10, 1)).then(new MergePolarities());
        assertThat(EventBytes.events(both.apply(FOUR))).containsExactly(3, 2, 20, 0, 4, 3, 30, 0);
        assertThat(both)
                .hasToString(
                        "CropTime[fromMicroseconds=25, toMicroseconds=30], Downsample[timeStepMicroseconds=10, pixels=1],"
                                + " MergePolarities[]");
    }

    @Test
    void refusesParametersWithoutSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CropTime(5, 4))
                .withMessage("CropTime.toMicroseconds (4) must be at least 5.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Downsample(0, 1))
                .withMessage("Downsample.timeStepMicroseconds (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Downsample(1, 0))
                .withMessage("Downsample.pixels (0) must be at least 1.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Denoise(0))
                .withMessage("Denoise.filterMicroseconds (0) must be at least 1.");
    }
}
