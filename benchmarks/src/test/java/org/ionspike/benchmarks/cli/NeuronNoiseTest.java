package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeuronNoiseTest {
    @TempDir
    private Path folder;

    @Test
    void traceGivesRateAndVariationWithTheirErrors() throws IOException {
        Path json = folder.resolve("trace.json");
        Path png = folder.resolve("trace.png");
        var run = CommandRun.of(
                "neuron", "trace", "--ions", "40", "--repeats", "4", "--thermal", "--json", json, "--plot", png);
        assertThat(run.exitCode()).as(run.err()).isZero();
        var summary = TableFile.read(json).get("summary");
        // rates of several hundred hertz, coefficients of variation of about 0.7
        assertThat(summary.get("rate_Hz").asDouble()).isBetween(200.0, 800.0);
        assertThat(summary.get("interval_cv").asDouble()).isBetween(0.3, 1.2);
        assertThat(summary.get("interval_cv_standard_error").asDouble()).isBetween(0.01, 0.4);
        assertThat(summary.get("closure_relative_error").asDouble()).isLessThan(1e-11);
        assertThat(Files.size(png)).isGreaterThan(1000);
    }

    @Test
    void theOtherCommandsTakeNoiseToo() {
        var fi = CommandRun.of(
                "neuron",
                "fi",
                "--current",
                "100pA",
                "--duration",
                "30ms",
                "--settling",
                "5ms",
                "--ions",
                "400",
                "--ion-noise",
                "langevin",
                "--repeats",
                "3");
        assertThat(fi.exitCode()).as(fi.err()).isZero();
        assertThat(fi.out()).contains("f_noise_Hz", "interval_cv_se");
        var refractory = CommandRun.of(
                "neuron",
                "refractory",
                "--interval",
                "2ms",
                "--ions",
                "4000",
                "--ion-noise",
                "langevin",
                "--repeats",
                "5");
        assertThat(refractory.exitCode()).as(refractory.err()).isZero();
        assertThat(refractory.out()).contains("p_second");
        var bistable = CommandRun.of(
                "neuron",
                "bistable",
                "--circuit",
                "robin2021",
                "--ions",
                "4000",
                "--ion-noise",
                "langevin",
                "--repeats",
                "2");
        assertThat(bistable.exitCode()).as(bistable.err()).isZero();
        assertThat(bistable.out()).containsPattern("share_set +1\\s").containsPattern("share_reset +1\\s");
    }

    @Test
    void refusesOptionsOfNoiseWithoutIons() {
        var run = CommandRun.of("neuron", "trace", "--repeats", "3");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--repeats (3) needs --ions N");
        assertThat(CommandRun.of("neuron", "trace", "--ions", "0").err()).contains("--ions (0) must lie between 1");
    }
}
