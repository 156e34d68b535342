package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToFrameTest {
    private static final SensorShape PIXEL = new SensorShape(1, 1, 1);

    /** Events of one pixel at the given times. */
    private static EventRecording at(int... times) {
        var events = EventRecording.builder(PIXEL);
        for (int t : times) {
            events.add(0, 0, t, 0);
        }
        return events.build();
    }

    private static int[] counts(ToFrame toFrame, int... times) {
        return toFrame.apply(at(times)).counts();
    }

    @Test
    void countsByWindowsFromTheFirstEvent() {
        assertThat(counts(ToFrame.timeWindow(10), 100, 109, 110, 119, 120, 125)).containsExactly(2, 2);
        assertThat(counts(ToFrame.timeWindow(10).withIncomplete(), 100, 109, 110, 119, 120, 125))
                .containsExactly(2, 2, 2);
        assertThat(counts(ToFrame.timeWindow(10), 100, 105, 119))
                .containsExactly(2, 1); // ends with its last microsecond
        assertThat(counts(ToFrame.timeWindow(10).withIncomplete(), 100, 119)).containsExactly(1, 1);
        assertThat(counts(ToFrame.timeWindow(1000), 100, 125)).containsExactly(2);
        assertThat(counts(ToFrame.timeWindow(1))).containsExactly(0);
    }

    @Test
    void countsByNumbersOfEvents() {
        assertThat(counts(ToFrame.eventCount(2), 1, 2, 3, 4, 5)).containsExactly(2, 2);
        assertThat(counts(ToFrame.eventCount(2).withIncomplete(), 1, 2, 3, 4, 5))
                .containsExactly(2, 2, 1);
        assertThat(counts(ToFrame.eventCount(7), 1, 2, 3)).containsExactly(3);
        assertThat(counts(ToFrame.eventCount(7))).containsExactly(0);
    }

    @Test
    void countsInEqualPartsOfTheTime() {
        assertThat(counts(ToFrame.timeBins(3), 100, 109, 110, 119, 120, 129)).containsExactly(2, 2, 2);
        assertThat(counts(ToFrame.timeBins(3), 100, 101, 102, 129)).containsExactly(3, 0, 1);
        assertThat(counts(ToFrame.timeBins(1), 0, Integer.MAX_VALUE)).containsExactly(2);
        assertThat(counts(ToFrame.timeBins(4), 7)).containsExactly(1, 0, 0, 0);
        assertThat(counts(ToFrame.timeBins(2))).containsExactly(0, 0);
    }

    @Test
    void countsInEqualPartsOfTheEvents() {
        assertThat(counts(ToFrame.eventBins(2), 1, 2, 3, 400)).containsExactly(2, 2);
        assertThat(counts(ToFrame.eventBins(2), 1, 2, 3, 4, 5)).containsExactly(3, 2);
        assertThat(counts(ToFrame.eventBins(4), 1, 2)).containsExactly(1, 0, 1, 0);
    }

    @Test
    void keepsPolarityRowAndColumnApart() {
        var sensor = new SensorShape(3, 2, 2);
        var frames = ToFrame.timeBins(2).apply(EventBytes.recording(sensor, 2, 0, 0, 1, 2, 0, 1, 1, 0, 1, 9, 0));
        assertThat(frames.frames()).isEqualTo(2);
        assertThat(frames.count(0, 1, 0, 2)).isEqualTo(2);
        assertThat(frames.count(1, 0, 1, 0)).isEqualTo(1);
        assertThat(frames.total()).isEqualTo(3);
        assertThat(frames.counts())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void agreesWithCountingWindowByWindow(long seed) {
        var random = new Random(seed);
        var recording = EventBytes.random(new SensorShape(3, 2, 2), 1 + random.nextInt(80), 40, random);
        int window = 1 + random.nextInt(200);
        var frames = ToFrame.timeWindow(window).withIncomplete().apply(recording);
        int n = 1 + random.nextInt(9);
        var bins = ToFrame.timeBins(n).apply(recording);
        int last = recording.size() - 1;
        double bin = (recording.t(last) + 1.0 - recording.t(0)) / n;
        int[] expected = new int[frames.counts().length];
        int[] expectedBins = new int[bins.counts().length];
        for (int k = 0; k < recording.size(); k++) {
            for (int f = 0; f < frames.frames(); f++) {
                int start = recording.t(0) + f * window;
                expected[f * 12 + recording.line(k)] +=
                        recording.t(k) >= start && recording.t(k) < start + window ? 1 : 0;
            }
            for (int f = 0; f < n; f++) {
                double since = recording.t(k) - recording.t(0) + 1e-9; // on a boundary: the later frame
                expectedBins[f * 12 + recording.line(k)] += since >= f * bin && since < (f + 1) * bin ? 1 : 0;
            }
        }
        assertThat(frames.counts()).as("seed " + seed).isEqualTo(expected);
        assertThat(bins.counts()).as("seed " + seed).isEqualTo(expectedBins);
        assertThat(frames.total()).isEqualTo(recording.size());
        assertThat(ToFrame.eventBins(n).apply(recording).total()).isEqualTo(recording.size());
    }

    @Test
    void refusesFramesWithoutSenseAndThoseThatFillTheMemory() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToFrame.timeBins(0))
                .withMessage("ToFrame.size (TIME_BINS) (0) must be at least 1.");
        assertThat(ToFrame.timeWindow(1).frames(at(0, Integer.MAX_VALUE))).isEqualTo(Integer.MAX_VALUE);
        var large = EventBytes.recording(new SensorShape(128, 128, 2), 0, 0, 0, 0, 1, 1, 1_000_000, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToFrame.timeWindow(10).apply(large))
                .withMessage(
                        "ToFrame: frames of 2 events of 128x128x2 (100000) must be at most 4096, or they take too much"
                                + " memory; make them longer.");
    }
}
