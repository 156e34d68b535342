package org.ionspike.datasets.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionspike.datasets.DatasetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NmnistTest {
    @TempDir
    Path folder;

    private void write(String name, int... xytp) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, EventBytes.aer(xytp));
    }

    private void writeLists() throws IOException {
        Files.writeString(folder.resolve("train1K.txt"), "#sample #class\r\n1\t5\r\n2\t0\r\n");
        Files.writeString(folder.resolve("test100.txt"), "#sample #class\n60001 7\n");
        write("1.bs2", 1, 2, 3, 1);
        write("2.bin", 4, 5, 6, 0, 4, 5, 7, 0);
        write("60001.bs2", 7, 8, 9, 1);
    }

    private void refused(String message) {
        assertThatThrownBy(() -> Nmnist.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(message.replace("DIR", folder.toString()));
    }

    @Test
    void readsAFolderWithLists() throws IOException {
        writeLists();
        var set = Nmnist.read(folder);
        assertThat(set.labels().asList()).containsExactly(5, 0, 7);
        assertThat(set.officialTrainCount()).hasValue(2);
        assertThat(set.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(EventBytes.events(set.recording(1))).containsExactly(4, 5, 6, 0, 4, 5, 7, 0);
        assertThat(set.sensor()).hasToString("34x34x2");
        assertThat(set.info().title()).endsWith("34x34x2, 2 + 1");
    }

    @Test
    void readsThePublishedLayoutClassByClass() throws IOException {
        write("Train/3/00009.bin", 1, 1, 1, 1);
        write("Train/0/00022.bin", 2, 1, 1, 1);
        write("Train/0/00004.bin", 3, 1, 1, 1);
        write("Test/9/00001.bin", 4, 1, 1, 1);
        Files.writeString(folder.resolve("Train/0/readme.txt"), "no recording");
        var set = Nmnist.read(folder);
        assertThat(set.labels().asList()).containsExactly(0, 0, 3, 9);
        assertThat(set.recordings()).extracting(recording -> recording.x(0)).containsExactly(3, 2, 1, 4);
        assertThat(set.officialTrainCount()).hasValue(3);
    }

    @Test
    void givesTheFramesThatTheRecordingsGive() throws IOException {
        writeLists();
        var frames = Nmnist.frames(folder, ToFrame.timeBins(2));
        assertThat(frames.contentHash())
                .isEqualTo(Nmnist.read(folder).toDataset(ToFrame.timeBins(2)).contentHash());
        assertThat(frames.featureCount()).isEqualTo(2 * 2 * 34 * 34);
    }

    @Test
    void hasNoOfficialSplitWithoutATestPart() throws IOException {
        writeLists();
        Files.delete(folder.resolve("test100.txt"));
        assertThat(Nmnist.read(folder).officialTrainCount()).isEmpty();
    }

    @Test
    void saysWhatAFolderLacks() throws IOException {
        refused("Dataset nmnist: folder DIR holds no recordings: neither train1K.txt nor Train/0 to Train/9 with .bin "
                + "files. Name the folder that does.");
        write("Test/9/00001.bin", 4, 1, 1, 1);
        refused("folder DIR holds no recordings");
        writeLists();
        Files.delete(folder.resolve("2.bin"));
        refused("File DIR/train1K.txt, row 3: recording 2.bs2 is not in the folder. Put it there or remove the row.");
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> Nmnist.read(missing))
                .hasMessage("Dataset nmnist: folder " + missing
                        + " does not exist. Name the folder that holds Train and Test, or train1K.txt.");
        assertThatThrownBy(() -> Nmnist.read(folder.resolve("train1K.txt")))
                .hasMessageContaining("train1K.txt is a file.");
    }

    @Test
    void namesTheRowOfAWrongList() throws IOException {
        writeLists();
        Path list = folder.resolve("train1K.txt");
        for (String row : new String[] {"1", "1 10", "1 -1", "../1 3", "1 2 3", "99999999999 1"}) {
            Files.writeString(list, "#sample #class\n1 5\n" + row + "\n");
            refused("File DIR/train1K.txt, row 3: '" + row
                    + "' must be the number of a recording and a class from 0 to 9.");
        }
        Files.writeString(list, "#sample #class\n");
        refused("File DIR/train1K.txt lists no recordings. Fetch it again.");
    }

    @Test
    void namesTheFileOfADamagedRecording() throws IOException {
        writeLists();
        write("1.bs2", 1, 99, 3, 1);
        refused("File DIR/1.bs2, event at byte 0: y (99) must lie between 0 and 33.");
    }
}
