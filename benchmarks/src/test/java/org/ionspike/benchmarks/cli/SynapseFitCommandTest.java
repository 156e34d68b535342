package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.PulseResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynapseFitCommandTest {
    @TempDir
    private Path folder;

    /** Two devices, 80 pulses up and 80 down each, without noise; a series up again in the end. */
    private String pulses() {
        var response = new PulseResponse(2, 1, 0);
        var text = new StringBuilder("device,pulse,direction,conductance_S,note\n");
        for (int device = 0; device < 2; device++) {
            double w = 1.0 / 64;
            int row = 0;
            for (int pulse = 0; pulse <= 160; pulse++) {
                if (pulse > 0) {
                    w += response.delivered(w, pulse <= 80 ? 0.01 : -0.01);
                }
                text.append(String.format(
                        Locale.ROOT,
                        "%s,%d,%s,%.12g,%d%n",
                        "ab".charAt(device),
                        pulse,
                        pulse <= 80 ? "up" : "down",
                        (device + 1) * (1e-9 + 9e-9 * w),
                        row++));
            }
        }
        return text.toString();
    }

    @Test
    void fitsAFileAndWritesADeviceThatTrainingTakes() throws IOException {
        Path data = Files.writeString(folder.resolve("pulses.csv"), pulses());
        Path device = folder.resolve("device.yaml");
        Path json = folder.resolve("fit.json");
        CommandRun run = CommandRun.of(
                "synapse", "fit", data, "--out", device, "--json", json, "--plot", folder.resolve("p.svg"));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.DONE);
        assertThat(run.out()).contains("nonlinearityUp", "asymmetry", "devices 2", "branches 4");
        assertThat(folder.resolve("p.svg")).exists();

        DeviceVariability found = DeviceOption.parse(device.toString());
        // The data cross w = 1/64 to 0.93 only, which counts as the whole range; nu is ln of first over last step
        // there.
        double c = 1 - Math.exp(-2);
        double top = 1 / c - (1 / c - 1.0 / 64) * Math.exp(-2 * 0.8);
        double margin = (top - 1.0 / 64) / 62;
        double expected = Math.log((1 / c - 1.0 / 64 + margin) / (1 / c - top - margin));
        assertThat(found.response().nonlinearityUp()).isCloseTo(expected, within(0.01));
        assertThat(found.deviceToDevice()).isCloseTo(Math.log(2) / Math.sqrt(2), within(0.01));
        assertThat(found.cycleToCycle()).isLessThan(0.01);
        assertThat(found.stepDeviceToDevice()).isLessThan(0.01);
        JsonNode summary = new ObjectMapper().readTree(json.toFile()).get("summary");
        assertThat(summary.get("rms_residual_of_range").asDouble()).isLessThan(1e-3);
    }

    @Test
    void saysWhichLineAndColumnIsWrong() throws IOException {
        assertFails("pulse,G\n1,2\n", "line 1 names the columns [pulse, G]", "conductance_S and direction");
        assertFails("pulse,direction,conductance_S\n0,up,1e-9\n1,left,2e-9\n", "line 3 has 'left' in column direction");
        assertFails(
                "pulse,direction,conductance_S\n0,up,1e-9\n1,up,much\n", "line 3 has 'much' in column conductance_S");
        assertFails("pulse,direction,conductance_S\n0,up,1e-9\n3,up,1e-9\n", "line 3 has pulse 3 after 0");
        assertFails(
                "pulse,direction,conductance_S\n0,up,1e-9\n1,up,2e-9\n", "line 3 ends a branch", "must be at least 4");
        assertFails("pulse,direction,conductance_S\n", "hold no branch of pulses");
    }

    private void assertFails(String text, String... messages) throws IOException {
        CommandRun run = CommandRun.of("synapse", "fit", Files.writeString(folder.resolve("wrong.csv"), text));
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.FAILED);
        assertThat(run.err()).contains(messages).doesNotContain("\tat ");
    }

    @Test
    void agedModelsAreEvaluatedAndRefreshed() throws IOException {
        Path device =
                Files.writeString(folder.resolve("device.yaml"), "states: 32\nreadNoise: 0.02\nmemorySpread: 0.2\n");
        Path model = folder.resolve("model");
        CommandRun.of("train", "iris", "--neurons", 10, "--epochs", 2, "--quiet", "--device", device, "--out", model);
        Path fresh = folder.resolve("fresh.json");
        Path aged = folder.resolve("aged.json");
        Path refreshed = folder.resolve("refreshed.json");
        CommandRun.of("evaluate", model, "--quiet", "--json", fresh);
        CommandRun old = CommandRun.of("evaluate", model, "--quiet", "--age", "10 h", "--json", aged);
        assertThat(old.err()).isEmpty();
        assertThat(old.out()).contains("Devices without voltage for 10 h.");
        CommandRun run = CommandRun.of("evaluate", model, "--quiet", "--age", "10 h", "--refresh", "--json", refreshed);
        assertThat(run.out()).contains("then refreshed", "device writes and");
        var mapper = new ObjectMapper();
        JsonNode cost = mapper.readTree(refreshed.toFile());
        assertThat(cost.get("ageing").get("age_s").asDouble()).isEqualTo(36_000);
        assertThat(cost.get("ageing").get("device_writes").asLong()).isPositive();
        assertThat(cost.get("ageing").get("programming_J").asDouble()).isPositive();
        assertThat(cost.get("confusion"))
                .isEqualTo(mapper.readTree(fresh.toFile()).get("confusion"));
        // every weight is near 0.5 now, and only biases and readout know the classes
        assertThat(mapper.readTree(aged.toFile()).get("ClassificationAccuracy").asDouble())
                .isLessThan(cost.get("ClassificationAccuracy").asDouble());
        assertThat(CommandRun.of("evaluate", model, "--refresh").exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(CommandRun.of("evaluate", model, "--age", "1 parsec").err()).contains("1 parsec");
    }
}
