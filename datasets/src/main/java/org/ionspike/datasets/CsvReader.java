package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.datasets.CsvOptions.Delimiter;

/**
 * Reads a table of numbers with a column of labels: CSV in UTF-8, plain or compressed by gzip. Every cell but the
 * label must be a finite number; nothing is filled in or left out silently. Classes are ordered by number if all
 * labels are whole numbers, otherwise by the alphabet.
 */
public final class CsvReader {
    /** From this number of rows on, labels of which more than half differ are taken for a mistake. */
    private static final int ROWS_TO_JUDGE_LABELS = 20;

    private final String file;
    private final CsvOptions options;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> rowLabels = new ArrayList<>();
    private final Map<String, Integer> labelTexts = new LinkedHashMap<>();

    private CsvReader(String file, CsvOptions options) {
        this.file = file;
        this.options = options;
    }

    /** Reads a file with {@linkplain CsvOptions#CsvOptions() options found out from it}. */
    public static Dataset read(Path file) {
        return read(file, new CsvOptions());
    }

    /** Reads a file; the data set is named after it, without {@code .csv} and {@code .gz}. */
    public static Dataset read(Path file, CsvOptions options) {
        if (!Files.exists(file)) {
            throw new DatasetException("File " + file + " does not exist. Check the path after csv:.");
        }
        if (Files.isDirectory(file)) {
            throw new DatasetException(
                    file + " is a folder, and csv: needs a file. Name the file in it, or use idx: for a folder of IDX "
                            + "files.");
        }
        var utf8 = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var in = new BufferedReader(new InputStreamReader(DataFile.open(file), utf8))) {
            return new CsvReader(file.toString(), options).read(in, nameOf(file));
        } catch (IOException e) {
            throw DataFile.unreadable(file.toString(), e);
        }
    }

    private static String nameOf(Path file) {
        String name = String.valueOf(file.getFileName()).replaceFirst("(?i)(\\.(csv|tsv|txt))?(\\.gz)?$", "");
        return name.isBlank() ? "csv" : name;
    }

    private Dataset read(BufferedReader in, String name) throws IOException {
        in.mark(1);
        if (in.read() != '\uFEFF') { // byte order mark
            in.reset();
        }
        Delimiter delimiter = options.delimiter() == Delimiter.AUTO ? CsvSniffer.delimiterOf(in) : options.delimiter();
        var parser = new CsvParser(in, file, delimiter.sign());
        var first = parser.next();
        if (first == null) {
            throw new DatasetException("File " + file + " is empty. It needs a row of cells for every sample.");
        }
        var layout = CsvLayout.of(file, first, options);
        for (var row = layout.hasHeader() ? parser.next() : first; row != null; row = parser.next()) {
            add(layout, row, delimiter.sign());
        }
        return build(layout, name);
    }

    private void add(CsvLayout layout, CsvParser.Row row, char delimiter) {
        var cells = row.cells();
        int columns = layout.names().size();
        if (cells.size() != columns) {
            throw new DatasetException("File " + file + ", line " + row.line() + ": " + cells.size()
                    + " cells found, where the first row (line " + layout.line() + ") has " + columns
                    + ". Complete the row, or check the delimiter ('" + CsvSniffer.show(delimiter) + "' was used).");
        }
        double[] values = new double[columns - 1];
        for (int column = 0, f = 0; column < columns; column++) {
            if (column != layout.label()) {
                values[f++] = CsvCell.number(layout, row.line(), column, cells.get(column));
            }
        }
        String label = cells.get(layout.label());
        if (label.isEmpty()) {
            throw new DatasetException("File " + file + ", line " + row.line() + ", " + layout.describe(layout.label())
                    + ": the label is missing. Fill it in or remove the row.");
        }
        rows.add(values);
        rowLabels.add(labelTexts.computeIfAbsent(label, text -> labelTexts.size()));
    }

    private Dataset build(CsvLayout layout, String name) {
        if (rows.isEmpty()) {
            throw new DatasetException("File " + file + " holds the names of the columns (line " + layout.line()
                    + ") but no samples. Add a row for every sample.");
        }
        checkFirstLabel(layout);
        checkClasses(layout);
        int features = layout.names().size() - 1;
        if ((long) features * rows.size() > FeatureTable.MOST_VALUES) {
            throw new DatasetException("File " + file + " holds " + rows.size() + " x " + features
                    + " values, more than the " + FeatureTable.MOST_VALUES + " one data set can. Use a part of it.");
        }
        double[] values = new double[rows.size() * features];
        for (int k = 0; k < rows.size(); k++) {
            System.arraycopy(rows.get(k), 0, values, k * features, features);
        }
        ImmutableList<String> texts = ImmutableList.copyOf(labelTexts.keySet());
        ImmutableList<String> classNames = sorted(texts);
        int[] rank = texts.stream().mapToInt(classNames::indexOf).toArray();
        var featureNames = new ArrayList<>(layout.names());
        featureNames.remove(layout.label());
        return Dataset.builder(
                        DatasetInfo.ofUser(name, "table of numbers, CSV"),
                        FeatureTable.of(features, values),
                        ImmutableIntArray.copyOf(rowLabels.stream().mapToInt(label -> rank[label])),
                        classNames)
                .featureNames(featureNames)
                .build();
    }

    /** A header of numbers, such as {@code label,0,1,2}, must not become a sample of a class of its own. */
    private void checkFirstLabel(CsvLayout layout) {
        var texts = ImmutableList.copyOf(labelTexts.keySet());
        boolean alone = options.header() == CsvOptions.Header.AUTO
                && !layout.hasHeader()
                && texts.size() > 1
                && rowLabels.lastIndexOf(0) == 0
                && !CsvCell.isNumber(texts.get(0))
                && texts.stream().skip(1).allMatch(CsvCell::isNumber);
        if (alone) {
            throw new DatasetException("File " + file + ", line " + layout.line() + ", "
                    + layout.describe(layout.label()) + ": the label '" + CsvCell.show(texts.get(0))
                    + "' is not a number, and all others are. Set header to yes if this line holds the names of the "
                    + "columns, or to no if it is a sample.");
        }
    }

    private void checkClasses(CsvLayout layout) {
        int classes = labelTexts.size();
        String wayOut = " Set label to the column that holds the classes.";
        if (classes < 2) {
            throw new DatasetException("File " + file + ": all " + rows.size() + " rows have the label '"
                    + CsvCell.show(labelTexts.keySet().iterator().next()) + "' in " + layout.describe(layout.label())
                    + ", and at least two classes are needed." + wayOut);
        }
        if (rows.size() >= ROWS_TO_JUDGE_LABELS && 2L * classes > rows.size()) {
            throw new DatasetException("File " + file + ": " + layout.describe(layout.label()) + " holds " + classes
                    + " different labels in " + rows.size() + " rows, which are hardly classes." + wayOut);
        }
    }

    private static ImmutableList<String> sorted(List<String> texts) {
        boolean whole = texts.stream().allMatch(text -> text.matches("[-+]?\\d+"));
        Comparator<String> alphabet = Comparator.naturalOrder();
        return ImmutableList.sortedCopyOf(
                whole
                        ? Comparator.<String, BigInteger>comparing(BigInteger::new)
                                .thenComparing(alphabet)
                        : alphabet,
                texts);
    }
}
