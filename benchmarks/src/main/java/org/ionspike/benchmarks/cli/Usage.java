package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.ionspike.benchmarks.report.Chart;
import org.jspecify.annotations.Nullable;
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

    /** Refuses a picture in a format that cannot be written, before anything is computed. */
    static void requirePicture(CommandSpec spec, @Nullable Path file) {
        if (file != null) {
            of(spec, () -> {
                Chart.requireFormat(file);
                return file;
            });
        }
    }
}
