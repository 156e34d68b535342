package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike synapse}. */
@Command(
        name = "synapse",
        description = "One ionic synapse: spike timing, pulses, forgetting, a fit to measured pulses.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SynapseStdpCommand.class,
            SynapseSeriesCommand.class,
            SynapseRetentionCommand.class,
            SynapseFitCommand.class
        })
final class SynapseCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: stdp, series, retention or fit.");
    }
}
