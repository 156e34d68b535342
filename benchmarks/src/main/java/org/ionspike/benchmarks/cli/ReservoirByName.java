package org.ionspike.benchmarks.cli;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code train TASK --network reservoir}: the command {@code reservoir digits} with the same wishes. */
final class ReservoirByName {
    /** Options of train that the other command has too, by what they are called there. */
    private static final ImmutableMap<String, String> NAMES = ImmutableMap.of(
            "--neurons", "--devices",
            "--seed", "--seed",
            "--seeds", "--seeds",
            "--limit", "--limit",
            "--data-dir", "--data-dir",
            "--json", "--json",
            "--quiet", "--quiet");

    private ReservoirByName() {}

    /**
     * Runs the command and returns its exit code.
     *
     * @param spec of train
     * @throws ParameterException if an option was given that does not go with a reservoir
     */
    static int run(CommandSpec spec, String task) {
        List<String> words = new ArrayList<>(List.of("reservoir", "digits", "--dataset", task));
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            String name = option.longestName();
            if (name.equals("--network")) {
                continue;
            }
            if (!NAMES.containsKey(name)) {
                throw new ParameterException(
                        spec.commandLine(),
                        name + " does not go with --network reservoir, which has " + NAMES.keySet()
                                + "; more with 'ionspike reservoir digits --help'.");
            }
            words.add(name.equals("--quiet") ? name : NAMES.get(name) + "=" + option.getValue());
        }
        CommandLine line = IonspikeCli.commandLine()
                .setOut(spec.commandLine().getOut())
                .setErr(spec.commandLine().getErr());
        return line.execute(words.toArray(String[]::new));
    }
}
