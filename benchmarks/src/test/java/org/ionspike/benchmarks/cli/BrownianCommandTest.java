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
        assertThat(result.path("schema").asText()).isEqualTo("ionspike-table/1");
        double conductance = result.path("summary").path("conductance").asDouble();
        assertThat(conductance).isBetween(0.5, 1.2);
        assertThat(result.path("summary").path("conductance_se").asDouble()).isBetween(1e-4, 0.2);
        assertThat(run.out())
                .containsPattern(
                        "conductance +" + String.format("%.3f", conductance).substring(0, 4));
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(21);
        assertThat(lines.get(0)).startsWith("t_s,E_V_per_m,I_amp,I_amp_se,conductance,conductance_se,");
        assertThat(lines.get(1)).matches("1\\.2(5|49999+[0-9]*)E-10,1\\.28.*");
    }

    @Test
    void aSwitchedFieldChangesInTheMiddleOfTheSeries() throws IOException {
        Path csv = folder.resolve("run.csv");
        CommandRun run = small("--field", "100MV/m", "--then", "0V/m", "--at", "2.5 ns", "--csv", csv, "--quiet");
        assertThat(run.err()).isEmpty();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(10)).matches("2\\.37[45][0-9]*E-9,(1\\.0E8|9\\.99+[0-9]*E7),.*");
        assertThat(lines.get(11))
                .matches("2\\.62[45][0-9]*E-9,0\\.0,.*")
                .contains(",NaN,"); // no conductance without field
    }

    @Test
    void theFieldMayBeACosine() throws IOException {
        Path csv = folder.resolve("run.csv");
        small("--field", "100MV/m", "--frequency", "100MHz", "--csv", csv);
        assertThat(Files.readAllLines(csv).get(20)).contains("E-9,-9.9"); // half a period after the peak
    }

    @Test
    void aListOfFieldsGivesOneRowEachAndAPicture() throws IOException {
        Path csv = folder.resolve("sweep.csv");
        Path png = folder.resolve("sweep.png");
        CommandRun run = small("--fields", "0.2,0.5 kT/eA", "--csv", csv, "--plot", png, "--quiet");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.DONE);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("5.13");
        assertThat(lines.get(2)).startsWith("1.28");
        assertThat(png).isNotEmptyFile();
    }

    @Test
    void drawsTheIonsOfASteadyField() {
        Path svg = folder.resolve("ions.svg");
        assertThat(small("--plot", svg, "--quiet").exitCode()).isEqualTo(IonspikeCli.DONE);
        assertThat(svg).content().contains("<svg", "ionspike brownian, field", "<ellipse");
    }

    @Test
    void theBenchmarkNamesWhatLimitsTheSpeed() {
        CommandRun run = CommandRun.of("bench", "brownian", "--ions", "20", "--time", "1 ns", "--quiet");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.DONE);
        assertThat(run.out())
                .contains("ion_steps_per_s")
                .contains("share_forces")
                .containsPattern("limit .* %");
    }

    @Test
    void unphysicalValuesAreWrongUsageWithAValueThatWorks() {
        assertUsage("close packing", "--density", "1e19m^-2");
        assertUsage("must be above 0 K", "--temperature", "0 K");
        assertUsage("would work", "--step", "1 ns");
        assertUsage("58 ions per sign would work", "--preset", "molar", "--ions", "5");
        assertUsage("expected a number before kT/eA", "--field", "strong kT/eA");
        assertUsage("must lie between 1 and 3", "--layers", "4");
        assertUsage("must be at least twice the cut-off", "--cutoff", "1 um");
        assertUsage("expected a number before kT/eA", "--fields", "0.1,strong kT/eA");
        assertUsage("exclude each other", "--fields", "0V/m", "--frequency", "1kHz");
        assertUsage(".png or .svg", "--plot", "ions.gif");
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
