package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchEngineCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theFiguresAreAsTheSchemaSays() throws IOException {
        Path json = folder.resolve("bench.json");
        var run = CommandRun.of("bench", "engine", "--workload", "w4", "--repeats", 1, "--json", json);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("w4: 10 000 circuit neurons", "goal 0.0500000", "GB/s");
        var mapper = new ObjectMapper();
        JsonNode figures = mapper.readTree(json.toFile());
        JsonNode schema = mapper.readTree(
                Path.of("..", "docs", "schema", "bench-1.schema.json").toFile());
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(figures))
                .isEmpty();
        JsonNode hour = figures.get("figures").get(0);
        assertThat(hour.get("value").get("median").asDouble())
                .isBetween(0.0, 10.0); // what it costs depends on what else runs
        assertThat(figures.get("figures").get(2).get("value").get("median").asDouble())
                .isBetween(50.0, 150.0); // about a hundred neurons fire
    }

    @Test
    void refusesAWorkloadThatIsNotThere() {
        var run = CommandRun.of("bench", "engine", "--workload", "w3,w9");
        assertThat(run.err()).contains("No workload is named 'w9'. Known: [w1-400,");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
    }

    @Test
    void aBeginningChoosesAllThatItBegins() {
        var run = CommandRun.of("bench", "engine", "--workload", "w3-cuba", "--list");
        assertThat(run.out().lines()).hasSize(2).allMatch(line -> line.startsWith("  w3-cuba-4"));
    }
}
