package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.PulseResponse;
import org.ionspike.engine.units.Resistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTreeTest {
    @TempDir
    Path directory = Path.of("");

    @Test
    void mergesAFileOverTheDefaults() throws IOException {
        assertThat(read("format: 1\nstates: 64 # my device\n")).isEqualTo(new DeviceVariability(64, 0.1, 0.1, 0));
        assertThat(read("stuck: 1e-3\ncycleToCycle: 1\n")).isEqualTo(new DeviceVariability(32, 0.1, 1, 0.001));
        assertThat(read("{}")).isEqualTo(DeviceVariability.typical());
    }

    @Test
    void readsEveryEffectOfADeviceBackFromWhatItWrote() throws IOException {
        var device = new DeviceVariability(16, 0.25, 0.3, 0.02)
                .withStuckHigh(0.2)
                .withStepSpread(0.07)
                .withResponse(new PulseResponse(1.5, -2, 0.125))
                .withReadNoise(0.02)
                .withMemorySpread(0.3)
                .withLineResistance(new Resistance(12.5e3));
        assertThat(read(RecordTree.toYaml("All.", device))).isEqualTo(device);
        assertThat(read("response: {nonlinearityDown: 2}\nlineResistance: 1 kohm\n"))
                .isEqualTo(DeviceVariability.typical()
                        .withResponse(new PulseResponse(0, 2, 0))
                        .withLineResistance(new Resistance(1000)));
    }

    @Test
    void namesTheFileAndTheKnownKeys() {
        assertThatThrownBy(() -> read("sates: 64\n"))
                .isInstanceOf(FileFormatException.class)
                .hasMessage("device file " + directory.resolve("device.yaml")
                        + ":1:1: sates is not known. Known here: [cycleToCycle, deviceToDevice, lineResistance, memorySpread,"
                        + " readNoise, response, states, stepSpread, stuck, stuckHigh].");
        assertThatThrownBy(() -> read("states: 1\n"))
                .hasMessageEndingWith("device.yaml:1:1: states (1) must be at least 2, or 0 for none.");
        assertThatThrownBy(() -> read("format: 2\n")).hasMessageContaining("format (2) is not read");
    }

    private DeviceVariability read(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("device.yaml"), text);
        return RecordTree.read(file, DeviceVariability.typical(), "device file");
    }
}
