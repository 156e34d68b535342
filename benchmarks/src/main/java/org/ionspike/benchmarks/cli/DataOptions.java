package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.CsvOptions.Delimiter;
import org.ionspike.datasets.CsvOptions.Header;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.download.DataAccess;
import org.ionspike.datasets.download.DataFolder;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description =
                    "Where mnist and fashion-mnist lie or are put, and nmnist lies, each in a folder of its name (default:"
                            + " $IONSPIKE_DATA_DIR, or the user's cache).")
    private @Nullable Path dataFolder;

    @Option(names = "--offline", description = "Open no connection; say what is missing instead.")
    private boolean offline;

    /**
     * The data set meant by a task; fetched if need be.
     *
     * @param err takes the progress of a download
     */
    Dataset resolve(String task, CsvOptions options, PrintWriter err) {
        return Datasets.resolve(
                task,
                options,
                new DataAccess(DataFolder.of(Optional.ofNullable(dataFolder)), offline, new FetchProgress(err)));
    }

    /** The data folder that was named, or else that of the environment. */
    static Optional<Path> orFromEnvironment(@Nullable Path named) {
        String fromEnvironment = System.getenv("IONSPIKE_DATA_DIR");
        return Optional.ofNullable(named != null || fromEnvironment == null ? named : Path.of(fromEnvironment));
    }

    /** The task with the path of the user's own data made absolute, so that a model finds it from anywhere. */
    static String absolute(String task) {
        for (String form : Datasets.forms()) {
            if (task.startsWith(form)) {
                return form
                        + Path.of(task.substring(form.length()))
                                .toAbsolutePath()
                                .normalize();
            }
        }
        return task;
    }

    CsvOptions csv() {
        return new CsvOptions(Delimiter.parse(delimiter), Header.parse(header), label);
    }
}
