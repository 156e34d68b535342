package org.ionspike.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.primitives.ImmutableIntArray;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.report.SpikeCsv;
import org.ionspike.benchmarks.task.Evaluation;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.RunSettings.BackendChoice;
import org.ionspike.engine.simulation.AssertionLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that computes; none changes a result. */
final class RunOptions {
    /** Filters fire at hundreds of positions; no list of them is kept. */
    static final String SPIKES_OF_WTA = "--spikes is for networks of wta: leave it out.";

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Samples read side by side (default: the processors of this machine).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--backend",
            paramLabel = "auto|vectorized|fused",
            description = "What computes: auto (fused kernels, batch reads on ND4J), vectorized (ND4J for all;"
                    + " very slow for circuit neurons), fused (no ND4J). Default: auto.")
    private BackendChoice backend = BackendChoice.AUTO;

    @Option(
            names = "--parking",
            paramLabel = "on|off",
            description = "Leave neurons at rest out of the computation; changes no result. Default: on.")
    private OnOff parking = OnOff.ON;

    @Option(
            names = "--assertions",
            paramLabel = "off|full",
            description = "Check in every step that all states are finite and within bounds and that charge and energy"
                    + " balance; changes no result, many times slower. Default: off.")
    private AssertionLevel assertions = AssertionLevel.OFF;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the result as JSON (ionspike-result/1, or as the command says).")
    private @Nullable Path json;

    @Option(
            names = "--spikes",
            paramLabel = "FILE",
            description = "Write the first spikes of every tested sample as CSV: sample,rank,neuron,t_s.")
    private @Nullable Path spikes;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    RunSettings settings() {
        return new RunSettings(threads, parking == OnOff.ON, backend, assertions);
    }

    /** Where the result goes as JSON, if it was asked for. */
    Optional<Path> json() {
        return Optional.ofNullable(json);
    }

    /** Whether the spikes of one run are to be written. */
    boolean wantsSpikes() {
        return spikes != null;
    }

    /** Writes the result, if it was asked for. */
    void write(ObjectNode result) {
        if (json != null) {
            ResultJson.write(result, json);
        }
    }

    /** Writes the files that were asked for. */
    void write(ObjectNode result, ImmutableIntArray samples, Evaluation evaluation) {
        write(result);
        if (spikes != null) {
            SpikeCsv.write(spikes, samples, evaluation.readings());
        }
    }

    /** Progress on standard error, unless {@code --quiet}. */
    Progress progress(PrintWriter err) {
        return quiet ? Progress.silent() : new ProgressBar(err, Boolean.getBoolean("ionspike.terminal"));
    }
}
