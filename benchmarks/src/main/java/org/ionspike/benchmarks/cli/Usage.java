package org.ionspike.benchmarks.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Values that picocli cannot check: what they mean is known further in. */
final class Usage {
    private Usage() {}

    /** The value, or an error of usage (exit code 2) with the message of the {@link IllegalArgumentException}. */
    static <T> T of(CommandSpec spec, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
