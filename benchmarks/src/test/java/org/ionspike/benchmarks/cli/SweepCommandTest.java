package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ionspike.benchmarks.sweep.SweepPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {
    private static final List<Object> TINY =
            List.of("sweep", "iris", "--neurons", 6, "--epochs", 1, "--quiet", "--threads", 2);

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path folder;

    private static CommandRun run(Object... more) {
        return CommandRun.of(Stream.concat(TINY.stream(), Stream.of(more)).toArray());
    }

    private void assertValid(JsonNode document) throws IOException {
        JsonNode schemaFile = mapper.readTree(
                Path.of("..", "docs", "schema", "sweep-1.schema.json").toFile());
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaFile);
        assertThat(schema.validate(document)).isEmpty();
        assertThat(schema.validate(mapper.readTree("{\"schema\": \"ionspike-sweep/1\"}")))
                .isNotEmpty();
    }

    @Test
    void everyEffectIsSweptAloneAndWritten() throws IOException {
        Path all = folder.resolve("all.json");
        var run = run(
                "--seeds",
                2,
                "--draws",
                2,
                "--vary",
                "states=2,16",
                "--vary",
                "asymmetry=0.2",
                "--out",
                folder,
                "--json",
                all,
                "--csv",
                folder.resolve("sweep.csv"),
                "--plot",
                folder.resolve("sweep.png"));

        assertThat(run.err()).isEmpty();
        JsonNode states = mapper.readTree(folder.resolve("sweep-states.json").toFile());
        JsonNode asymmetry =
                mapper.readTree(folder.resolve("sweep-asymmetry.json").toFile());
        assertValid(states);
        assertValid(asymmetry);
        assertValid(mapper.readTree(all.toFile()));
        assertThat(states.at("/points/0/value").asInt()).isEqualTo(2);
        assertThat(states.at("/points/1/runs")).hasSize(4);
        assertThat(states.at("/points/1/runs/3/seed").asInt()).isEqualTo(2);
        assertThat(states.at("/points/1/runs/3/draw").asInt()).isEqualTo(1);
        // nothing is random in such devices, so that a second draw would be the first
        assertThat(asymmetry.at("/points/0/runs")).hasSize(2);
        assertThat(asymmetry.at("/unswept/runs")).hasSize(2);
        assertThat(states.at("/unswept/label").asText()).isEqualTo("ideal");
        assertThat(Files.readAllLines(folder.resolve("sweep.csv"))).hasSize(5);
        assertThat(folder.resolve("sweep.png")).isNotEmptyFile();
        List<String> rows =
                run.out().lines().filter(line -> line.contains("pJ")).toList();
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).startsWith("base");
        assertThat(rows.get(3)).startsWith("asymmetry");
    }

    @Test
    void meansAndSpreadsAreThoseOfTheRuns() throws IOException {
        Path file = folder.resolve("stuck.json");
        run("--seeds", 2, "--draws", 1, "--vary", "stuck=0.5", "--json", file);
        JsonNode document = mapper.readTree(file.toFile());
        JsonNode point = document.at("/points/0");
        double one = point.at("/runs/0/energy_J").asDouble();
        double two = point.at("/runs/1/energy_J").asDouble();

        assertValid(document);
        assertThat(one).isPositive().isNotEqualTo(two);
        assertThat(point.at("/energy_J/mean").asDouble()).isEqualTo((one + two) / 2);
        assertThat(point.at("/energy_J/sd").asDouble() / (Math.abs(one - two) / Math.sqrt(2)))
                .isBetween(1 - 1e-9, 1 + 1e-9);
    }

    @Test
    void theChangeIsAgainstTheBaseWithTheSameSeed() {
        var base = new SweepPoint(
                0, "ideal", ImmutableList.of(new SweepPoint.Run(1, 0, 0.9, 1), new SweepPoint.Run(2, 0, 0.5, 1)));
        var point = new SweepPoint(
                0.1, "0.1", ImmutableList.of(new SweepPoint.Run(1, 0, 0.8, 1), new SweepPoint.Run(2, 0, 0.4, 1)));

        assertThat(point.change(base).mean()).isCloseTo(-0.1, within(1e-12));
        assertThat(point.change(base).sd()).isCloseTo(0, within(1e-12));
        assertThat(point.accuracy().sd()).isGreaterThan(0.2);
    }

    @Test
    void theSpreadOfMemoryTimesIsFeltByDevicesThatAge() throws IOException {
        Path file = folder.resolve("memory.json");
        Object[] aged = {"--seeds", 1, "--draws", 1, "--vary", "memory-spread=1", "--age", "30s", "--json", file};

        assertThat(run(aged).exitCode()).isZero();
        JsonNode document = mapper.readTree(file.toFile());
        assertValid(document);
        assertThat(document.at("/points/0/energy_J/mean").asDouble())
                .isNotEqualTo(document.at("/unswept/energy_J/mean").asDouble());
        assertThat(document.at("/run/age_s").asDouble()).isEqualTo(30);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--vary=holes=2 | No effect is named 'holes'. Known: [states, device-to-device,",
                "--vary=states= | --vary states= names no values. Write --vary states=2,...,",
                "--vary=states=two | --vary states=two: 'two' is not a number.",
                "--vary=states=2.5 | --vary states=2.5: states (2.5) must be a whole number.",
                "--vary=deviceToDevice=3 | --vary device-to-device=3: DeviceVariability.deviceToDevice (3",
                "--vary=memory-spread | say for how long with --age",
                "--draws=0 | --draws (0)",
                "--spikes=s.csv | --spikes is of one run",
                "--network=diehl-cook-2015 | cannot be swept",
                "--network=conv-stdp | --vary ([read-noise]) must be without read-noise",
                "--plot=sweep.gif | .png or .svg"
            })
    void whatCannotBeSweptIsRefused(String option, String message) {
        var run = option.contains("conv-stdp") ? run(option, "--vary=read-noise") : run(option);

        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains(message);
    }

    @Test
    void anEffectNamedTwiceIsRefused() {
        assertThat(run("--vary", "stuck=0.1", "--vary", "stuck").err()).contains("--vary stuck is there twice.");
    }
}
