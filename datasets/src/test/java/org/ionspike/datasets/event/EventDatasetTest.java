package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ionspike.datasets.DatasetInfo;
import org.ionspike.datasets.ImageShape;
import org.junit.jupiter.api.Test;

class EventDatasetTest {
    private static final SensorShape SENSOR = new SensorShape(3, 2, 2);
    private static final EventRecording FIRST =
            EventBytes.recording(SENSOR, 0, 0, 0, 0, 2, 1, 5, 1, 2, 1, 9, 1).withLabel(0);
    private static final EventRecording SECOND =
            EventBytes.recording(SENSOR, 1, 0, 3, 1, 1, 0, 30, 1).withLabel(1);

    private static EventDataset toy(EventRecording... recordings) {
        return new EventDataset(
                DatasetInfo.ofUser("toy", "toy"), List.of(recordings), List.of("a", "b"), OptionalInt.of(1));
    }

    @Test
    void givesBackItsParts() {
        var toy = toy(FIRST, SECOND);
        assertThat(toy).hasToString("toy (2 recordings of 3x2x2, 2 classes)");
        assertThat(toy.labels().asList()).containsExactly(0, 1);
        assertThat(toy.recording(1)).isSameAs(SECOND);
        assertThat(toy.officialTrainCount()).hasValue(1);
    }

    @Test
    void hashesWhatCountsAndNothingElse() {
        String hash = toy(FIRST, SECOND).contentHash();
        var renamed = new EventDataset(
                DatasetInfo.ofUser("other", "other"), List.of(FIRST, SECOND), List.of("a", "b"), OptionalInt.of(1));
        assertThat(renamed.contentHash()).isEqualTo(hash).hasSize(64);
        assertThat(toy(SECOND, FIRST).contentHash()).isNotEqualTo(hash);
        assertThat(toy(FIRST, SECOND.withLabel(0)).contentHash()).isNotEqualTo(hash);
        assertThat(toy(FIRST, SECOND).map(new CropTime(0, 29)).contentHash()).isNotEqualTo(hash);
        assertThat(toy(FIRST, SECOND).map(new CropTime(0, 30)).contentHash()).isEqualTo(hash);
        assertThat(new EventDataset(renamed.info(), List.of(FIRST, SECOND), List.of("a", "c"), OptionalInt.of(1))
                        .contentHash())
                .isNotEqualTo(hash);
        assertThat(new EventDataset(renamed.info(), List.of(FIRST, SECOND), List.of("a", "b"), OptionalInt.empty())
                        .contentHash())
                .isNotEqualTo(hash);
    }

    @Test
    void becomesSamplesOfCountsByFramePolarityRowAndColumn() {
        var dataset = toy(FIRST, SECOND).toDataset(ToFrame.timeBins(2));
        assertThat(dataset.featureCount()).isEqualTo(24);
        assertThat(dataset.feature(0, 0)).isEqualTo(1); // frame 0, off, row 0, column 0
        assertThat(dataset.feature(0, 12 + 6 + 3 + 2)).isEqualTo(2); // frame 1, on, row 1, column 2
        assertThat(dataset.featureNames().get(23)).isEqualTo("frame 1 on pixel 1,2");
        assertThat(dataset.featureNames().get(0)).isEqualTo("frame 0 off pixel 0,0");
        assertThat(dataset.sample(0).features().stream().sum()).isEqualTo(3);
        assertThat(dataset.labels().asList()).containsExactly(0, 1);
        assertThat(dataset.classNames()).containsExactly("a", "b");
        assertThat(dataset.officialTrainCount()).hasValue(1);
        assertThat(dataset.imageShape()).contains(new ImageShape(4, 2, 3));
    }

    @Test
    void becomesImagesOfOnePlaneForEachFrameAndPolarity() {
        var merged = toy(FIRST, SECOND).map(new MergePolarities());
        assertThat(merged.info().note()).isEqualTo("Events transformed: MergePolarities[].");
        var images = merged.toDataset(ToFrame.timeBins(1));
        assertThat(images.imageShape()).contains(new ImageShape(2, 3));
        assertThat(images.sample(0).features().asList()).containsExactly(1.0, 0.0, 0.0, 0.0, 0.0, 2.0);
        assertThat(merged.toDataset(ToFrame.timeBins(2)).imageShape()).contains(new ImageShape(2, 2, 3));
        assertThat(toy(FIRST, SECOND).toDataset(ToFrame.timeBins(1)).imageShape())
                .contains(new ImageShape(2, 2, 3));
    }

    @Test
    void endsShorterRecordingsInFramesOfZeros() {
        var dataset = toy(FIRST, SECOND).toDataset(ToFrame.timeWindow(10).withIncomplete());
        assertThat(dataset.featureCount()).isEqualTo(3 * 12);
        assertThat(IntStream.range(12, 36)
                        .mapToDouble(f -> dataset.feature(0, f))
                        .sum())
                .isZero();
        assertThat(dataset.feature(1, 24 + 6 + 1)).isEqualTo(1);
    }

    @Test
    void keepsCountsThatNeedMoreThanAByte() {
        var busy = EventRecording.builder(SENSOR);
        for (int k = 0; k < 300; k++) {
            busy.add(1, 1, k, 0);
        }
        var dataset = toy(FIRST, busy.label(1).build()).toDataset(ToFrame.timeBins(1));
        assertThat(dataset.feature(1, 4)).isEqualTo(300);
        assertThat(dataset.feature(0, 11)).isEqualTo(2);
        assertThat(dataset.feature(0, 0)).isEqualTo(1);
    }

    @Test
    void refusesPartsThatDoNotFit() {
        refused("EventDataset toy: recordings (0) must be at least 1.");
        refused(
                "EventDataset toy: label of recording 1 (none) must lie between 0 and 1.",
                FIRST,
                EventBytes.recording(SENSOR, 0, 0, 0, 0));
        refused("EventDataset toy: label of recording 1 (2) must lie between 0 and 1.", FIRST, SECOND.withLabel(2));
        refused(
                "EventDataset toy: sensor of recording 1 (3x2x1) must be that of all, 3x2x2.",
                FIRST,
                new MergePolarities().apply(SECOND));
        refused("EventDataset toy: official training recordings (1) must lie between 1 and 0.", FIRST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventDataset(
                        DatasetInfo.ofUser("toy", ""), List.of(FIRST), List.of("a", "a"), OptionalInt.empty()))
                .withMessage("EventDataset toy: class names ([a, a]) must differ from each other.");
    }

    private static void refused(String message, EventRecording... recordings) {
        assertThatIllegalArgumentException().isThrownBy(() -> toy(recordings)).withMessage(message);
    }

    @Test
    void refusesMoreFramesThanATableHolds() {
        var wide = new SensorShape(700, 1, 1);
        var recording = EventBytes.recording(wide, 0, 0, 0, 0, 0, 0, 2_000_000_000, 0);
        var set = toy(recording.withLabel(0), recording.withLabel(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set.toDataset(ToFrame.timeWindow(1000)))
                .withMessageContaining(
                        "Dataset toy: values of 2 samples of 2000000 frames (2800000000) must be at most");
    }
}
