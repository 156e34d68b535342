package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidelityCommandTest {
    @TempDir
    private Path folder;

    @Test
    void putsAllRungsIntoOneTable() throws IOException {
        Path json = folder.resolve("fidelity.json");
        Path csv = folder.resolve("fidelity.csv");
        Path plot = folder.resolve("fidelity.svg");
        CommandRun run = CommandRun.of("fidelity", "--json", json, "--csv", csv, "--plot", plot);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(IonspikeCli.DONE);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("rung,quantity,at,reference,approximation,error_percent,error_us");
        for (String rung : List.of(
                "particles -> slit", "circuit -> kernel", "circuit -> reduced", "published neuron -> circuit")) {
            assertThat(lines).anyMatch(line -> line.startsWith(rung + ","));
        }
        assertThat(run.out().lines().filter(line -> line.startsWith("  circuit -> reduced")))
                .hasSizeGreaterThan(60);
        JsonNode summary = TableFile.read(json).path("summary");
        // the known failure: intervals of the circuit are 1.9 times those of the published particle neuron
        assertThat(summary.path("worst_percent published neuron -> circuit: interval (s)")
                        .asDouble())
                .isBetween(88.0, 100.0);
        assertThat(Math.abs(summary.path("worst_percent circuit -> kernel: worst spike time within 16 ms (s)")
                        .asDouble()))
                .isLessThan(3); // 2.6 % measured, at 230 pA, where 5 us is too long a step
        assertThat(plot).isNotEmptyFile();
    }
}
