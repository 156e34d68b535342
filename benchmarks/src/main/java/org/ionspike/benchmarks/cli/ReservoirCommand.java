package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike reservoir}. */
@Command(
        name = "reservoir",
        description =
                "Volatile ionic memristors as a reservoir with a linear readout, beside the same readout without them.",
        subcommands = {ReservoirPulsesCommand.class, ReservoirMackeyGlassCommand.class, ReservoirDigitsCommand.class},
        footer = {
            "",
            "Examples:",
            "  ionspike reservoir pulses",
            "  ionspike reservoir mackey-glass --plot mackey-glass.png",
            "  ionspike reservoir digits --seeds 3"
        })
final class ReservoirCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what the reservoir is to do. Known: [pulses, mackey-glass, digits].");
    }
}
