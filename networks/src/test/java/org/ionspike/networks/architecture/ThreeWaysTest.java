package org.ionspike.networks.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ionspike.engine.units.Units.ms;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.AssertionLevel;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.networks.io.NetworkFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/networks.md: a class outside Ionspike, compiled and found by its name, and the same as YAML. */
class ThreeWaysTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Path JAVA = DOCS.resolve("examples/Forty.java");
    private static final Path YAML = DOCS.resolve("examples/forty.yaml");

    @TempDir
    private Path classes;

    private ClassLoader before;
    private URLClassLoader users;

    private record Spike(int neuron, double timeSeconds) {}

    @BeforeEach
    void compileAndRegister() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        int code = compiler.run(null, null, null, "-proc:none", "-cp", path, "-d", classes.toString(), JAVA.toString());
        assertThat(code)
                .as("compilation of " + JAVA + " with " + path.split(File.pathSeparator).length + " entries")
                .isZero();
        Path service = classes.resolve("META-INF/services/" + NamedNetwork.class.getName());
        Files.createDirectories(service.getParent());
        Files.writeString(service, "Forty\n");
        before = Thread.currentThread().getContextClassLoader();
        users = new URLClassLoader(new URL[] {classes.toUri().toURL()}, before);
        Thread.currentThread().setContextClassLoader(users);
    }

    @AfterEach
    void unregister() throws IOException {
        Thread.currentThread().setContextClassLoader(before);
        users.close();
    }

    private static List<Spike> spikes(Network network, AssertionLevel level) {
        var simulation = new Simulation(network, new SimulationSettings(1).withAssertions(level));
        List<Spike> spikes = new ArrayList<>();
        simulation.onSpike("cells", (neuron, time) -> spikes.add(new Spike(neuron, time)));
        simulation.run(ms(100));
        return spikes;
    }

    @Test
    void theBuilderTheFileAndTheNameGiveTheSameSpikes() throws ReflectiveOperationException {
        Object made = users.loadClass("Forty").getDeclaredConstructor().newInstance();
        Network built = ((NamedNetwork) made).network(40);
        Network read = NetworkFile.read(YAML);
        NamedNetwork found = NetworkCatalog.named("forty");
        Network named = found.network(found.defaultNeurons());

        assertThat(read).isEqualTo(built);
        assertThat(named).isEqualTo(built);
        List<Spike> spikes = spikes(built, AssertionLevel.OFF);
        assertThat(spikes).hasSizeGreaterThan(100);
        assertThat(spikes(read, AssertionLevel.OFF)).isEqualTo(spikes);
        assertThat(spikes(named, AssertionLevel.FULL)).isEqualTo(spikes);
    }

    @Test
    void thePageShowsTheFilesThatAreTested() throws IOException {
        String page = Files.readString(DOCS.resolve("networks.md"));
        String code = Files.readString(JAVA);
        String body = code.substring(code.indexOf("        return Network.builder"), code.indexOf(".build();") + 9);
        assertThat(page).contains("```java\n" + body.stripIndent() + "\n```").contains(Files.readString(YAML));
    }
}
