package org.ionspike.benchmarks.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns exceptions into one sentence on standard error and an exit code.
 *
 * <p>An {@link IllegalArgumentException}, a problem with a file and every exception type of this project carry a
 * message written for users. Anything else is a fault of the program and is named as unexpected.
 */
final class Errors implements IExecutionExceptionHandler, IParameterExceptionHandler {
    private final BooleanSupplier stacktrace;

    /** The supplier is asked when an error is printed, after the options are read. */
    Errors(BooleanSupplier stacktrace) {
        this.stacktrace = stacktrace;
    }

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(sentence(exception)));
        if (stacktrace.getAsBoolean()) {
            exception.printStackTrace(err);
        }
        err.flush();
        return IonspikeCli.FAILED;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(exception.getMessage()));
        UnmatchedArgumentException.printSuggestions(exception, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return IonspikeCli.WRONG_USAGE;
    }

    private static String sentence(Exception exception) {
        String message = exception.getMessage();
        if (message == null || message.isBlank()) {
            return unexpected(exception);
        } else if (exception.getCause() instanceof IOException cause && message.equals(cause.toString())) {
            return sentence(cause); // an UncheckedIOException without a message of its own
        } else if (exception instanceof NoSuchFileException) {
            return "File not found: " + message;
        } else if (exception instanceof AccessDeniedException) {
            return "No permission to read or write: " + message;
        } else if (exception instanceof FileAlreadyExistsException) {
            return "File exists already: " + message;
        } else if (isForUsers(exception)) {
            return message;
        }
        return unexpected(exception);
    }

    /** What to say when the memory of the JVM is used up. */
    static String outOfMemory() {
        return String.format(
                Locale.ROOT,
                "Out of memory: Java may use %.1f GB. Allow more with IONSPIKE_HEAP, for example IONSPIKE_HEAP=8g, or ask for"
                        + " less.",
                1e-9 * Runtime.getRuntime().maxMemory());
    }

    private static boolean isForUsers(Exception exception) {
        return exception instanceof IllegalArgumentException
                || exception instanceof IOException
                || exception instanceof UncheckedIOException
                || exception.getClass().getName().startsWith("org.ionspike.");
    }

    private static String unexpected(Exception exception) {
        return "Unexpected " + exception + "; run again with --stacktrace and report it, please.";
    }
}
