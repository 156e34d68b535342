package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.ms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.simulation.Simulation;
import org.ionspike.engine.simulation.SimulationSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void readsTheClassifierThatWasWritten() throws IOException {
        Network network = SampleNetworks.winnerTakeAll(64, 20);
        Path file = directory.resolve("network.yaml");
        NetworkFile.write(network, file);
        assertThat(NetworkFile.read(file)).isEqualTo(network);
        assertThat(Files.readString(file)).contains("format: 1\nname: wta\nstep: 10 us\n");
        assertThat(directory.resolve("network.h5")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void readsExactlyTheRandomNetworkThatWasWritten(long seed) {
        Network network = SampleNetworks.everything(seed);
        Path file = directory.resolve("network.yaml");
        NetworkFile.write(network, file);
        assertThat(NetworkFile.read(file)).as("seed " + seed).isEqualTo(network);
    }

    @Test
    void writesIntoANewDirectoryAndOverFormerFiles() throws IOException {
        Path file = directory.resolve("a/b/my.net.yaml");
        NetworkFile.write(SampleNetworks.everything(1), file);
        NetworkFile.write(SampleNetworks.everything(2), file);
        assertThat(NetworkFile.read(file)).isEqualTo(SampleNetworks.everything(2));
        try (var files = Files.list(directory.resolve("a/b"))) {
            assertThat(files.map(path -> path.toFile().getName()))
                    .containsExactlyInAnyOrder("my.net.yaml", "my.net.h5");
        }
    }

    @Test
    void saysWhyAFileCannotBeWritten() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        Path below = file.resolve("network.yaml");
        assertThatThrownBy(() -> NetworkFile.write(SampleNetworks.winnerTakeAll(4, 2), below))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(below + ": cannot be written: " + file + " is in the way.");
    }

    /** The snippets of docs/synapses.md, put together to one network. */
    @Test
    void readsWhatTheDocumentationShows() throws IOException {
        var snippets = new ArrayList<String>();
        var found = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(Path.of("../docs/synapses.md")));
        while (found.find()) {
            snippets.add(found.group(1));
        }
        assertThat(snippets).hasSize(4);
        String projections = snippets.get(0)
                .replace("synapse: {model: ideal-synapse}", snippets.get(1).strip());
        String yaml = """
                format: 1
                name: documentation
                step: 100 us
                presentationLimit: 10 ms
                groups:
                  excitatory: {model: lif-neuron, size: 1000, geometry: {type: grid, rows: 20, columns: 50, spacing: 50 um}}
                  cells: {model: lif-neuron, size: 100, geometry: {type: ring, spacing: 10 um}}
                """;
        Path file = Files.writeString(
                directory.resolve("network.yaml"),
                yaml + snippets.get(2) + snippets.get(3).replace("currents:\n", "") + projections);
        assertThat(SchemaCheck.faults("network-1.schema.json", file)).isEmpty();
        var simulation = new Simulation(NetworkFile.read(file), new SimulationSettings(1));
        simulation.run(ms(20));
        assertThat(simulation.spikeCount()).isPositive();
    }
}
