package org.ionspike.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.ionspike.datasets.CsvOptions.Delimiter;
import org.ionspike.datasets.CsvOptions.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvErrorsTest {
    private static final String HEAD = "height,width,kind\n1,2,oak\n";

    @TempDir
    Path folder;

    private void refused(byte[] bytes, CsvOptions options, String message) throws IOException {
        Path file = Files.write(folder.resolve("plants.csv"), bytes);
        assertThatThrownBy(() -> CsvReader.read(file, options))
                .isInstanceOf(DatasetException.class)
                .hasMessage(message.replace("plants.csv", file.toString()));
    }

    private void refused(String text, String message) throws IOException {
        refused(text.getBytes(StandardCharsets.UTF_8), new CsvOptions(), message);
    }

    @Test
    void nameTheCellThatIsNoNumber() throws IOException {
        refused(
                HEAD + "3,wide,ash\n",
                "File plants.csv, line 3, column 2 'width': 'wide' is not a number, such as 5.1 or 2e-3. Features must "
                        + "be numbers: correct the cell, remove the column, or set label to this column if it holds "
                        + "the classes.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x1p3", "1d", "2f", "1e", "--1", "1 2", "1.2.3"})
    void refuseWhatOnlyJavaTakesForANumber(String cell) throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), HEAD + "3," + cell + ",ash\n");
        assertThatThrownBy(() -> CsvReader.read(file)).hasMessageContaining("'" + cell + "' is not a number");
    }

    @Test
    void explainADecimalComma() throws IOException {
        refused(
                "1,5;2;oak\n3;4;ash\n",
                "File plants.csv, line 1, column 1: '1,5' is not a number, such as 5.1 or 2e-3. Write the decimal comma "
                        + "as a point.");
    }

    @Test
    void askWhetherTheFirstLineIsAHeader() throws IOException {
        refused(
                "1,width,kind\n1,2,oak\n",
                "File plants.csv, line 1, column 2: 'width' is not a number, such as 5.1 or 2e-3. If this line holds the "
                        + "names of the columns, set header to yes.");
    }

    @Test
    void askWhetherALineOfNumbersIsAHeader() throws IOException {
        String text = "0,1,label\n5,6,3\n7,8,4\n";
        refused(
                text,
                "File plants.csv, line 1, column 3: the label 'label' is not a number, and all others are. Set header to "
                        + "yes if this line holds the names of the columns, or to no if it is a sample.");
        Path file = folder.resolve("plants.csv");
        assertThat(CsvReader.read(file, new CsvOptions().withHeader(Header.YES)).size())
                .isEqualTo(2);
        assertThat(CsvReader.read(file, new CsvOptions().withHeader(Header.NO)).size())
                .isEqualTo(3);
    }

    @Test
    void listOnlyTheFirstOfManyColumns() throws IOException {
        var names = IntStream.range(0, 785).mapToObj(k -> "p" + k).collect(Collectors.joining(","));
        Path file = Files.writeString(folder.resolve("plants.csv"), names + "\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvReader.read(file, new CsvOptions().withLabel("kind")))
                .withMessageContaining("Known: [p0, p1, ")
                .withMessageEndingWith("p19] and 765 more.");
    }

    @ParameterizedTest
    @CsvSource({"'', the cell", "?, the cell '?'", "NA, the cell 'NA'", "null, the cell 'null'"})
    void nameTheMissingValue(String cell, String what) throws IOException {
        refused(
                HEAD + "3," + cell + ",ash\n",
                "File plants.csv, line 3, column 2 'width': " + what
                        + " is missing its value. Fill it in or remove the " + "row.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "inf", "-Infinity"})
    void nameTheCellThatIsNotFinite(String cell) throws IOException {
        refused(
                HEAD + "3," + cell + ",ash\n",
                "File plants.csv, line 3, column 2 'width': '" + cell + "' is not a finite number. Replace it by a "
                        + "number or remove the row.");
    }

    @Test
    void nameTheCellThatIsTooLarge() throws IOException {
        refused(
                HEAD + "3,1e999,ash\n",
                "File plants.csv, line 3, column 2 'width': '1e999' is too large for a number. Rescale the column.");
    }

    @Test
    void nameTheRaggedRow() throws IOException {
        refused(
                HEAD + "\n3,ash\n",
                "File plants.csv, line 4: 2 cells found, where the first row (line 1) has 3. Complete the row, or check "
                        + "the delimiter (',' was used).");
        refused(
                "1\t2\ta\n1\t2\ta\t\n",
                "File plants.csv, line 2: 4 cells found, where the first row (line 1) has 3. Complete the row, or check "
                        + "the delimiter ('tab' was used).");
    }

    @Test
    void nameTheMissingLabel() throws IOException {
        refused(
                HEAD + "3,4,\n",
                "File plants.csv, line 3, column 3 'kind': the label is missing. Fill it in or remove the row.");
    }

    @Test
    void sayThatThereIsNothingToRead() throws IOException {
        String empty = "File plants.csv is empty. It needs a row of cells for every sample.";
        refused("", empty);
        refused("\n  \r\n", empty);
        refused("\uFEFF", empty);
        refused(
                "height,kind\n",
                "File plants.csv holds the names of the columns (line 1) but no samples. Add a row for every sample.");
    }

    @Test
    void sayThatThereIsOneColumnOnly() throws IOException {
        refused(
                "1|2|oak\n3|4|ash\n",
                "File plants.csv, line 1: the row has one cell, '1|2|oak', and a feature and a label are needed. Set "
                        + "delimiter to the sign between the cells.");
    }

    @Test
    void sayThatThereIsOneClassOnly() throws IOException {
        refused(
                HEAD + "3,4,oak\n",
                "File plants.csv: all 2 rows have the label 'oak' in column 3 'kind', and at least two classes are "
                        + "needed. Set label to the column that holds the classes.");
    }

    @Test
    void sayThatLabelsAreHardlyClasses() throws IOException {
        var text = new StringBuilder("height,weight\n");
        for (int k = 0; k < 20; k++) {
            text.append(k).append(',').append(k % 11 + 0.5).append('\n');
        }
        refused(
                text.toString(),
                "File plants.csv: column 2 'weight' holds 11 different labels in 20 rows, which are hardly classes. Set "
                        + "label to the column that holds the classes.");
    }

    @Test
    void nameColumnsOfOneNameOrNone() throws IOException {
        refused(
                "height,width,height,kind\n1,2,3,oak\n",
                "File plants.csv, line 1: column 3 is named 'height', as is column 1. Rename one of them.");
        refused(
                ",height,kind\n0,2,oak\n",
                "File plants.csv, line 1: column 1 has no name. Name it, or remove it if it holds row numbers, which "
                        + "would be taken for a feature.");
    }

    @Test
    void nameTheQuoteThatIsWrong() throws IOException {
        refused(
                HEAD + "3,4,\"ash\n5,6,oak\n",
                "File plants.csv, line 3: a quoted cell begins here and does not end. Close the quote, or double it "
                        + "(\"\") if it belongs to the text.");
        refused(
                HEAD + "3,4,\"as\"h\n",
                "File plants.csv, line 3: 'h' follows a closing quote, where the delimiter ',' or the line's end must "
                        + "stand. Double quotes (\"\") that belong to the text.");
    }

    @Test
    void sayThatTheFileIsNotText() throws IOException {
        refused(
                "1,2,\u00e4\n3,4,b\n".getBytes(StandardCharsets.ISO_8859_1),
                new CsvOptions(),
                "File plants.csv is not UTF-8 text. Save it as CSV in UTF-8.");
    }

    @Test
    void sayThatTheGzipFileIsDamaged() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write((HEAD + "3,4,ash\n").getBytes(StandardCharsets.UTF_8));
        }
        Path file = folder.resolve("plants.csv.gz");
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12));
        assertThatThrownBy(() -> CsvReader.read(file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("plants.csv.gz is a damaged gzip file")
                .hasMessageContaining("Fetch or pack it again.");
    }

    @Test
    void refuseALabelColumnThatIsNotThere() throws IOException {
        Path file = Files.writeString(folder.resolve("plants.csv"), HEAD + "3,4,ash\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CsvReader.read(file, new CsvOptions().withLabel("species")))
                .withMessage("File " + file + " has no column 'species' for the labels. Known: [height, width, kind].");
        for (String label : new String[] {"0", "4", "-4"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CsvReader.read(file, new CsvOptions().withLabel(label)))
                    .withMessage("The label column " + label + " does not exist: file " + file
                            + " has 3 columns. Give a number from 1 to 3, or from -1 (the last) to -3.");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CsvReader.read(file, new CsvOptions().withLabel("kind").withHeader(Header.NO)))
                .withMessage("The label column 'kind' is given by name, but header is set to no for file " + file
                        + ". Give its number, or set header to yes.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CsvOptions().withLabel(" "))
                .withMessage("CsvOptions.label (' ') must be a column's name or number.");
    }

    @Test
    void readOptionsFromTextAndListTheKnownOnes() {
        assertThat(Delimiter.parse("tab")).isEqualTo(Delimiter.parse("\t")).isEqualTo(Delimiter.TAB);
        assertThat(Delimiter.parse(";")).isEqualTo(Delimiter.SEMICOLON);
        assertThat(Delimiter.parse("comma")).isEqualTo(Delimiter.parse(",")).isEqualTo(Delimiter.COMMA);
        assertThat(Delimiter.parse("AUTO")).isEqualTo(Delimiter.AUTO);
        assertThat(Header.parse("yes")).isEqualTo(Header.YES);
        assertThat(Header.parse("no")).isEqualTo(Header.NO);
        assertThat(Header.parse("auto")).isEqualTo(Header.AUTO);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Delimiter.parse("|"))
                .withMessage(
                        "Cannot read '|' as a delimiter. Known: [auto, comma, semicolon, tab], or the sign itself.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Header.parse("true"))
                .withMessage("Cannot read 'true' as a statement on the header. Known: [auto, yes, no].");
    }
}
