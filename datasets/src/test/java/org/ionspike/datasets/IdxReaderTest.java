package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdxReaderTest {
    private static final String IMAGES = "train-images-idx3-ubyte";
    private static final String LABELS = "train-labels-idx1-ubyte";

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void writeThreeSmallImages() throws IOException {
        folder = Files.createDirectory(parent.resolve("mnist"));
        write(IMAGES, IdxBytes.images(3, 2, 4));
        write(LABELS, IdxBytes.labels(7, 2, 7));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }

    private void refused(String message) {
        assertThatThrownBy(() -> IdxReader.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message.replace("DIR", folder.toString()));
    }

    @Test
    void readsImagesAndTheLabelsThatOccur() {
        var dataset = IdxReader.read(folder);
        assertThat(dataset.name()).isEqualTo("mnist");
        assertThat(dataset.imageShape()).contains(new ImageShape(2, 4));
        assertThat(dataset.valueRange()).contains(new ValueRange(0, 255));
        assertThat(dataset.classNames()).containsExactly("2", "7");
        assertThat(dataset.labels().asList()).containsExactly(1, 0, 1);
        assertThat(dataset.feature(2, 7)).isEqualTo(37 * 23 % 256);
        assertThat(dataset.officialTrainCount()).isEmpty();
        assertThat(IdxReader.read("other", folder).name()).isEqualTo("other");
    }

    @Test
    void readsCompressedFilesAlike() throws IOException {
        String hash = IdxReader.read(folder).contentHash();
        Files.delete(folder.resolve(IMAGES));
        Files.delete(folder.resolve(LABELS));
        write(IMAGES + ".gz", IdxBytes.gzip(IdxBytes.images(3, 2, 4)));
        write("train-labels.idx1-ubyte", IdxBytes.labels(7, 2, 7));
        assertThat(IdxReader.read(folder).contentHash()).isEqualTo(hash);
    }

    @Test
    void takesTheTestFilesForTheOfficialSplit() throws IOException {
        write("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(2, 2, 4)));
        write("t10k-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(255, 2)));
        var dataset = IdxReader.read(folder);
        assertThat(dataset.size()).isEqualTo(5);
        assertThat(dataset.officialTrainCount()).hasValue(3);
        assertThat(dataset.classNames()).containsExactly("2", "7", "255");
        assertThat(dataset.feature(4, 0)).isEqualTo(37 * 8 % 256);
    }

    @Test
    void readsASinglePairUnderOtherNames() throws IOException {
        Files.move(folder.resolve(IMAGES), folder.resolve("my-images-idx3"));
        Files.move(folder.resolve(LABELS), folder.resolve("my-labels-idx1"));
        assertThat(IdxReader.read(folder).size()).isEqualTo(3);
    }

    @Test
    void readsOnePixelImages() throws IOException {
        write(IMAGES, IdxBytes.images(3, 1, 1));
        assertThat(IdxReader.read(folder).sample(1).features().asList()).containsExactly(37.0);
    }

    @Test
    void namesTheMissingFile() throws IOException {
        Files.delete(folder.resolve(IMAGES));
        refused(
                "Dataset mnist: file train-images-idx3-ubyte.gz not found in DIR. Put it there, or use --dataset digits "
                        + "(ships with ionspike).");
        write(IMAGES, IdxBytes.images(3, 2, 4));
        write("t10k-images-idx3-ubyte", IdxBytes.images(3, 2, 4));
        refused("Dataset mnist: file t10k-labels-idx1-ubyte.gz not found in DIR. Put it there, or use --dataset digits "
                + "(ships with ionspike).");
    }

    @Test
    void namesTheMissingFolder() {
        Path missing = parent.resolve("fashion");
        assertThatThrownBy(() -> IdxReader.read(missing))
                .isInstanceOf(DatasetException.class)
                .hasMessage("Dataset fashion: folder " + missing + " does not exist. Name the folder that holds "
                        + "train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz.");
        Path file = folder.resolve(IMAGES);
        assertThatThrownBy(() -> IdxReader.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining(file + " is a file. Name the folder");
    }

    @Test
    void givesAWrongMagicNumberInHex() throws IOException {
        write(IMAGES, IdxBytes.file(0x0d03, new byte[24], 3, 2, 4));
        refused("File DIR/train-images-idx3-ubyte begins with the magic number 0x00000d03, and IDX images begin with "
                + "0x00000803. It is no IDX file of unsigned bytes; fetch it again.");
        write(IMAGES, IdxBytes.labels(7, 2, 7));
        refused("File DIR/train-images-idx3-ubyte begins with the magic number 0x00000801, and IDX images begin with "
                + "0x00000803. It holds labels; swap the two files.");
        write(IMAGES, IdxBytes.images(3, 2, 4));
        write(LABELS, IdxBytes.images(3, 2, 4));
        refused("File DIR/train-labels-idx1-ubyte begins with the magic number 0x00000803, and IDX labels begin with "
                + "0x00000801. It holds images; swap the two files.");
    }

    @Test
    void countsTheBytesOfATruncatedFile() throws IOException {
        write(IMAGES, Arrays.copyOf(IdxBytes.images(3, 2, 4), 30));
        refused(
                "File DIR/train-images-idx3-ubyte is truncated: 40 bytes expected after decompression, 30 found. Fetch it "
                        + "again.");
        write(IMAGES, IdxBytes.gzip(Arrays.copyOf(IdxBytes.images(3, 2, 4), 30)));
        refused(
                "File DIR/train-images-idx3-ubyte is truncated: 40 bytes expected after decompression, 30 found. Fetch it "
                        + "again.");
        write(IMAGES, IdxBytes.images(3, 2, 4));
        write(LABELS, Arrays.copyOf(IdxBytes.labels(7, 2, 7), 9));
        refused(
                "File DIR/train-labels-idx1-ubyte is truncated: 11 bytes expected after decompression, 9 found. Fetch it "
                        + "again.");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 15})
    void saysThatAFileEndsInsideItsHead(int length) throws IOException {
        write(IMAGES, Arrays.copyOf(IdxBytes.images(3, 2, 4), length));
        refused("File DIR/train-images-idx3-ubyte ends inside its head of 16 bytes. It is empty or truncated; fetch it "
                + "again.");
    }

    @Test
    void saysThatAFileHoldsTooMuch() throws IOException {
        write(IMAGES, Arrays.copyOf(IdxBytes.images(3, 2, 4), 45));
        refused(
                "File DIR/train-images-idx3-ubyte has 5 bytes behind the 40 its head promises. Its head is damaged or it "
                        + "is another file; fetch it again.");
    }

    @Test
    void takesNoMemoryForWhatAFileCannotHold() throws IOException {
        write(IMAGES, IdxBytes.gzip(IdxBytes.file(IdxBytes.IMAGES, new byte[24], 40_000_000, 7, 7)));
        refused(
                "File DIR/train-images-idx3-ubyte is truncated: 1960000016 bytes expected after decompression, 40 found. "
                        + "Fetch it again.");
        write(IMAGES, IdxBytes.file(IdxBytes.IMAGES, new byte[24], Integer.MAX_VALUE, 2, 4));
        refused(
                "File DIR/train-images-idx3-ubyte promises 2147483647 x 2 x 4 values, more than the 2147483639 one data "
                        + "set can hold. Its head is damaged or it must be cut.");
    }

    @Test
    void refusesSizesBelowOne() throws IOException {
        write(IMAGES, IdxBytes.file(IdxBytes.IMAGES, new byte[24], 3, 0, 4));
        refused(
                "File DIR/train-images-idx3-ubyte gives 0 as the size of dimension 2, which must be 1 or above. It holds "
                        + "nothing or is damaged; fetch it again.");
        write(IMAGES, IdxBytes.file(IdxBytes.IMAGES, new byte[24], -1, 2, 4));
        refused(
                "File DIR/train-images-idx3-ubyte gives -1 as the size of dimension 1, which must be 1 or above. It holds "
                        + "nothing or is damaged; fetch it again.");
    }

    @Test
    void refusesImagesAndLabelsOfDifferentCount() throws IOException {
        write(LABELS, IdxBytes.labels(7, 2));
        refused("File DIR/train-images-idx3-ubyte holds 3 images, and DIR/train-labels-idx1-ubyte holds 2 labels; each "
                + "image needs one. Use files of one data set.");
    }

    @Test
    void refusesTestImagesOfAnotherShape() throws IOException {
        write("t10k-images-idx3-ubyte", IdxBytes.images(2, 4, 2));
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(7, 2));
        refused(
                "File DIR/t10k-images-idx3-ubyte holds images of 4x2, and DIR/train-images-idx3-ubyte images of 2x4. Use "
                        + "files of one data set.");
    }

    @Test
    void refusesASingleClass() throws IOException {
        write(LABELS, IdxBytes.labels(7, 7, 7));
        refused(
                "Folder DIR: all 3 labels are 7, and at least two classes are needed. Check DIR/train-labels-idx1-ubyte.");
    }

    @Test
    void saysThatAGzipFileIsDamaged() throws IOException {
        byte[] packed = IdxBytes.gzip(IdxBytes.images(300, 2, 4));
        packed[packed.length - 8] ^= 1; // the checksum
        write(IMAGES, packed);
        write(LABELS, IdxBytes.labels(new Random(1).ints(300, 0, 10).toArray()));
        assertThatThrownBy(() -> IdxReader.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("train-images-idx3-ubyte is a damaged gzip file")
                .hasMessageContaining("Fetch or pack it again.");
    }

    @Test
    void saysThatAGzipFileIsCutShort() throws IOException {
        byte[] noise = new byte[8000];
        new Random(1).nextBytes(noise);
        byte[] packed = IdxBytes.gzip(IdxBytes.file(IdxBytes.IMAGES, noise, 1000, 2, 4));
        write(IMAGES, Arrays.copyOf(packed, packed.length / 2));
        write(LABELS, IdxBytes.labels(new Random(1).ints(1000, 0, 10).toArray()));
        assertThatThrownBy(() -> IdxReader.read(folder))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("is truncated: 8016 bytes expected after decompression, ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAnyDamageWithDataOrAnErrorThatNamesTheFile(long seed) throws IOException {
        var random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            byte[] bytes = IdxBytes.images(3, 2, 4);
            if (random.nextBoolean()) {
                bytes = IdxBytes.gzip(bytes);
            }
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            write(IMAGES, Arrays.copyOf(bytes, bytes.length - random.nextInt(2) * random.nextInt(bytes.length)));
            try {
                assertThat(IdxReader.read(folder).size()).isEqualTo(3);
            } catch (DatasetException e) {
                assertThat(e).as("seed " + seed).hasMessageContaining(IMAGES);
            }
        }
    }
}
