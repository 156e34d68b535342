package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainAndEvaluateTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private CommandRun train(String name, Object... more) {
        var arguments = new ArrayList<Object>(List.of("train", "iris", "--neurons", 20, "--epochs", 4, "--quiet"));
        arguments.addAll(List.of("--out", folder.resolve(name), "--json", folder.resolve(name + ".json")));
        arguments.addAll(List.of("--spikes", folder.resolve(name + ".csv")));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray());
    }

    private JsonNode result(String name) throws IOException {
        ObjectNode json =
                (ObjectNode) JSON.readTree(folder.resolve(name + ".json").toFile());
        json.remove("timing");
        return json;
    }

    @Test
    void reportsAccuracyConfusionSpikesAndJoulesAndSavesTheModel() throws IOException {
        CommandRun run = train("a");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Accuracy", "Confusion", "setosa", "output spikes", "energy in all", "evaluate");
        assertThat(folder.resolve("a")).isDirectoryContaining("glob:**/network.yaml");
        assertThat(result("a").get("schema").asText()).isEqualTo("ionspike-result/1");
        assertThat(result("a").get("ClassificationAccuracy").asDouble()).isBetween(0.6, 1.0);
        assertThat(result("a").get("energy_J").get("neurons").asDouble()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "circuit"})
    void assertionsInEveryStepChangeNoSpikeOfATraining(String fidelity) throws IOException {
        train("a", "--fidelity", fidelity);
        CommandRun checked = train("b", "--fidelity", fidelity, "--assertions", "full");

        assertThat(checked.exitCode()).as(checked.err()).isZero();
        assertThat(folder.resolve("b.csv")).hasSameTextualContentAs(folder.resolve("a.csv"));
        assertThat(result("b").get("confusion")).isEqualTo(result("a").get("confusion"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "circuit"})
    void evaluatingTheSavedModelGivesTheSameSpikesBitForBit(String fidelity) throws IOException {
        train("a", "--fidelity", fidelity);
        CommandRun run = CommandRun.of(
                "evaluate",
                folder.resolve("a"),
                "--quiet",
                "--json",
                folder.resolve("b.json"),
                "--spikes",
                folder.resolve("b.csv"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("b.csv")).hasSameTextualContentAs(folder.resolve("a.csv"));
        assertThat(result("b").get("confusion")).isEqualTo(result("a").get("confusion"));
        assertThat(result("b").get("energy_J")).isEqualTo(result("a").get("energy_J"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reduced", "circuit"})
    void theSameSeedGivesTheSameResultForAnyThreadsAndParking(String fidelity) throws IOException {
        train("a", "--seed", 5, "--threads", 1, "--parking", "on", "--fidelity", fidelity);
        train("b", "--seed", 5, "--threads", 2, "--parking", "off", "--fidelity", fidelity);
        train("c", "--seed", 6, "--threads", 1, "--parking", "on", "--fidelity", fidelity);

        assertThat(result("b")).isEqualTo(result("a"));
        assertThat(folder.resolve("b.csv")).hasSameTextualContentAs(folder.resolve("a.csv"));
        assertThat(result("c")).isNotEqualTo(result("a"));
    }

    @Test
    void eventsAndMatrixProductsClassifyAlike() throws IOException {
        train("a", "--backend", "auto");
        train("b", "--backend", "fused");

        // sums in another order may swap two neurons that fire at the same moment
        assertThat(result("b").get("ClassificationAccuracy").asDouble())
                .isCloseTo(result("a").get("ClassificationAccuracy").asDouble(), within(1.0 / 30));
    }

    @Test
    void aUsersTableIsTrainedAndOtherRowsOfItAreEvaluated() throws IOException {
        var rows = new StringBuilder("length,width,kind\n");
        for (int k = 0; k < 40; k++) {
            rows.append(k % 2 == 0 ? 1 + 0.01 * k : 5 + 0.01 * k).append(',').append(k % 2 == 0 ? 9 : 2);
            rows.append(',').append(k % 2 == 0 ? "tall" : "flat").append('\n');
        }
        Path table = Files.writeString(folder.resolve("things.csv"), rows);
        CommandRun trained = CommandRun.of(
                "train",
                "csv:" + table,
                "--label",
                "kind",
                "--neurons",
                6,
                "--epochs",
                5,
                "--readout",
                "vote",
                "--out",
                folder.resolve("things"),
                "--quiet");
        CommandRun evaluated = CommandRun.of("evaluate", folder.resolve("things"), "--quiet");
        CommandRun all = CommandRun.of(
                "evaluate", folder.resolve("things"), "--dataset", "csv:" + table, "--label", "kind", "--quiet");

        assertThat(trained.out()).as(trained.err()).contains("Accuracy  100.00 %  (8 of 8 held samples)");
        assertThat(evaluated.out()).as(evaluated.err()).contains("Accuracy  100.00 %  (8 of 8 held samples)");
        assertThat(all.out()).as(all.err()).contains("(40 of 40 held samples)");
    }

    @Test
    void aModelWhoseDataHasChangedIsNotEvaluatedOnIt() throws IOException {
        Path table = Files.writeString(folder.resolve("t.csv"), "1,a\n2,b\n1,a\n2,b\n1,a\n2,b\n1,a\n2,b\n");
        CommandRun trained = CommandRun.of(
                "train",
                "csv:" + table,
                "--neurons",
                2,
                "--epochs",
                1,
                "--held",
                0.5,
                "--out",
                folder.resolve("m"),
                "--quiet");
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        Files.writeString(table, "1,a\n2,b\n1,a\n2,b\n1,a\n3,b\n1,a\n2,b\n");

        CommandRun run = CommandRun.of("evaluate", folder.resolve("m"), "--quiet");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("is not what the model was trained on", "--dataset");
    }

    static Stream<List<Object>> wrongUses() {
        return Stream.of(
                List.of(2, "'digit'", "train", "digit"),
                List.of(2, "--neurons", "train", "iris", "--neurons", "many"),
                List.of(2, "neurons (0) must lie between 1 and 100000", "train", "iris", "--neurons", 0),
                List.of(2, "epochs (0)", "train", "iris", "--epochs", 0),
                List.of(2, "held (1.5)", "train", "iris", "--held", 1.5),
                List.of(2, "'superb'", "train", "iris", "--device", "superb"),
                List.of(2, "'morse'", "train", "iris", "--encoder", "morse"),
                List.of(2, "levels", "train", "iris", "--encoder", "thermometer:levels=-3"),
                List.of(2, "--readout", "train", "iris", "--readout", "oracle"),
                List.of(2, "threads (0)", "train", "iris", "--threads", 0),
                List.of(1, "nowhere.csv", "train", "csv:nowhere.csv"),
                List.of(1, "no-such-folder", "train", "idx:no-such-folder"),
                List.of(1, "no-such-model", "evaluate", "no-such-model"),
                List.of(2, "No model is named 'liff'", "models", "liff"),
                List.of(2, "TASK", "train"));
    }

    @ParameterizedTest
    @MethodSource("wrongUses")
    void aWrongUseIsASentenceAndAnExitCodeAndNoStackTrace(List<Object> use) {
        CommandRun run = CommandRun.of(use.subList(2, use.size()).toArray());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(use.get(0));
        assertThat(run.err()).contains(use.get(1).toString()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void aDeviceOfTheUsersIsReadFromAFile() throws IOException {
        Path device = Files.writeString(folder.resolve("d.yaml"), "format: 1\nstates: 8\ndeviceToDevice: 0.05\n");
        Path wrong = Files.writeString(folder.resolve("w.yaml"), "format: 1\nlevels: 8\n");

        assertThat(train("a", "--device", device).exitCode()).isZero();
        assertThat(result("a").get("model").get("device").get("levels").asInt()).isEqualTo(8);
        CommandRun refused = train("b", "--device", wrong);
        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.err()).contains("levels", "states");
        assertThat(folder.resolve("b")).doesNotExist();
    }

    @Test
    void aFolderThatIsNoModelIsNotReplaced() throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Files.writeString(letters.resolve("love.txt"), "dear");

        CommandRun run = CommandRun.of("train", "iris", "--neurons", 5, "--epochs", 1, "--quiet", "--out", letters);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(letters.resolve("love.txt")).hasContent("dear");
    }
}
