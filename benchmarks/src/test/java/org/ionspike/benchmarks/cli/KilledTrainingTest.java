package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Training in a JVM of its own that is killed with SIGKILL, and what the command line makes of its checkpoint. */
class KilledTrainingTest {
    /** 4800 samples, and a checkpoint after every 20: most of the time one is being written. */
    private static final List<Object> TRAINING = List.of(
            "train",
            "iris",
            "--neurons",
            12,
            "--epochs",
            40,
            "--seed",
            3,
            "--device",
            "pessimistic",
            "--backend",
            "fused");

    @TempDir
    private static Path shared;

    private static Path killed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void trainAndKill() throws IOException, InterruptedException {
        Path out = shared.resolve("model");
        killed = shared.resolve("model.checkpoint");
        kill(
                started(Stream.concat(TRAINING.stream(), Stream.of("--quiet", "--out", out, "--checkpoint-every", 20))),
                Optional.empty());
        byte[] first = Files.readAllBytes(killed);
        kill(started(Stream.of("train", "--resume", out, "--quiet")), Optional.of(first));
        assertThat(out).doesNotExist();
    }

    private static Process started(Stream<Object> arguments) throws IOException {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.ionspike.benchmarks.cli.IonspikeCli"));
        arguments.map(Object::toString).forEach(words::add);
        return new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(shared.resolve("output").toFile())
                .start();
    }

    /** Kills a training as soon as there is a checkpoint, other than a former one. */
    private static void kill(Process training, Optional<byte[]> former) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(killed)
                || (former.isPresent() && Arrays.equals(Files.readAllBytes(killed), former.get()))) {
            assertThat(training.isAlive() && System.nanoTime() < deadline)
                    .as(Files.readString(shared.resolve("output")))
                    .isTrue();
            Thread.sleep(5);
        }
        training.destroyForcibly().waitFor();
        assertThat(training.exitValue()).as("exit code of a killed process").isNotZero();
    }

    /** The checkpoint of the killed training, as that of a model of this test. */
    private Path broken() throws IOException {
        Files.copy(killed, folder.resolve("model.checkpoint"));
        return folder.resolve("model");
    }

    private JsonNode result(String name) throws IOException {
        ObjectNode json =
                (ObjectNode) new ObjectMapper().readTree(folder.resolve(name).toFile());
        json.remove("timing");
        return json;
    }

    @Test
    void resumingTheFolderAloneEndsAsIfNothingHadHappened() throws IOException {
        Path out = broken();
        Files.createFile(folder.resolve(".model.checkpoint-01234567-89ab-cdef-0123-456789abcdef.part"));
        CommandRun resumed = CommandRun.of(
                "train",
                "--resume",
                out,
                "--checkpoint-every",
                5000,
                "--quiet",
                "--json",
                folder.resolve("a.json"),
                "--spikes",
                folder.resolve("a.csv"));
        var arguments = new ArrayList<>(TRAINING);
        arguments.addAll(List.of("--quiet", "--out", folder.resolve("whole")));
        arguments.addAll(List.of("--json", folder.resolve("b.json"), "--spikes", folder.resolve("b.csv")));
        CommandRun whole = CommandRun.of(arguments.toArray());

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(whole.exitCode()).as(whole.err()).isZero();
        assertThat(out.resolve("arrays.h5")).hasSameBinaryContentAs(folder.resolve("whole/arrays.h5"));
        assertThat(out.resolve("network.yaml")).hasSameTextualContentAs(folder.resolve("whole/network.yaml"));
        assertThat(folder.resolve("a.csv")).hasSameTextualContentAs(folder.resolve("b.csv"));
        assertThat(result("a.json")).isEqualTo(result("b.json"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .as("the checkpoint and what was half-written are gone")
                    .containsExactlyInAnyOrder("model", "whole", "a.json", "b.json", "a.csv", "b.csv");
        }
    }

    static Stream<List<Object>> contradictions() {
        return Stream.of(
                List.of("made with --neurons 12, not with --neurons 13", "--neurons", 13),
                List.of("made with --seed 3, not with --seed 4", "--seed", 4),
                List.of("made with --device pessimistic, not with --device ideal", "--device", "ideal"),
                List.of("made with TASK iris, not with TASK wine", "wine"),
                List.of("made without --limit, not with --limit 50", "--limit", 50),
                List.of("made with --shuffle-labels false, not with --shuffle-labels true", "--shuffle-labels"),
                List.of("made with --backend fused, not with --backend vectorized", "--backend", "vectorized"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void anOptionThatContradictsTheCheckpointIsRefused(List<Object> use) throws IOException {
        var arguments = new ArrayList<Object>(List.of("train", "--resume", broken(), "--quiet"));
        arguments.addAll(use.subList(1, use.size()));
        CommandRun run = CommandRun.of(arguments.toArray());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(IonspikeCli.FAILED);
        assertThat(run.err())
                .contains("model.checkpoint: ", use.get(0).toString())
                .doesNotContain("\tat ");
        assertThat(folder.resolve("model.checkpoint")).hasSameBinaryContentAs(killed);
    }

    @Test
    void anotherFolderOrOtherSeedsDoNotGoWithIt() throws IOException {
        Path out = broken();

        assertThat(CommandRun.of("train", "--resume", out, "--out", out).err()).contains("leave --out out");
        assertThat(CommandRun.of("train", "--resume", out, "--seeds", 2).err()).contains("leave --seeds out");
        assertThat(CommandRun.of("train", "--resume", folder.resolve("none")).err())
                .contains("there is no such checkpoint");
    }

    @Test
    void aNewTrainingSaysThatItReplacesOneThatWasBrokenOff() throws IOException {
        CommandRun run = CommandRun.of("train", "iris", "--neurons", 3, "--epochs", 1, "--quiet", "--out", broken());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("broken off", "--resume");
    }
}
