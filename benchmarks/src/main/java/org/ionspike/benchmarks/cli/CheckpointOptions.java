package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.task.Checkpoints;
import org.ionspike.benchmarks.task.NetworkRun;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a run leaves its state, and where it goes on from. */
final class CheckpointOptions {
    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description =
                    "Write the whole state to this file at the end of the run, so that --resume can go on from it.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "T",
            description = "Write it also whenever so much simulated time has passed.")
    private @Nullable Time every;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description =
                    "Go on from a checkpoint to --duration, bit for bit as without the break. Give the same network and"
                            + " options again; files of recordings go on too.")
    private @Nullable Path resume;

    /** The options together; an error of usage where they do not go together. */
    Checkpoints checkpoints(CommandSpec spec) {
        Time interval = every;
        if (interval != null) {
            if (checkpoint == null) {
                throw new ParameterException(
                        spec.commandLine(), "--checkpoint-every needs a file to write to: --checkpoint FILE.");
            }
            Usage.of(spec, () -> {
                Check.positive("--checkpoint-every", interval);
                return interval;
            });
        }
        return new Checkpoints(
                Optional.ofNullable(resume), Optional.ofNullable(checkpoint), Optional.ofNullable(interval));
    }

    /** Says from when on what counts, where a run was resumed. */
    Result note(Result result, NetworkRun run) {
        if (resume == null) {
            return result;
        }
        String files = run.filesThatWentOn().isEmpty()
                ? ""
                : "; " + String.join(", ", run.filesThatWentOn()) + " went on from there";
        return result.note("resumed at " + run.resumedAt() + " from " + resume
                + ": statistics count from the start, pictures of spikes and states, other recordings, run_s and run_cpu_s"
                + " from there" + files);
    }
}
