package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ionspike.networks.architecture.NetworkCatalog;
import org.ionspike.networks.io.NetworkFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void runsANetworkByNameAndWritesWhatWasAskedFor() throws IOException {
        Path json = folder.resolve("r.json");
        Path csv = folder.resolve("rates.csv");
        Path spikes = folder.resolve("spikes.csv");
        Path states = folder.resolve("states.csv");
        List<Path> pictures = List.of(
                folder.resolve("r.png"), folder.resolve("q.svg"), folder.resolve("v.png"), folder.resolve("w.png"));
        var run = CommandRun.of(
                "run",
                "cuba",
                "--neurons",
                400,
                "--duration",
                "100ms",
                "--record",
                "spikes,v",
                "--of",
                "0,2",
                "--every",
                "2ms",
                "--json",
                json,
                "--csv",
                csv,
                "--spikes",
                spikes,
                "--states",
                states,
                "--plot",
                pictures.get(0),
                "--plot-rate",
                pictures.get(1),
                "--plot-trace",
                pictures.get(2),
                "--plot-weights",
                pictures.get(3),
                "--projection",
                "excitatory to inhibitory");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("network cuba, duration 100 ms", "excitatory.rate_Hz", "inhibitory.isi_cv");
        JsonNode summary = new ObjectMapper().readTree(json.toFile()).get("summary");
        int count = summary.get("spikes").asInt();
        assertThat(count).isPositive();
        assertThat(Files.readAllLines(spikes)).hasSize(count + 1);
        assertThat(summary.get("excitatory.rate_Hz").asDouble())
                .isEqualTo(summary.get("excitatory.spikes").asInt() / 320.0 / 0.1);
        assertThat(Files.readAllLines(csv)).hasSize(21).startsWith("t_s,excitatory_Hz,inhibitory_Hz");
        assertThat(Files.readAllLines(states))
                .hasSize(51)
                .startsWith("t_s,excitatory[0].v,excitatory[2].v,inhibitory[0].v,inhibitory[2].v");
        for (Path picture : pictures) {
            assertThat(Files.size(picture)).isGreaterThan(1000);
        }
    }

    @Test
    void aFileRunsAsItsNetworkDoesAndParkingChangesNothing() {
        Path file = folder.resolve("net.yaml");
        NetworkFile.write(NetworkCatalog.named("coba").network(200), file);
        var byName = CommandRun.of("run", "coba", "--neurons", 200, "--duration", "50ms");
        var byFile = CommandRun.of("run", file, "--duration", "50ms", "--parking", "off", "--seed", 1);
        assertThat(byFile.err()).isEmpty();
        assertThat(withoutTimes(byFile.out())).isEqualTo(withoutTimes(byName.out()));
        assertThat(CommandRun.of("run", file, "--duration", "50ms", "--seed", 2).out())
                .isNotEqualTo(byName.out());
    }

    private static List<String> withoutTimes(String text) {
        return text.lines()
                .filter(line -> !line.matches("  (build_s|run_s|run_cpu_s) .*"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ionic-1000.yaml", "ionic-1000-reduced.yaml"})
    void theExamplesOfTheDocsRunAndFire(String name) {
        var run = CommandRun.of("run", Path.of("..", "docs", "examples", name), "--duration", "40ms", "--quiet");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        // about 100 Hz: 4000 spikes in 40 ms, fewer at the start
        assertThat(run.out()).containsPattern("\n  spikes +[1-6]\\d\\d\\d\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run|2|Name a network: a file, FILE.yaml, or one of ionspike run --list.",
                "run cubas|2|No network is named 'cubas'. Known: [",
                "run none.yaml|1|none.yaml: there is no such file.",
                "run none.yaml --neurons 5|2|--neurons goes with a network by name",
                "run cuba --neurons 5|2|VogelsAbbott.neurons (5) must lie between 100 and 10000000.",
                "run cuba --neurons 1000000000|2|VogelsAbbott.neurons (1000000000) must lie between 100 and 10000000.",
                "run cuba --duration 5|2|the unit is missing",
                "run cuba --duration 0s|2|--duration (0 s) must be above 0",
                "run cuba --duration 0.25ms|1|Duration (250 us) must be a whole number of time steps (100 us)",
                "run cuba --record v|2|say where the states go, --states FILE.csv or --plot-trace FILE.png.",
                "run cuba --states s.csv|2|--states and --plot-trace need a state variable: --record v",
                "run cuba --record w --states s.csv|1|has no state variable 'w'. Known: [",
                "run cuba --record v --states s.csv --group cells|2|No group is named 'cells'. Known: [excitatory,",
                "run cuba --record v --states s.csv --of 9999|2|group 'excitatory' has neurons 0 to 3199",
                "run cuba --plot r.jpg|2|its name must end in .png or .svg",
                "run cuba --plot-weights w.png|2|--plot-weights FILE needs --projection NAME",
                "run cuba --plot-weights w.png --projection p|2|No projection is named 'p'. Known: [",
            })
    void saysWhatIsWrong(String words, int exitCode, String message) {
        var run = CommandRun.of((Object[]) words.split(" "));
        assertThat(run.err()).contains(message);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void listsTheNetworksWithAName() {
        assertThat(CommandRun.of("run", "--list").out()).contains("cuba", "coba", "4000 neurons");
    }
}
