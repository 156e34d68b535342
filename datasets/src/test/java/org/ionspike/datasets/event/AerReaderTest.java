package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Random;
import org.ionspike.datasets.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AerReaderTest {
    @TempDir
    Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("00002.bin"), bytes);
    }

    private void refused(byte[] bytes, String message) throws IOException {
        Path file = write(bytes);
        assertThatThrownBy(() -> AerReader.read(file, AerReader.NMNIST))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message.replace("FILE", file.toString()));
    }

    @Test
    void readsTheBitsOfAnEvent() throws IOException {
        byte[] bytes = {10, 30, (byte) 0x85, 0x20, (byte) 0xff, 33, 0, 0x7f, (byte) 0xff, (byte) 0xff};
        var recording = AerReader.read(write(bytes), AerReader.NMNIST);
        assertThat(EventBytes.events(recording)).containsExactly(10, 30, 0x0520ff, 1, 33, 0, 0x7fffff, 0);
    }

    @Test
    void addsTheOverflowsOfTheClock() throws IOException {
        byte[] bytes =
                EventBytes.aer(1, 2, 8000, 1, 0, 240, 8190, 0, 3, 4, 10, 0, 0, 240, 0, 1, 0, 240, 0, 1, 5, 6, 20, 1);
        assertThat(EventBytes.events(AerReader.read(write(bytes), AerReader.NMNIST)))
                .containsExactly(1, 2, 8000, 1, 3, 4, 8192 + 10, 0, 5, 6, 3 * 8192 + 20, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsWhatWasWritten(long seed) throws IOException {
        var recording = EventBytes.random(AerReader.NMNIST, 300, 1000, new Random(seed));
        var read = AerReader.read(write(EventBytes.aer(EventBytes.events(recording))), AerReader.NMNIST);
        assertThat(EventBytes.events(read)).as("seed " + seed).isEqualTo(EventBytes.events(recording));
    }

    @Test
    void namesFileAndByteOfWhatIsWrong() throws IOException {
        byte[] two = EventBytes.aer(1, 2, 30, 1, 3, 4, 40, 0);
        refused(
                Arrays.copyOf(two, 8),
                "File FILE, byte 5: the last event has 3 of 5 bytes. The file is truncated or no AER file of 5 bytes an "
                        + "event; fetch it again.");
        refused(
                EventBytes.aer(1, 2, 30, 1, 34, 4, 40, 0),
                "File FILE, event at byte 5: x (34) must lie between 0 and 33. The file is damaged, of another sensor or "
                        + "of another format.");
        refused(
                EventBytes.aer(1, 2, 30, 1, 3, 4, 29, 0),
                "File FILE, event at byte 5: t (29 us) must not be below that of the event before, 30 us. The file is "
                        + "damaged, of another sensor or of another format.");
        refused(new byte[0], "File FILE is empty. Fetch it again.");
        refused(EventBytes.aer(0, 240, 0, 0), "File FILE holds no events. Leave it out or fetch it again.");
    }

    @Test
    void namesTheMissingFile() {
        Path missing = folder.resolve("3.bs2");
        assertThatThrownBy(() -> AerReader.read(missing, AerReader.NMNIST))
                .isInstanceOf(DatasetException.class)
                .hasMessage("File " + missing + " does not exist. Name a file of events.");
        assertThatThrownBy(() -> AerReader.read(folder, AerReader.NMNIST))
                .isInstanceOf(DatasetException.class)
                .hasMessage("File " + folder + " is a folder. Name a file of events.");
    }

    @Test
    void refusesAHugeFileBeforeReadingIt() throws IOException {
        Path file = folder.resolve("huge.bin");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[1]), 1L << 30); // a hole, no gigabyte on the disk
        }
        assertThatThrownBy(() -> AerReader.read(file, AerReader.NMNIST))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("holds 1073741825 bytes, and one recording is read from 536870912 at most");
    }
}
