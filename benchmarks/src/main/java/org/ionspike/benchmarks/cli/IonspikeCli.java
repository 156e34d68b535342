package org.ionspike.benchmarks.cli;

import java.io.File;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code ionspike}.
 *
 * <p>Results go to standard output, progress and messages to standard error. Exit codes: {@link #DONE},
 * {@link #FAILED}, {@link #WRONG_USAGE}. A new command is one class and one line in {@link #COMMANDS}.
 */
@Command(
        name = "ionspike",
        description = "Spiking neural networks whose neurons and synapses are ionic devices.",
        versionProvider = VersionText.class,
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage"})
public final class IonspikeCli implements Runnable {
    /** The exit code of a command that did its work. */
    public static final int DONE = 0;

    /** The exit code of a command that was understood but could not do its work. */
    public static final int FAILED = 1;

    /** The exit code when an option, an argument or a command is wrong or missing. */
    public static final int WRONG_USAGE = 2;

    /** Every command, in the order in which the help lists them. */
    private static final List<Class<?>> COMMANDS = List.of(
            TrainCommand.class,
            SweepCommand.class,
            EvaluateCommand.class,
            RunCommand.class,
            BrownianCommand.class,
            SlitCommand.class,
            NeuronCommand.class,
            SynapseCommand.class,
            ReservoirCommand.class,
            FidelityCommand.class,
            BenchCommand.class,
            CompareCommand.class,
            ReportCommand.class,
            ModelsCommand.class,
            DataCommand.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--stacktrace",
            scope = ScopeType.INHERIT,
            description = "Print the stack trace of an error, for a report of a fault.")
    private boolean stacktrace;

    private IonspikeCli() {}

    /** Runs the command line and ends the JVM with its exit code. */
    public static void main(String[] args) {
        CommandLine line = commandLine();
        String own = System.getenv(OwnClasses.VARIABLE);
        if (own != null) {
            OwnClasses.fault(own, File.pathSeparator).ifPresent(fault -> {
                line.getErr().println(fault);
                line.getErr().flush();
                System.exit(WRONG_USAGE);
            });
        }
        int code;
        try {
            code = line.execute(args);
        } catch (OutOfMemoryError e) {
            line.getErr().println(Errors.outOfMemory());
            line.getErr().flush();
            code = FAILED;
        }
        System.exit(code);
    }

    /** The whole command line, ready for {@code execute}; a test may set its writers. */
    public static CommandLine commandLine() {
        IonspikeCli cli = new IonspikeCli();
        CommandLine line = new CommandLine(cli);
        COMMANDS.forEach(line::addSubcommand);
        Errors errors = new Errors(() -> cli.stacktrace);
        return QuantityConverters.register(line)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
    }

    /** {@code ionspike} alone: there is nothing to do without a command. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
