package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrownianCommandTest {
    @TempDir
    private Path folder;

    @Test
    void printsAndWritesTheSameNumbers() throws IOException {
        Path json = folder.resolve("run.json");
        Path csv = folder.resolve("run.csv");
        CommandRun run = small("--field", "0.5 kT/eA", "--json", json, "--csv", csv);
        assertThat(run.err()).contains("particles");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.DONE);
        JsonNode result = new ObjectMapper().readTree(json.toFile());
        assertThat(result.path("schema").asText()).isEqualTo("ionspike-brownian/1");
        JsonNode conductance = result.path("observables").path("conductance");
        assertThat(conductance.path("mean").asDouble()).isBetween(0.5, 1.2);
        assertThat(conductance.path("standard_error").asDouble()).isBetween(1e-4, 0.2);
        assertThat(run.out())
                .containsPattern("conductance +"
                        + String.format("%.3f", conductance.path("mean").asDouble())
                                .substring(0, 4));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(21);
        assertThat(lines.get(0))
                .startsWith("t_s,E_V_per_m,current_V_per_m,current_V_per_m_se,conductance,conductance_se,");
        assertThat(lines.get(1)).startsWith("1.250000e-10,1.28");
    }

    @Test
    void aSwitchedFieldChangesInTheMiddleOfTheSeries() throws IOException {
        Path csv = folder.resolve("run.csv");
        CommandRun run = small("--field", "100MV/m", "--then", "0V/m", "--at", "2.5 ns", "--csv", csv, "--quiet");
        assertThat(run.err()).isEmpty();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(10)).startsWith("2.375000e-09,1.000000e+08,");
        assertThat(lines.get(11))
                .startsWith("2.625000e-09,0.000000e+00,")
                .contains(",,"); // no conductance without field
    }

    @Test
    void theFieldMayBeACosine() throws IOException {
        Path csv = folder.resolve("run.csv");
        small("--field", "100MV/m", "--frequency", "100MHz", "--csv", csv);
        assertThat(Files.readAllLines(csv).get(20)).contains(",-9.9"); // half a period after the peak
    }

    @Test
    void unphysicalValuesAreWrongUsageWithAValueThatWorks() {
        assertUsage("close packing", "--density", "1e19m^-2");
        assertUsage("must be above 0 K", "--temperature", "0 K");
        assertUsage("would work", "--step", "1 ns");
        assertUsage("58 ions per sign would work", "--preset", "molar", "--ions", "5");
        assertUsage("expected a number before kT/eA", "--field", "strong kT/eA");
        assertUsage("must lie between 1 and 3", "--layers", "4");
        assertUsage("exclude each other", "--then", "0V/m", "--frequency", "1kHz");
    }

    private static void assertUsage(String message, Object... options) {
        CommandRun run = small(options);
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
    }

    private static CommandRun small(Object... options) {
        var arguments = new ArrayList<Object>(List.of("brownian", "--replicas", 2));
        if (!List.of(options).contains("--ions")) {
            arguments.addAll(List.of("--ions", 20));
        }
        arguments.addAll(List.of("--equilibration", "1 ns", "--time", "5 ns"));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }
}
