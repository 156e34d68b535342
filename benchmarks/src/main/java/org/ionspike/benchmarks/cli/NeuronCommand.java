package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike neuron}. */
@Command(
        name = "neuron",
        description = "One ionic neuron by the reference integrator.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NeuronTraceCommand.class,
            NeuronFiringCommand.class,
            NeuronRefractoryCommand.class,
            NeuronBistableCommand.class
        })
final class NeuronCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: trace, fi, refractory or bistable.");
    }
}
