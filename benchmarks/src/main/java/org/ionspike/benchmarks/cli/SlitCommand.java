package org.ionspike.benchmarks.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike slit}. */
@Command(
        name = "slit",
        description = "One ionic slit, or a conical channel, as a memristor: steady state, step, hysteresis loop,"
                + " retention, pulses.",
        subcommands = {
            SlitSteadyCommand.class,
            SlitStepCommand.class,
            SlitLoopCommand.class,
            SlitRetentionCommand.class,
            SlitPulsesCommand.class
        },
        footer = {"", "Example:", "  ionspike slit loop --frequency \"1 kHz\" --plot loop.png"})
final class SlitCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do with the slit. Known: [steady, step, loop, retention, pulses].");
    }
}
