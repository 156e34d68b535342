package org.ionspike.benchmarks.cli;

import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.CsvOptions.Delimiter;
import org.ionspike.datasets.CsvOptions.Header;
import picocli.CommandLine.Option;

/** How a CSV file of the user's is read. */
final class DataOptions {
    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "csv: name or number of the label column, counted from 1, or from the end with -1"
                    + " (default: the last).")
    private String label = "-1";

    @Option(names = "--header", paramLabel = "auto|yes|no", description = "csv: whether the first line names columns.")
    private String header = "auto";

    @Option(
            names = "--delimiter",
            paramLabel = "auto|comma|semicolon|tab",
            description = "csv: what separates cells (default: auto).")
    private String delimiter = "auto";

    CsvOptions csv() {
        return new CsvOptions(Delimiter.parse(delimiter), Header.parse(header), label);
    }
}
