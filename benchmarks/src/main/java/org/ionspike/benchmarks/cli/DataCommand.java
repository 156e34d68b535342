package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.datasets.DatasetSummary;
import org.ionspike.datasets.Datasets;
import org.ionspike.datasets.download.DataAccess;
import org.ionspike.datasets.download.DataFolder;
import org.ionspike.datasets.download.DataRegistry;
import org.ionspike.datasets.download.RemoteDataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike data list}. */
@Command(
        name = "data",
        description = "Data sets: those that ship with Ionspike, and those that are fetched on first use.",
        footer = {
            "",
            "Examples:",
            "  ionspike data list",
            "  ionspike data fetch mnist --data-dir data",
            "  ionspike data verify mnist --data-dir data"
        })
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the data. Known: [list, fetch, verify].");
    }

    @Command(name = "list", description = "List them: name, samples, features, classes, size, licence, place.")
    int list(@Mixin FolderOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-14s %7s %8s %7s %8s  %s%n", "name", "samples", "features", "classes", "size", "");
        for (DatasetSummary set : Datasets.list()) {
            out.printf(
                    Locale.ROOT,
                    "%-14s %7d %8d %7d %5d kB  %s%n%52s%s%n",
                    set.name(),
                    set.samples(),
                    set.features(),
                    set.classes(),
                    Math.round(set.bytes() / 1000.0),
                    set.title(),
                    "",
                    set.licence());
        }
        out.printf("%nFetched on first use, into %s:%n", options.folder().root());
        for (RemoteDataset set : DataRegistry.all()) {
            out.printf(
                    Locale.ROOT,
                    "%-14s %5.1f MB  %s%n%25s%s%n%25s%s%n",
                    set.name(),
                    1e-6 * set.bytes(),
                    set.title(),
                    "",
                    set.licence(),
                    "",
                    options.folder().find(set).map(path -> "here: " + path).orElse("not here"));
        }
        out.printf(
                "%nNot fetched, but read: nmnist (recordings of N-MNIST in the folder nmnist or nmnist-small there).%n");
        out.printf("%nYour own data: csv:FILE (a table with a label column), idx:FOLDER (images in IDX files),%n"
                + "nmnist:FOLDER (recordings of N-MNIST), shd:FILE (events in HDF5, as of SHD).%n");
        out.flush();
        return IonspikeCli.DONE;
    }

    @Command(
            name = "fetch",
            description = "Fetch data sets: resumed where a download was cut off, verified by SHA-256, mirror after"
                    + " mirror.")
    int fetch(
            @Parameters(
                            arity = "1..*",
                            paramLabel = "NAME",
                            description = "Names of data sets; see ionspike data list.")
                    List<String> names,
            @Mixin FolderOptions options,
            @Option(names = "--offline", description = "Open no connection; say what is missing instead.")
                    boolean offline) {
        PrintWriter out = spec.commandLine().getOut();
        var access = new DataAccess(
                options.folder(), offline, new FetchProgress(spec.commandLine().getErr()));
        for (RemoteDataset set : sets(names)) {
            out.printf("%s: %s%n", set.name(), access.fetch(set));
            out.flush();
        }
        return IonspikeCli.DONE;
    }

    @Command(name = "verify", description = "Compare the files of fetched data sets with their published SHA-256.")
    int verify(
            @Parameters(
                            arity = "0..*",
                            paramLabel = "NAME",
                            description = "Names of data sets; default: all that are here.")
                    List<String> names,
            @Mixin FolderOptions options) {
        PrintWriter out = spec.commandLine().getOut();
        List<RemoteDataset> wanted = names == null ? DataRegistry.all() : sets(names);
        for (RemoteDataset set : wanted) {
            Optional<Path> here = options.folder().find(set);
            if (here.isEmpty() && names == null) {
                out.printf("%s: not here%n", set.name());
            } else {
                Path place = here.orElse(options.folder().of(set));
                DataFolder.verify(place, set);
                out.printf(
                        "%s: %s, all %d files as published%n",
                        set.name(), place, set.files().size());
            }
            out.flush();
        }
        return IonspikeCli.DONE;
    }

    private List<RemoteDataset> sets(List<String> names) {
        return Usage.of(
                spec,
                () -> names.stream()
                        .map(name -> DataRegistry.named(name)
                                .orElseThrow(() -> new IllegalArgumentException("No data set to fetch is named '" + name
                                        + "'. Known: "
                                        + DataRegistry.all().stream()
                                                .map(RemoteDataset::name)
                                                .toList()
                                        + "; " + Datasets.names() + " ship with Ionspike.")))
                        .toList());
    }

    /** Where data sets lie. */
    static final class FolderOptions {
        @Option(
                names = "--data-dir",
                paramLabel = "FOLDER",
                description = "Where data sets lie, each in a folder of its name (default: $IONSPIKE_DATA_DIR, or the"
                        + " user's cache).")
        private @Nullable Path named;

        DataFolder folder() {
            return DataFolder.of(Optional.ofNullable(named));
        }
    }
}
