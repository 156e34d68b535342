package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.stream.IntStream;

/**
 * What the first row says about a CSV file.
 *
 * @param file name of the file, for messages
 * @param line line of the first row
 * @param hasHeader whether the first row holds the names of the columns
 * @param names names of the columns
 * @param label index of the label column, counted from 0
 */
record CsvLayout(String file, long line, boolean hasHeader, ImmutableList<String> names, int label) {

    static CsvLayout of(String file, CsvParser.Row first, CsvOptions options) {
        var cells = first.cells();
        if (cells.size() < 2) {
            throw new DatasetException("File " + file + ", line " + first.line() + ": the row has one cell, '"
                    + CsvCell.show(cells.get(0)) + "', and a feature and a label are needed. Set delimiter to the sign "
                    + "between the cells.");
        }
        boolean hasHeader = switch (options.header()) {
            case YES -> true;
            case NO -> false;
            case AUTO -> looksLikeHeader(cells, options.label());
        };
        ImmutableList<String> names = hasHeader
                ? cells
                : IntStream.rangeClosed(1, cells.size())
                        .mapToObj(k -> "column " + k)
                        .collect(ImmutableList.toImmutableList());
        if (hasHeader) {
            checkNames(file, first);
        }
        return new CsvLayout(file, first.line(), hasHeader, names, labelColumn(file, names, hasHeader, options));
    }

    /** Column as it is written in messages: its number, and its name if it has one. */
    String describe(int column) {
        return "column " + (column + 1) + (hasHeader ? " '" + names.get(column) + "'" : "");
    }

    private static boolean looksLikeHeader(ImmutableList<String> cells, String label) {
        if (!isNumber(label)) {
            return true; // a label column given by name needs names
        }
        int labelIndex = indexOf(label, cells.size());
        return IntStream.range(0, cells.size())
                .filter(k -> k != labelIndex)
                .noneMatch(k -> CsvCell.isNumber(cells.get(k)));
    }

    private static void checkNames(String file, CsvParser.Row header) {
        var seen = new HashMap<String, Integer>();
        for (int k = 0; k < header.cells().size(); k++) {
            String name = header.cells().get(k);
            String where = "File " + file + ", line " + header.line() + ": column " + (k + 1);
            if (name.isEmpty()) {
                throw new DatasetException(where + " has no name. Name it, or remove it if it holds row numbers, which "
                        + "would be taken for a feature.");
            }
            Integer earlier = seen.putIfAbsent(name, k + 1);
            if (earlier != null) {
                throw new DatasetException(
                        where + " is named '" + name + "', as is column " + earlier + ". Rename one of them.");
            }
        }
    }

    private static int labelColumn(String file, ImmutableList<String> names, boolean hasHeader, CsvOptions options) {
        String label = options.label();
        int byName = hasHeader ? names.indexOf(label.strip()) : -1;
        if (byName >= 0) {
            return byName;
        }
        if (!isNumber(label)) {
            throw new IllegalArgumentException(
                    hasHeader
                            ? "File " + file + " has no column '" + label + "' for the labels. Known: "
                                    + shortened(names) + "."
                            : "The label column '" + label + "' is given by name, but header is set to no for file "
                                    + file
                                    + ". Give its number, or set header to yes.");
        }
        int index = indexOf(label, names.size());
        if (index < 0 || index >= names.size()) {
            throw new IllegalArgumentException("The label column " + label.strip() + " does not exist: file " + file
                    + " has " + names.size() + " columns. Give a number from 1 to " + names.size()
                    + ", or from -1 (the last) to -" + names.size() + ".");
        }
        return index;
    }

    private static String shortened(ImmutableList<String> names) {
        int most = 20;
        return names.size() <= most
                ? names.toString()
                : names.subList(0, most) + " and " + (names.size() - most) + " more";
    }

    private static boolean isNumber(String label) {
        return label.strip().matches("[-+]?\\d{1,9}");
    }

    /** Index from 0 of a column number from 1, or from the end; out of range for 0 and beyond the ends. */
    private static int indexOf(String label, int columns) {
        int number = Integer.parseInt(label.strip());
        return number > 0 ? number - 1 : number < 0 ? columns + number : -1;
    }
}
