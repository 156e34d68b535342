package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.ionspike.datasets.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lists of different lengths come from the files {@code shd-layout*.h5.gz}, written by {@code shd-layout.py} with h5py
 * 3.16.0, as jHDF does not write them; what is wrong is written by jHDF as matrices.
 */
class ShdReaderTest {
    @TempDir
    Path folder;

    private Path unpack(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(ShdReaderTest.class.getResourceAsStream(name + ".gz"), name))) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private Path write(Object times, Object units, Object labels) {
        Path file = folder.resolve("own.h5");
        try (var hdf = HdfFile.write(file)) {
            WritableGroup spikes = hdf.putGroup("spikes");
            spikes.putDataset("times", times);
            spikes.putDataset("units", units);
            hdf.putDataset("labels", labels);
        }
        return file;
    }

    private static void refused(Path file, String message) {
        assertThatThrownBy(() -> ShdReader.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("File " + file)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shd-layout.h5", "shd-layout-chunked.h5"})
    void readsListsOfDifferentLengths(String name) throws IOException {
        var set = ShdReader.read(unpack(name));
        assertThat(set.size()).isEqualTo(130);
        assertThat(set.sensor()).isEqualTo(new SensorShape(700, 1, 1));
        for (int k = 0; k < 130; k++) {
            var recording = set.recording(k);
            assertThat(recording.size()).as("recording " + k).isEqualTo(k % 7);
            assertThat(set.label(k)).isEqualTo(k % 4);
            for (int j = 0; j < recording.size(); j++) {
                assertThat(recording.t(j)).isEqualTo(125_000 * (j + 1));
                assertThat(recording.x(j)).isEqualTo((37 * k + 101 * j) % 700);
            }
        }
    }

    @Test
    void takesTheNamesOfTheClassesWhereTheyAre() throws IOException {
        assertThat(ShdReader.read(unpack("shd-layout.h5")).classNames()).containsExactly("zero", "one", "null", "eins");
        assertThat(ShdReader.read(unpack("shd-layout-chunked.h5")).classNames()).containsExactly("0", "1", "2", "3");
    }

    @Test
    void joinsTrainingAndTestPart() throws IOException {
        Path file = unpack("shd-layout.h5");
        var set = ShdReader.read(file, file);
        assertThat(set.size()).isEqualTo(260);
        assertThat(set.officialTrainCount()).hasValue(130);
        Path other = unpack("shd-layout-chunked.h5");
        assertThatThrownBy(() -> ShdReader.read(file, other))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("has the classes [zero, one, null, eins], and " + other + " has [0, 1, 2, 3].");
    }

    @Test
    void becomesFrames() throws IOException {
        var frames = ShdReader.read(unpack("shd-layout.h5")).toDataset(ShdReader.DEFAULT_FRAMES);
        assertThat(frames.featureCount()).isEqualTo(7000);
        assertThat(frames.sample(6).features().stream().sum()).isEqualTo(6);
        assertThat(frames.feature(6, 37 * 6)).isEqualTo(1);
        assertThat(ShdReader.read(unpack("shd-layout.h5"))
                        .toDataset(ToFrame.timeBins(1))
                        .imageShape()
                        .orElseThrow())
                .hasToString("1x700");
    }

    @Test
    void readsMatricesAndSortsByTime() {
        var set = ShdReader.read(write(
                new double[][] {{1.4, 0.0000014}, {2, 2}}, new int[][] {{699, 0}, {5, 4}}, new long[] {1, 0}));
        assertThat(EventBytes.events(set.recording(0))).containsExactly(0, 0, 1, 0, 699, 0, 1_400_000, 0);
        assertThat(EventBytes.events(set.recording(1))).containsExactly(4, 0, 2_000_000, 0, 5, 0, 2_000_000, 0);
        assertThat(set.info().name()).isEqualTo("own");
    }

    @Test
    void namesTheRowOfAWrongEvent() {
        float[][] times = {{0, 1}, {1, 2}};
        int[][] units = {{0, 1}, {2, 3}};
        int[] labels = {0, 1};
        refused(
                write(times, new int[][] {{0, 1}, {700, 2}}, labels),
                "row 1: unit 700 of spike 0 must lie between 0 and 699.");
        refused(write(times, new int[][] {{0, -1}, {7, 2}}, labels), "row 0: unit -1 of spike 1 must lie");
        refused(
                write(new float[][] {{0, 1}, {1, Float.NaN}}, units, labels),
                "row 1: time NaN s of spike 1 must lie between");
        refused(
                write(new float[][] {{-1, 1}, {1, 1}}, units, labels),
                "row 0: time -1.0 s of spike 0 must lie between 0 and");
        refused(
                write(new float[][] {{0, 3000}, {1, 1}}, units, labels),
                "row 0: time 3000.0 s of spike 1 must lie between");
        refused(write(times, new int[][] {{0}, {1}}, labels), "row 0: 2 times and 1 units; each spike needs both.");
        refused(write(times, units, new int[] {0, -2}), "row 1: label -2 must lie between 0 and 9999.");
        refused(write(times, units, new int[] {0, 10_000}), "row 1: label 10000 must lie between 0 and 9999.");
        refused(
                write(times, units, new int[] {0, 1, 1}),
                "/spikes/times has 2 rows, and labels has 3; there must be one for");
        refused(write(times, units, new int[][] {{0, 1}}), "/labels must be one list of whole numbers.");
        refused(
                write(times, units, new double[] {0, 1}),
                "/labels must be one list of whole numbers of at most 63 bits.");
        refused(
                write(new float[] {1, 2}, units, labels),
                "/spikes/times must hold a list of numbers for each recording.");
        refused(
                write(times, new double[][] {{0, 1}, {1, 2}}, labels),
                "row 0: /spikes/units must hold a list of whole numbers of at");
        refused(write(new String[][] {{"a", "b"}, {"c", "d"}}, units, labels), "must hold a list of numbers");
    }

    @Test
    void saysWhatAFileLacks() throws IOException {
        refused(folder.resolve("none.h5"), " does not exist. Name a file of events.");
        refused(Files.write(folder.resolve("empty.h5"), new byte[0]), " is no HDF5 file or a damaged one");
        refused(Files.writeString(folder.resolve("text.h5"), "spikes"), " is no HDF5 file or a damaged one");
        Path bare = folder.resolve("bare.h5");
        try (var hdf = HdfFile.write(bare)) {
            hdf.putDataset("labels", new int[] {0, 1});
        }
        refused(bare, ": /spikes/times is not there or cannot be read (");
        Path group = folder.resolve("group.h5");
        try (var hdf = HdfFile.write(group)) {
            hdf.putGroup("labels").putDataset("a", new int[] {1});
        }
        refused(group, "/labels is a group, and it must be a data set.");
    }

    @Test
    void refusesNamesThatDoNotFitTheLabels() {
        Path file = folder.resolve("names.h5");
        try (var hdf = HdfFile.write(file)) {
            hdf.putDataset("labels", new int[] {0, 2});
            hdf.putGroup("extra").putDataset("keys", new String[] {"a", "b"});
        }
        refused(file, "/extra/keys [a, b] must be different names for the 3 classes.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answersAnyDamageWithEventsOrAnErrorThatNamesTheFile(long seed) throws IOException {
        var random = new Random(seed);
        byte[] whole = Files.readAllBytes(unpack("shd-layout.h5"));
        Path file = folder.resolve("damaged.h5");
        for (int round = 0; round < 20; round++) {
            byte[] bytes = Arrays.copyOf(whole, whole.length - random.nextInt(2) * random.nextInt(whole.length));
            for (int flips = random.nextInt(20); flips >= 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(file, bytes);
            try {
                assertThat(ShdReader.read(file).size()).isPositive();
            } catch (DatasetException e) {
                assertThat(e).as("seed " + seed).hasMessageContaining("damaged.h5");
            }
        }
    }
}
