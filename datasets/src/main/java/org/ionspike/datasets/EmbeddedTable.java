package org.ionspike.datasets;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.ionspike.engine.units.Check;

/**
 * A table that ships with ionspike: rows of numbers with the class index last.
 *
 * @param table values of all samples
 * @param labels class index of each sample
 */
record EmbeddedTable(FeatureTable table, ImmutableIntArray labels) {

    /** Creators and terms of a set of the UCI repository as scikit-learn packages it; see NOTICE.md. */
    static DatasetInfo info(DatasetSummary summary, String citation, String note) {
        return new DatasetInfo(summary.name(), summary.title(), citation, summary.licence(), note);
    }

    /** The terms of the four sets; NOTICE.md says how sure they are. */
    static final String LICENCE =
            "CC BY 4.0 (stated by UCI; not checked online), packaged by scikit-learn (BSD-3-Clause)";

    /** A table whose first line gives samples, features and class names, which must be those expected. */
    static EmbeddedTable withHead(String resource, int samples, int features, ImmutableList<String> classNames) {
        var rows = rows(resource);
        var head = rows.remove(0).cells();
        Check.require(
                head.get(0).equals(Integer.toString(samples))
                        && head.get(1).equals(Integer.toString(features))
                        && head.subList(2, head.size()).equals(classNames),
                "EmbeddedTable: first line of " + resource,
                head,
                "must give " + samples + " samples, " + features + " features, classes " + classNames);
        return of(resource, rows, features);
    }

    /** A table without a head. */
    static EmbeddedTable withoutHead(String resource, int features) {
        return of(resource, rows(resource), features);
    }

    private static EmbeddedTable of(String resource, List<CsvParser.Row> rows, int features) {
        double[] values = new double[rows.size() * features];
        int[] labels = new int[rows.size()];
        for (int k = 0; k < labels.length; k++) {
            var cells = rows.get(k).cells();
            Check.require(
                    cells.size() == features + 1,
                    "EmbeddedTable: cells of line " + rows.get(k).line() + " of " + resource,
                    cells.size(),
                    "must be " + (features + 1));
            for (int f = 0; f < features; f++) {
                values[k * features + f] = Double.parseDouble(cells.get(f));
            }
            labels[k] = Integer.parseInt(cells.get(features));
        }
        return new EmbeddedTable(FeatureTable.of(features, values), ImmutableIntArray.copyOf(labels));
    }

    private static List<CsvParser.Row> rows(String resource) {
        InputStream found = EmbeddedTable.class.getResourceAsStream(resource);
        if (found == null) {
            throw new DatasetException(
                    "The resource " + resource + " is missing from the jar of ionspike-datasets. Build it again.");
        }
        try (var plain = found;
                var in = new BufferedReader(new InputStreamReader(
                        resource.endsWith(".gz") ? new GZIPInputStream(plain) : plain, StandardCharsets.UTF_8))) {
            var parser = new CsvParser(in, resource, ',');
            var rows = new ArrayList<CsvParser.Row>();
            for (var row = parser.next(); row != null; row = parser.next()) {
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw DataFile.unreadable(resource, e);
        }
    }
}
