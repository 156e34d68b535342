package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One run of the command line inside a test: its exit code and what it printed. */
record CommandRun(int exitCode, String out, String err) {
    static CommandRun of(Object... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine line = IonspikeCli.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] words = new String[arguments.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = arguments[i].toString();
        }
        int exitCode = line.execute(words);
        return new CommandRun(exitCode, out.toString(), err.toString());
    }
}
