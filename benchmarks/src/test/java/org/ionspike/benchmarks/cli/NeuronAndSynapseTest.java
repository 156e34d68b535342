package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeuronAndSynapseTest {
    @TempDir
    private Path folder;

    @Test
    void traceWritesTheColumnsOfTheReferenceTableAndClosesItsBooks() throws IOException {
        Path csv = folder.resolve("trace.csv");
        Path json = folder.resolve("trace.json");
        Path png = folder.resolve("trace.png");
        var run = CommandRun.of(
                "neuron",
                "trace",
                "--current",
                "0.1 nA",
                "--start",
                "1ms",
                "--duration",
                "15ms",
                "--after",
                "4ms",
                "--points",
                "401",
                "--csv",
                csv,
                "--json",
                json,
                "--plot",
                png);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(402);
        assertThat(lines.get(0)).isEqualTo("t_s,V,nNa,nK,W_source_J,W_batNa_J,W_batK_J,W_batL_J,Q_diss_J");
        JsonNode result = TableFile.read(json);
        assertThat(result.get("lists").get("spikes_s")).hasSize(6);
        // neuron_default_spike_times_I0.1nA_from0: 0.5015863742248 ms after the step
        assertThat(result.get("lists").get("spikes_s").get(0).asDouble()).isBetween(1.501586e-3, 1.501587e-3);
        assertThat(result.get("summary").get("closure_relative_error").asDouble())
                .isLessThan(1e-9);
        // 1.24 pJ at 0.1 nA was noted, of which Na 0.56 and K 0.64
        assertThat(result.get("summary").get("per_spike_dissipated_J").asDouble())
                .isBetween(1.20e-12, 1.26e-12);
        assertThat(run.out()).containsPattern("spikes +6\\s").contains("closure_relative_error");
        assertThat(Files.size(png)).isGreaterThan(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ramp", "pulses", "noise"})
    void traceTakesOtherShapes(String shape) {
        var run = CommandRun.of("neuron", "trace", "--shape", shape, "--current", "0.3nA", "--duration", "4ms");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("closure_relative_error");
    }

    @Test
    void traceReadsACircuitFromAFileAndThePublishedSize() throws IOException {
        Path file = folder.resolve("circuit.yaml");
        Files.writeString(file, "format: 1\nleak: 1 nS\n");
        assertThat(CommandRun.of("neuron", "trace", "--circuit", file, "--duration", "1ms")
                        .exitCode())
                .isZero();
        var published = CommandRun.of(
                "neuron",
                "trace",
                "--circuit",
                "robin2021",
                "--duration",
                "1.2ms",
                "--initial-voltage",
                "2.568V",
                "--initial-sodium",
                "0.02",
                "--initial-potassium",
                "0.04");
        assertThat(published.exitCode()).as(published.err()).isZero();
        // intervals of 170 us
        assertThat(published.out()).containsPattern("spikes +8\\s");
    }

    @Test
    void fiPrintsCircuitAndReducedNeuronWithTheEdges() {
        var run = CommandRun.of(
                "neuron", "fi", "--current", "60pA", "--current", "100pA", "--current", "200pA", "--current", "300pA");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("f_reduced_Hz", "346.808", "1045.74")
                .containsPattern("rheobase_A +6.[0-9]+e-11")
                .containsPattern("block_A +2.5[0-9]+e-10");
    }

    @Test
    void refractoryPrintsTheThresholdAndItsRatio() {
        var run = CommandRun.of("neuron", "refractory", "--interval", "0.8ms", "--interval", "10ms");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("1.6378", "1.60", "1.00");
    }

    @Test
    void bistableSetsHoldsAndResets() throws IOException {
        Path json = folder.resolve("cell.json");
        var run = CommandRun.of("neuron", "bistable", "--json", json);
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode result = TableFile.read(json);
        assertThat(result.get("summary").get("V_held").asDouble()).isBetween(0.886, 0.887);
        assertThat(result.get("summary").get("V_reset").asDouble()).isBetween(0.0271, 0.0272);
        assertThat(run.out()).contains("unstable");
    }

    @Test
    void stdpPrintsTheCurveAndTheEnergyOfAnEvent() {
        var run = CommandRun.of("synapse", "stdp", "--initial-weight", "0.5", "--dt", "1.5ms", "--dt", "-5ms");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("0.0121902", "-0.00383676")
                .containsPattern("event_head_J +4.0[0-9]+e-14")
                .containsPattern("event_tail_J +4.8[0-9]+e-14");
    }

    @Test
    void stdpShowsTheSpreadOfDevicesThatDiffer() {
        var run = CommandRun.of("synapse", "stdp", "--device", "typical", "--devices", "50", "--dt", "1.5ms");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("devices 50, seed 1", "delta_w_mean", "delta_w_sd");
        assertThat(CommandRun.of("synapse", "stdp", "--device", "typical", "--devices", "0")
                        .err())
                .contains("devices (0) must lie between");
    }

    @Test
    void seriesDependsOnTheSeedAlone() {
        var first = CommandRun.of("synapse", "series", "--pulses", "5", "--seed", "3");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(CommandRun.of("synapse", "series", "--pulses", "5", "--seed", "3")
                        .out())
                .isEqualTo(first.out());
        assertThat(CommandRun.of("synapse", "series", "--pulses", "5", "--seed", "4")
                        .out())
                .isNotEqualTo(first.out());
    }

    @Test
    void retentionPrintsTheHalfLife() {
        var run = CommandRun.of("synapse", "retention");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).containsPattern("half_life_s +2495.33");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neuron trace --duration 1ms",
                "neuron fi --current 100pA --current 60pA",
                "neuron refractory --interval 2ms",
                "neuron bistable --points 11",
                "synapse stdp --dt 2ms",
                "synapse stdp --dt 2ms --device pessimistic --devices 5",
                "synapse series --pulses 2 --devices 3",
                "synapse retention --points 3"
            })
    void writesTheJsonOfItsSchema(String line) throws IOException {
        Path json = folder.resolve("table.json");
        var run = CommandRun.of((Object[]) (line + " --quiet --json " + json).split(" "));
        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode written = TableFile.read(json);
        assertThat(line).startsWith(written.get("command").asText());
        assertThat(written.get("parameters")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "neuron|trace|--duration|-1ms|must be above 0",
                "neuron|trace|--duration|16|the unit is missing",
                "neuron|trace|--circuit|robin|No circuit is named 'robin'. Known: [default, robin2021]",
                "neuron|trace|--plot|trace.gif|.png or .svg",
                "neuron|trace|--initial-sodium|1.2|must lie between",
                "neuron|fi|--settling|1s|must be below the window",
                "neuron|refractory|--interval|0.1ms|must be above the width",
                "neuron|refractory|--first|0.9|must be above 1",
                "neuron|bistable|--hold|0ms|must be above 0",
                "synapse|stdp|--initial-weight|1.5|must lie between",
                "synapse|series|--devices|0|must lie between",
                "synapse|series|--voltage|-1V|must be above 0",
                "synapse|retention|--duration|-1s|must be above 0"
            })
    void refusesBadValuesInOneSentence(String line) {
        String[] words = line.split("\\|", -1);
        var run = CommandRun.of(words[0], words[1], words[2], words[3]);
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains(words[4]).doesNotContain("\tat ");
    }
}
