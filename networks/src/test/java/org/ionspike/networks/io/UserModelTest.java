package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ionspike.engine.units.Units.ms;
import static org.ionspike.engine.units.Units.nA;
import static org.ionspike.engine.units.Units.pA;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ionspike.engine.network.Impulse;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.NeuronGroup;
import org.ionspike.engine.network.Projection;
import org.ionspike.engine.network.Weights;
import org.ionspike.engine.neuron.LifNeuron;
import org.ionspike.engine.synapse.IdealSynapse;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.io.UserNeuron.Inner;
import org.ionspike.networks.io.UserNeuron.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that this package does not know is read and written like the others. */
class UserModelTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void readsEveryKindOfParameterThatWasWritten() throws IOException {
        var model = new UserNeuron(
                new Time(Double.POSITIVE_INFINITY),
                Mode.VERY_SLOW,
                true,
                Long.MIN_VALUE,
                1.0e-38f,
                "true: \"x\"\n\t# \\ y",
                new Inner(-3, 1.0 / 3),
                Optional.of(new Inner(Integer.MAX_VALUE, Double.MIN_VALUE)),
                List.of(new Inner(1, 0), new Inner(2, 1)),
                List.of(List.of(nA(0.1), pA(-3)), List.of()));
        Path file = write(model);
        assertThat(NetworkFile.read(file)).isEqualTo(network(model));
        assertThat(Files.readString(file)).contains("mode: very-slow", "second: {count: 2147483647, share: 4.9E-324}");
    }

    @Test
    void writesDefaultsTooSoThatAFileKeepsItsMeaningWhenTheyChange() throws IOException {
        assertThat(Files.readString(write(new UserNeuron()))).contains("parameters:", "mode: fast");
    }

    @Test
    void readsDefaultsForWhatAFileLeavesOut() throws IOException {
        assertThat(NetworkFile.read(writeWithParameters("mode: fast"))).isEqualTo(network(new UserNeuron()));
    }

    @Test
    void namesTheKnownValuesOfSwitchesAndChoices() throws IOException {
        assertRefused(
                "mode: medium", "groups.cells.parameters.mode ('medium') is no such value. Known: [fast, very-slow].");
        assertRefused("noisy: maybe", "groups.cells.parameters.noisy ('maybe') is no switch. Known: [false, true].");
        assertRefused("inner: {share: 2}", "groups.cells.parameters.inner.share (2.0) must lie between 0.0 and 1.0.");
        assertRefused("second: {count: 2}", "groups.cells.parameters.second lacks the key 'share'. Add it.");
        assertRefused("many: [{count: 2, share: 7}]", "parameters.many[0].share (7.0) must lie between 0.0 and 1.0.");
    }

    @Test
    void readsAConnectorOfTheUsersOwn() throws IOException {
        var network = Network.builder("user")
                .add(new NeuronGroup("cells", 6, new LifNeuron()))
                .add(new Projection(
                        "mine",
                        "cells",
                        "cells",
                        new UserConnector(2),
                        new IdealSynapse(),
                        new Weights.Uniform(1),
                        new Impulse("excitatory", pA(1)),
                        ms(1)))
                .build();
        Path file = directory.resolve("network.yaml");
        NetworkFile.write(network, file);
        assertThat(NetworkFile.read(file)).isEqualTo(network);
        assertThat(Files.readString(file)).contains("type: user-connector");
        Files.writeString(file, Files.readString(file).replace("offset: 2", "offset: -1"));
        assertThatThrownBy(() -> NetworkFile.read(file))
                .hasMessageContaining("projections.mine.connector.parameters.offset (-1)");
    }

    private void assertRefused(String parameter, String message) throws IOException {
        Path file = writeWithParameters(parameter);
        assertThatThrownBy(() -> NetworkFile.read(file))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(message);
    }

    private Path writeWithParameters(String parameters) throws IOException {
        Path file = write(new UserNeuron());
        String group = "  cells: {model: user-neuron, size: 1, parameters: {" + parameters + "}}\n";
        return Files.writeString(file, Files.readString(file).replaceFirst("(?ms)^  cells:.*?(?=^\\S|\\z)", group));
    }

    private Path write(UserNeuron model) {
        Path file = directory.resolve("network.yaml");
        NetworkFile.write(network(model), file);
        return file;
    }

    private static Network network(UserNeuron model) {
        return Network.builder("user").add(new NeuronGroup("cells", 1, model)).build();
    }
}
