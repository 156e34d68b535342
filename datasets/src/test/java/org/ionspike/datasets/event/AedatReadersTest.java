package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.datasets.event.EventBytes.packet;
import static org.ionspike.datasets.event.EventBytes.polarity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import org.ionspike.datasets.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AedatReadersTest {
    private static final String HEAD_2 = "#!AER-DAT2.0\r\n# Timestamps tick is 1 us\r\n# AEChip: ch.unizh.DVS128\r\n";
    private static final String HEAD_3 =
            "#!AER-DAT3.1\r\n#Format: RAW\r\n#Source 1: DVS128\r\n#Start-Time: 2016-01-01 00:00:00\r\n#!END-HEADER\r\n";

    @TempDir
    Path folder;

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.aedat"), bytes);
    }

    private static EventRecording read31(Path file) {
        return Aedat31Reader.read(file, Aedat2Reader.DVS128);
    }

    private void refused(Function<Path, EventRecording> reader, byte[] bytes, String message) throws IOException {
        Path file = write(bytes);
        assertThatThrownBy(() -> reader.apply(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("File " + file)
                .hasMessageContaining(message);
    }

    @Test
    void readsAedat2OfTheDvs128() throws IOException {
        int address = (100 << 8) + (3 << 1); // raw polarity 0 is ON
        var recording = Aedat2Reader.read(
                write(EventBytes.join(HEAD_2, EventBytes.words(address, 7, 0x8000, 8, address + 1, 0x7fffffff))));
        assertThat(EventBytes.events(recording)).containsExactly(124, 27, 7, 1, 124, 27, 0x7fffffff, 0);
        assertThat(recording.sensor()).hasToString("128x128x2");
    }

    @Test
    void saysWhatIsWrongWithAedat2() throws IOException {
        int start = HEAD_2.length();
        refused(Aedat2Reader::read, new byte[0], " is empty. Fetch it again.");
        refused(
                Aedat2Reader::read,
                EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 2, 1), 9)),
                ", byte 0: the first line must be '#!AER-DAT2.0', and it is '#!AER-DAT3.1'. It is no file of AEDAT 2.0.");
        refused(Aedat2Reader::read, EventBytes.words(0, 1), "it is no header line. It is no file of AEDAT 2.0.");
        refused(
                Aedat2Reader::read,
                EventBytes.join("#!AER-DAT2.0"),
                "byte 0: the header line that begins here has no end");
        refused(
                Aedat2Reader::read,
                EventBytes.join("#!AER-DAT2.0\r\n# AEChip: eu.Davis240C\r\n", EventBytes.words(0, 1)),
                ", byte 14: the camera is 'eu.Davis240C', and only addresses of the DVS128 are read. Convert");
        refused(
                Aedat2Reader::read,
                EventBytes.join(HEAD_2, EventBytes.words(0, 1, 2)),
                ", byte " + (start + 8) + ": the last event has 4 of 8 bytes. The file is truncated; fetch it again.");
        refused(
                Aedat2Reader::read,
                EventBytes.join(HEAD_2, EventBytes.words(0x400c00, 1)),
                ", byte " + start + ": the address 0x00400c00 has bits above those of the DVS128.");
        refused(
                Aedat2Reader::read,
                EventBytes.join(HEAD_2, EventBytes.words(0, 5, 0, 4)),
                ", event at byte " + (start + 8) + ": t (4 us) must not be below that of the event before, 5 us.");
        refused(
                Aedat2Reader::read,
                EventBytes.join(HEAD_2, EventBytes.words(0, -5)),
                "t (-5 us) must lie between 0 and 2147483647 us.");
        refused(Aedat2Reader::read, EventBytes.join(HEAD_2), " holds no events.");
    }

    @Test
    void readsPolarityEventsOfAedat31() throws IOException {
        var recording = read31(write(EventBytes.join(
                HEAD_3,
                packet(1, 0, polarity(127, 0, 1), 3, polarity(5, 6, 1) - 1, 4, polarity(5, 126, 0), 5),
                packet(0, 0, 99, 99, 98, 1),
                packet(1, 0, polarity(1, 2, 1), 2_000_000_000))));
        assertThat(EventBytes.events(recording)).containsExactly(127, 0, 3, 1, 5, 126, 5, 0, 1, 2, 2_000_000_000, 1);
    }

    @Test
    void saysWhatIsWrongWithAedat31() throws IOException {
        int start = HEAD_3.length();
        byte[] good = EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 2, 1), 3, polarity(1, 2, 1), 4));
        refused(
                AedatReadersTest::read31,
                EventBytes.join(HEAD_2),
                "the first line must be '#!AER-DAT3.1', and it is '#!AER");
        refused(
                AedatReadersTest::read31,
                EventBytes.join("#!AER-DAT3.1\r\n#Format: RAW\r\n", packet(1, 0)),
                ", byte 28: the header ends without the line #!END-HEADER.");
        refused(
                AedatReadersTest::read31,
                Arrays.copyOf(good, start + 20),
                ", byte " + start + ": a packet head of 28 bytes begins, and 20 are left. The file is truncated");
        refused(
                AedatReadersTest::read31,
                Arrays.copyOf(good, good.length - 1),
                ", byte " + start + ": the packet promises 2 events of 8 bytes, and 15 bytes are left.");
        byte[] many = good.clone();
        Arrays.fill(many, start + 20, start + 23, (byte) 0xff);
        many[start + 23] = 0x7f;
        refused(
                AedatReadersTest::read31,
                many,
                "the packet promises 2147483647 events of 8 bytes, and 16 bytes are left.");
        many[start + 23] = (byte) 0xff;
        refused(AedatReadersTest::read31, many, "the packet head tells of -1 events of 8 bytes after 0 overflows.");
        byte[] wide = good.clone();
        wide[start + 4] = 4;
        refused(
                AedatReadersTest::read31,
                wide,
                "polarity events of 4 bytes with the time at byte 4, and they have 8 with the time at byte 4.");
        refused(
                AedatReadersTest::read31,
                EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 128, 1), 3)),
                ", event at byte " + (start + 28) + ": y (128) must lie between 0 and 127.");
        refused(
                AedatReadersTest::read31,
                EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 1, 1), 3, polarity(1, 1, 1), 2)),
                ", event at byte " + (start + 36) + ": t (2 us) must not be below that of the event before, 3 us.");
        refused(
                AedatReadersTest::read31,
                EventBytes.join(HEAD_3, packet(1, 1, polarity(1, 1, 1), 3)),
                "t (2147483651 us) must lie between 0 and 2147483647 us.");
        refused(
                AedatReadersTest::read31,
                EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 1, 1), -3)),
                "the time -3 us is below 0.");
        refused(AedatReadersTest::read31, EventBytes.join(HEAD_3, packet(2, 0, 1, 1)), " holds no events.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void answersAnyDamageWithEventsOrAnErrorThatNamesTheFile(long seed) throws IOException {
        var random = new Random(seed);
        byte[] two = EventBytes.join(HEAD_2, EventBytes.words(0x102, 1, 0x304, 2, 0x506, 3));
        byte[] three = EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 2, 1), 3), packet(1, 0, polarity(3, 4, 0), 5));
        for (int round = 0; round < 100; round++) {
            boolean old = random.nextBoolean();
            byte[] bytes = (old ? two : three).clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = write(Arrays.copyOf(bytes, bytes.length - random.nextInt(2) * random.nextInt(bytes.length)));
            try {
                assertThat((old ? Aedat2Reader.read(file) : read31(file)).size())
                        .isPositive();
            } catch (DatasetException e) {
                assertThat(e).as("seed " + seed).hasMessageContaining("a.aedat");
            }
        }
    }

    @Test
    void cutsTheGesturesOutOfATrial() throws IOException {
        Path trial = write(EventBytes.join(
                HEAD_3,
                packet(
                        1,
                        0,
                        polarity(1, 1, 1),
                        50,
                        polarity(2, 1, 1),
                        100,
                        polarity(3, 1, 0),
                        199,
                        polarity(4, 1, 1),
                        200)));
        Path labels = Files.writeString(
                folder.resolve("a_labels.csv"), "class,startTime_usec,endTime_usec\n11,100,200\n1,190,300\n\n");
        var gestures = GestureReader.read(trial, labels);
        assertThat(gestures)
                .extracting(gesture -> gesture.label().orElseThrow())
                .containsExactly(10, 0);
        assertThat(EventBytes.events(gestures.get(0))).containsExactly(2, 1, 0, 1, 3, 1, 99, 0);
        assertThat(EventBytes.events(gestures.get(1))).containsExactly(3, 1, 9, 0, 4, 1, 10, 1);
        assertThat(GestureReader.CLASS_NAMES).hasSize(11);
    }

    @Test
    void namesTheRowOfAWrongGesture() throws IOException {
        Path trial = write(EventBytes.join(HEAD_3, packet(1, 0, polarity(1, 1, 1), 50)));
        Path labels = folder.resolve("a_labels.csv");
        assertThatThrownBy(() -> GestureReader.read(trial, labels)).hasMessageContaining("a_labels.csv does not exist");
        String head = "class,startTime_usec,endTime_usec\n";
        refusedLabels(trial, "1,2,3\n", "row 1: '1,2,3' must be 'class,startTime_usec,endTime_usec'.");
        refusedLabels(trial, "", "row 1: '' must be");
        refusedLabels(trial, head, "holds no gestures below its header");
        refusedLabels(trial, head + "1,2,3\n12,2,3\n", "row 3: class 12 must lie between 1 and 11.");
        refusedLabels(trial, head + "1,2\n", "row 2: '1,2' must hold three whole numbers");
        refusedLabels(trial, head + "1,x,3\n", "row 2: '1,x,3' must hold three whole numbers");
        refusedLabels(
                trial, head + "1,3,3\n", "row 2: a gesture from 3 us to 3 us must start at 0 us or later and end");
    }

    private void refusedLabels(Path trial, String text, String message) throws IOException {
        Path labels = Files.writeString(folder.resolve("a_labels.csv"), text);
        assertThatThrownBy(() -> GestureReader.read(trial, labels))
                .isInstanceOf(DatasetException.class)
                .hasMessageStartingWith("File " + labels)
                .hasMessageContaining(message);
    }
}
