package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class IonspikeCliTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpGoesToStandardOutputAndIsDone() {
        assertThat(execute(() -> 0, "--help")).isEqualTo(IonspikeCli.DONE);
        assertThat(out.toString()).contains("Usage: ionspike", "--stacktrace", "wrong usage");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void versionNamesIonspikeAndJava() {
        assertThat(execute(() -> 0, "--version")).isEqualTo(IonspikeCli.DONE);
        assertThat(out.toString()).startsWith("ionspike ").contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void nothingAtAllIsWrongUsage() {
        assertThat(execute(() -> 0)).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(err.toString()).contains("A command is missing.", "Try 'ionspike --help'.");
    }

    @Test
    void aWrongOptionIsWrongUsageAndPointsToTheHelpOfItsCommand() {
        assertThat(execute(() -> 0, "work", "--size", "many")).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(err.toString()).contains("'many'", "Try 'ionspike work --help'.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aMistypedOptionIsAnsweredWithTheRightOne() {
        assertThat(execute(() -> 0, "work", "--sise=3")).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(err.toString()).contains("--sise=3", "--size");
    }

    @Test
    void theExitCodeOfACommandIsPassedOn() {
        assertThat(execute(() -> IonspikeCli.FAILED, "work")).isEqualTo(IonspikeCli.FAILED);
    }

    @Test
    void anIllegalArgumentPrintsItsMessageOnly() {
        assertThat(execute(
                        () -> {
                            throw new IllegalArgumentException("tauMem (-1 ms) must be above 0.");
                        },
                        "work"))
                .isEqualTo(IonspikeCli.FAILED);
        assertThat(err.toString()).isEqualToIgnoringNewLines("tauMem (-1 ms) must be above 0.");
    }

    @Test
    void anExceptionOfTheProjectPrintsItsMessageOnly() {
        execute(
                () -> {
                    throw new CommandFailedException("The model is of another version.");
                },
                "work");
        assertThat(err.toString()).isEqualToIgnoringNewLines("The model is of another version.");
    }

    @Test
    void aMissingFileIsNamed() {
        execute(
                () -> {
                    throw new UncheckedIOException(new NoSuchFileException("digits.csv"));
                },
                "work");
        assertThat(err.toString()).isEqualToIgnoringNewLines("File not found: digits.csv");
    }

    @Test
    void anUnexpectedExceptionIsNamedWithoutItsStackTrace() {
        assertThat(execute(
                        () -> {
                            throw new IllegalStateException("clock ran backwards");
                        },
                        "work"))
                .isEqualTo(IonspikeCli.FAILED);
        assertThat(err.toString())
                .contains("Unexpected", "clock ran backwards", "run again with --stacktrace")
                .doesNotContain("\tat ");
    }

    @Test
    void stacktraceIsUnderstoodBeforeAndAfterTheCommand() {
        Callable<Integer> fails = () -> {
            throw new IllegalStateException("clock ran backwards");
        };
        execute(fails, "work", "--stacktrace");
        assertThat(err.toString()).contains("\tat ");
        err.getBuffer().setLength(0);
        execute(fails, "--stacktrace", "work");
        assertThat(err.toString()).contains("\tat ");
    }

    private int execute(Callable<Integer> work, String... args) {
        CommandLine line = IonspikeCli.commandLine();
        line.addSubcommand(new Work(work));
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Command(name = "work", mixinStandardHelpOptions = true)
    static final class Work implements Callable<Integer> {
        private final Callable<Integer> work;

        @Option(names = "--size")
        private int size;

        Work(Callable<Integer> work) {
            this.work = work;
        }

        @Override
        public Integer call() throws Exception {
            return size + work.call();
        }
    }
}
