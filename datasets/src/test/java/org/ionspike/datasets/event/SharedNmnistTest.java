package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.download.DataAccess;
import org.junit.jupiter.api.Test;

/** Needs 1100 recordings of N-MNIST in the folder {@code data} of the system property {@code ionspike.shared}. */
class SharedNmnistTest {
    private static final Path DATA = Path.of(System.getProperty("ionspike.shared", "shared"), "data");

    private static Path folder() {
        Path folder = DATA.resolve("nmnist-small");
        assumeTrue(Files.isDirectory(folder), () -> "skipped: no nmnist-small in " + folder);
        return folder;
    }

    /** Figures of the files by a separate script that reads the bytes with NumPy. */
    @Test
    void readsTheRecordingsAsTheyAre() {
        var set = Nmnist.read(folder());
        assertThat(set.size()).isEqualTo(1100);
        assertThat(set.officialTrainCount()).hasValue(1000);
        long trained = 0;
        long events = 0;
        long on = 0;
        int farthest = 0;
        int latest = 0;
        for (int k = 0; k < set.size(); k++) {
            var recording = set.recording(k);
            events += recording.size();
            trained += k < 1000 ? recording.size() : 0;
            latest = Math.max(latest, recording.t(recording.size() - 1));
            for (int j = 0; j < recording.size(); j++) {
                on += recording.p(j);
                farthest = Math.max(farthest, Math.max(recording.x(j), recording.y(j)));
            }
        }
        assertThat(events).isEqualTo(4_518_827);
        assertThat(trained / 1000.0).isCloseTo(4133.231, within(1e-9));
        assertThat((double) on / events).isCloseTo(0.497934, within(1e-6));
        assertThat(farthest).isEqualTo(33);
        assertThat(latest).isEqualTo(336_040);
        assertThat(set.labels().asList().subList(0, 5)).containsExactly(5, 0, 4, 1, 9); // as MNIST begins
        assertThat(set.labels().asList().subList(1000, 1005)).containsExactly(7, 2, 1, 0, 4);
    }

    /** Processor time, as the machine may be busy; 0.1 and 0.2 s were measured. */
    @Test
    void readsThemInMuchLessThanTwoSeconds() {
        Path folder = folder();
        Nmnist.read(folder);
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        int size = Nmnist.read(folder).size();
        double seconds = 1e-9 * (threads.getCurrentThreadCpuTime() - start);
        System.out.printf("%d recordings of N-MNIST read in %.3f s of the processor%n", size, seconds);
        assertThat(seconds).isLessThan(2);
    }

    @Test
    void isFoundByNameAndGivesFramesOfAllEvents() {
        Path folder = folder();
        var frames = Datasets.resolve("nmnist", new CsvOptions(), DataAccess.offline(Optional.of(DATA)));
        assertThat(frames.name()).isEqualTo("nmnist-small");
        assertThat(frames.size()).isEqualTo(1100);
        assertThat(frames.featureCount()).isEqualTo(2312);
        assertThat(frames.officialTrainCount()).hasValue(1000);
        double events = IntStream.range(0, frames.size())
                .mapToDouble(k -> frames.sample(k).features().stream().sum())
                .sum();
        assertThat(events).isEqualTo(4_518_827);
        assertThat(Datasets.resolve("nmnist:" + folder).contentHash()).isEqualTo(frames.contentHash());
    }

    @Test
    void givesSpikesInTimeOrder() {
        var raster = AerReader.read(folder().resolve("1.bs2"), AerReader.NMNIST).toRaster();
        assertThat(raster.lines()).isEqualTo(2312);
        assertThat(raster.size()).isGreaterThan(1000);
        assertThat(raster.endSeconds()).isBetween(0.2, 0.4); // three saccades of 100 ms
    }
}
