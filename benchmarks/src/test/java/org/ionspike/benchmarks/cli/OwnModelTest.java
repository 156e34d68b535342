package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of CONTRIBUTING.md: a model and a network outside the repository are compiled, found and run. */
class OwnModelTest {
    private static final Path EXAMPLE = Path.of("..", "docs", "examples", "own-model");

    @TempDir
    private Path classes;

    private void compile() throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK is needed");
        List<Path> sources;
        try (Stream<Path> files = Files.list(EXAMPLE)) {
            sources = files.filter(file -> file.toString().endsWith(".java")).toList();
        }
        var messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:all",
                "-Werror",
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty("java.class.path"));
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            var task = compiler.getTask(
                    messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources));
            assertThat(task.call()).as("%s", messages).isTrue();
        }
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        try (Stream<Path> files = Files.list(EXAMPLE.resolve("META-INF/services"))) {
            for (Path file : files.toList()) {
                Files.copy(file, services.resolve(Objects.requireNonNull(file.getFileName())));
            }
        }
    }

    private static double count(String printed, String name) {
        String line = printed.lines()
                .filter(one -> one.strip().startsWith(name + " "))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.strip().substring(name.length()).strip());
    }

    /** Spikes of the exponential neuron in 200 ms, by quadrature of dt = C dv / I(v): first from rest, then from reset. */
    private static double spikes(double farads, double amperes) {
        return 1 + Math.floor((0.2 - seconds(-65e-3, farads, amperes)) / seconds(-60e-3, farads, amperes));
    }

    private static double seconds(double from, double farads, double amperes) {
        double sum = 0;
        double dv = 1e-6;
        for (double v = from + dv / 2; v < -30e-3; v += dv) {
            sum += farads * dv / (amperes - 1e-8 * (v + 65e-3) + 1e-8 * 2e-3 * Math.exp((v + 50e-3) / 2e-3));
        }
        return sum;
    }

    @Test
    void theExampleOfTheDocsIsCompiledFoundAndRun() throws IOException {
        compile();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            var run = CommandRun.of("run", EXAMPLE.resolve("exponential.yaml"), "--duration", "200ms", "--quiet");
            assertThat(run.err()).isEmpty();
            assertThat(run.exitCode()).isZero();
            // five neurons each; at most one spike off, for an explicit step is of first order
            assertThat(count(run.out(), "slow.spikes") / 5).isCloseTo(spikes(300e-12, 250e-12), within(1.0));
            assertThat(count(run.out(), "fast.spikes") / 5).isCloseTo(spikes(200e-12, 500e-12), within(1.0));
            assertThat(CommandRun.of("run", "--list").out()).containsPattern("noisy-cells +100 neurons");
            var named = CommandRun.of("run", "noisy-cells", "--neurons", 20, "--duration", "100ms", "--quiet");
            assertThat(named.exitCode()).isZero();
            assertThat(CommandRun.of("models", "exponential-neuron").out()).contains("sharpness: 2 mV");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aFolderOrJarThatIsNotThereIsNamed() throws IOException {
        String here = classes.toString();
        String none = classes.resolve("none.jar").toString();
        assertThat(OwnClasses.fault(here, File.pathSeparator)).isEmpty();
        assertThat(OwnClasses.fault("", File.pathSeparator)).isEmpty();
        assertThat(OwnClasses.fault(here + File.separator + "*", File.pathSeparator))
                .isEmpty();
        assertThat(OwnClasses.fault(here + File.pathSeparator + none, File.pathSeparator))
                .hasValueSatisfying(fault ->
                        assertThat(fault).startsWith("IONSPIKE_CLASSPATH names " + none + ", which is not there."));
    }
}
