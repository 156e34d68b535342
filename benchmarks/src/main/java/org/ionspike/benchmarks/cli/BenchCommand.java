package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike bench}. */
@Command(
        name = "bench",
        description = "Measure how fast this machine runs Ionspike.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchEngineCommand.class})
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure: engine.");
    }
}
