package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike bench}. */
@Command(
        name = "bench",
        description =
                "Speed of Ionspike on this machine and what limits it, and how well its learning tasks are learnt.",
        subcommands = {BenchEngineCommand.class, BenchBrownianCommand.class, BenchLearningCommand.class},
        footer = {
            "",
            "Examples:",
            "  ionspike bench engine --workload w3",
            "  ionspike bench brownian --json speed.json",
            "  ionspike bench learning --tasks iris,digits"
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to measure. Known: [engine, brownian, learning].");
    }
}
