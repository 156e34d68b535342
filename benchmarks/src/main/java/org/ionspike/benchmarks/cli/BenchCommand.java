package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike bench}. */
@Command(
        name = "bench",
        description = "Speed of Ionspike on this machine, and what limits it.",
        subcommands = {BenchEngineCommand.class, BenchBrownianCommand.class},
        footer = {
            "",
            "Examples:",
            "  ionspike bench engine --workload w3",
            "  ionspike bench brownian --json speed.json"
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure. Known: [engine, brownian].");
    }
}
