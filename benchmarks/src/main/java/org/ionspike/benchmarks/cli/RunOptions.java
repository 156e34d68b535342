package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.RunSettings.BackendChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that computes; none changes a result. */
final class RunOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Samples read side by side (default: the processors of this machine).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            paramLabel = "auto|vectorized|fused",
            description = "What computes: auto (fused kernels, batch reads on ND4J), vectorized (ND4J for all), fused"
                    + " (no ND4J). Default: auto.")
    private BackendChoice backend = BackendChoice.AUTO;

    @Option(
            names = "--parking",
            paramLabel = "on|off",
            description = "Leave neurons at rest out of the computation; changes no result. Default: on.")
    private OnOff parking = OnOff.ON;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result as JSON (ionspike-result/1).")
    private @Nullable Path json;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    RunSettings settings() {
        return new RunSettings(threads, parking == OnOff.ON, backend);
    }

    @Nullable
    Path json() {
        return json;
    }

    /** Progress on standard error, unless {@code --quiet}. */
    Progress progress(PrintWriter err) {
        return quiet ? Progress.silent() : new ProgressBar(err, Boolean.getBoolean("ionspike.terminal"));
    }
}
