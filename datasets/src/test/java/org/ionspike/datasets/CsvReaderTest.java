package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.ionspike.datasets.CsvOptions.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTest {
    @TempDir
    Path folder;

    private Dataset read(String text) {
        return read(text, new CsvOptions());
    }

    private Dataset read(String text, CsvOptions options) {
        return CsvReader.read(write(text.getBytes(StandardCharsets.UTF_8)), options);
    }

    private Path write(byte[] bytes) {
        try {
            return Files.write(folder.resolve("plants.csv"), bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void takesTheLastColumnForTheLabelsAndFindsTheHeader() {
        var dataset = read("height,width,kind\n1,2.5,oak\n-3e2,.5,ash\n4,5,oak\n");
        assertThat(dataset.name()).isEqualTo("plants");
        assertThat(dataset.featureNames()).containsExactly("height", "width");
        assertThat(dataset.classNames()).containsExactly("ash", "oak");
        assertThat(dataset.labels().asList()).containsExactly(1, 0, 1);
        assertThat(dataset.sample(1).features().asList()).containsExactly(-300.0, 0.5);
    }

    @Test
    void numbersTheColumnsWithoutAHeader() {
        var dataset = read("1,2,oak\n3,4,ash\n");
        assertThat(dataset.featureNames()).containsExactly("column 1", "column 2");
        assertThat(dataset.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"1, kind a", "-3, kind a", "2, b", "b, b", "a, kind a", "' c ', c", "3, c", "-1, c"})
    void findsTheLabelColumnByNameOrNumber(String label, String features) {
        var dataset = read(
                "a,b,c\n1,2,3\n4,5,6\n", new CsvOptions().withHeader(Header.YES).withLabel(label));
        String column = features.replace("kind ", "");
        assertThat(dataset.featureNames()).hasSize(2).doesNotContain(column);
    }

    @Test
    void prefersAColumnNamedLikeANumberToTheNumber() {
        var dataset = read(
                "2,x,1\n1,2,3\n4,5,6\n", new CsvOptions().withHeader(Header.YES).withLabel("2"));
        assertThat(dataset.featureNames()).containsExactly("x", "1");
    }

    @Test
    void ordersWholeNumberClassesByNumberAndOthersByTheAlphabet() {
        assertThat(read("1,10\n1,9\n1,-1\n").classNames()).containsExactly("-1", "9", "10");
        assertThat(read("1,10\n1,9\n1,x\n").classNames()).containsExactly("10", "9", "x");
        assertThat(read("1,1.5\n1,0.5\n1,0.5\n").classNames()).containsExactly("0.5", "1.5");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void findsTheDelimiter(String delimiter) {
        assertThat(read("h,w,k\n1,2,a\n3,4,b\n".replace(",", delimiter)).featureNames())
                .containsExactly("h", "w");
    }

    @Test
    void findsTheDelimiterBesideOthersInText() {
        assertThat(read("height; mm,kind\n1,a\n3,b\n").featureNames()).containsExactly("height; mm");
        assertThat(read("1;2;a, b\n3;4;c, d\n").classNames()).containsExactly("a, b", "c, d");
    }

    @Test
    void handlesByteOrderMarkLineEndsBlankLinesAndSpaces() {
        var dataset = read("\uFEFFh , w,k\r\n\r\n 1 ,2, a\r\n3,4,b \r5,6,a\n  \n");
        assertThat(dataset.featureNames()).containsExactly("h", "w");
        assertThat(dataset.classNames()).containsExactly("a", "b");
        assertThat(dataset.size()).isEqualTo(3);
    }

    @Test
    void handlesQuotedCells() {
        var dataset = read("\"h, in \"\"mm\"\"\",\"k\"\n\"1\",\"a,\nb\" \n2,c\n");
        assertThat(dataset.featureNames()).containsExactly("h, in \"mm\"");
        assertThat(dataset.classNames()).containsExactly("a,\nb", "c");
    }

    @Test
    void countsLinesInsideQuotedCells() {
        assertThatThrownBy(() -> read("h,k\n1,\"a\n\nb\"\nx,c\n"))
                .hasMessageContaining("line 5, column 1 'h': 'x' is not a number");
    }

    @Test
    void readsCompressedFilesWhateverTheirName() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("1,a\n2,b\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(CsvReader.read(write(bytes.toByteArray())).size()).isEqualTo(2);
        Path named = Files.write(folder.resolve("shrubs.CSV.gz"), bytes.toByteArray());
        assertThat(CsvReader.read(named).name()).isEqualTo("shrubs");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void givesBackAnyTableItWasGiven(long seed) {
        var random = new Random(seed);
        int features = 1 + random.nextInt(6);
        int samples = 2 + random.nextInt(30);
        char delimiter = ",;\t".charAt(random.nextInt(3));
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        double[][] values = new double[samples][features];
        var text = new StringBuilder();
        for (int k = 0; k < samples; k++) {
            for (int f = 0; f < features; f++) {
                values[k][f] = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
                String cell = Double.toString(values[k][f]);
                text.append(random.nextInt(4) == 0 ? "\"" + cell + "\"" : cell).append(delimiter);
            }
            text.append(k % 2).append(lineEnd);
        }
        var dataset = read(text.toString());
        for (int k = 0; k < samples; k++) {
            assertThat(dataset.sample(k).features().toArray())
                    .as("seed " + seed)
                    .isEqualTo(values[k]);
            assertThat(dataset.label(k)).as("seed " + seed).isEqualTo(k % 2);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void answersAnyBytesWithDataOrAnErrorThatNamesTheFile(long seed) throws IOException {
        var random = new Random(seed);
        byte[] alphabet = "0123456789.,;\t\n\r\"abN-e \u00e4".getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = alphabet[random.nextInt(alphabet.length - (round % 2))];
            }
            Path file = write(bytes);
            try {
                assertThat(CsvReader.read(file).size()).isPositive();
            } catch (DatasetException e) {
                assertThat(e).as("seed " + seed).hasMessageContaining("plants.csv");
            }
        }
    }
}
