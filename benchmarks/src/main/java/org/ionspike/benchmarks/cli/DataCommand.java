package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.ionspike.datasets.DatasetSummary;
import org.ionspike.datasets.Datasets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike data list}. */
@Command(
        name = "data",
        description = "Data sets that ship with Ionspike.",
        footer = {"", "Example:", "  ionspike data list"})
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the data. Known: [list].");
    }

    @Command(name = "list", description = "List them: name, samples, features, classes, size, licence.")
    int list() {
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
        out.printf("%nYour own data: csv:FILE (a table with a label column), idx:FOLDER (images in IDX files).%n");
        out.flush();
        return IonspikeCli.DONE;
    }
}
