package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.benchmarks.learning.LearningSetting;
import org.ionspike.benchmarks.learning.LearningTask;
import org.ionspike.benchmarks.report.ResultJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchLearningCommandTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path folder;

    /** A task that is not ours: its accuracy is 0.5 plus a tenth of its seed. */
    public static final class OwnTask implements LearningTask {
        @Override
        public String name() {
            return "own-task";
        }

        @Override
        public String summary() {
            return "a task of the test";
        }

        @Override
        public ObjectNode run(long seed, LearningSetting setting) {
            return ResultJson.create().put("ClassificationAccuracy", 0.5 + 0.1 * seed);
        }
    }

    /** A task that fails for the second seed and gives no accuracy for the third. */
    public static final class BrokenTask implements LearningTask {
        @Override
        public String name() {
            return "broken-task";
        }

        @Override
        public String summary() {
            return "fails";
        }

        @Override
        public ObjectNode run(long seed, LearningSetting setting) {
            if (seed == 2) {
                throw new IllegalStateException("the tube leaks");
            }
            ObjectNode result = ResultJson.create();
            return seed == 3 ? result : result.put("ClassificationAccuracy", 1);
        }
    }

    private JsonNode read(String file) throws IOException {
        return mapper.readTree(folder.resolve("out").resolve(file).toFile());
    }

    private JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(mapper.readTree(
                        Path.of("..", "docs", "schema", name + ".schema.json").toFile()));
    }

    private CommandRun bench(Object... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"bench", "learning", "--quiet", "--out", folder.resolve("out")}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return CommandRun.of(words);
    }

    private CommandRun benchWithOwnTasks(Object... more) throws IOException {
        Path services = Files.createDirectories(folder.resolve("classes/META-INF/services"));
        Files.writeString(
                services.resolve(LearningTask.class.getName()),
                OwnTask.class.getName() + "\n" + BrokenTask.class.getName() + "\n");
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        URL classes = folder.resolve("classes").toUri().toURL();
        try (var loader = new URLClassLoader(new URL[] {classes}, before)) {
            thread.setContextClassLoader(loader);
            return bench(more);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void aTaskOfTheUsersOwnIsFoundAndRun() throws IOException {
        Path copy = folder.resolve("summary-copy.json");
        var run = benchWithOwnTasks("--tasks", "own-task", "--seeds", 3, "--json", copy);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("own-task +3 +70.00 \\+- 10.00 % +60.00 to 80.00");
        assertThat(read("own-task/seed-2.json").at("/ClassificationAccuracy").asDouble())
                .isEqualTo(0.7);
        JsonNode task = read("summary.json").at("/tasks/0");
        assertThat(task.at("/command").asText())
                .isEqualTo("ionspike bench learning --tasks own-task --seed 1 --seeds 1");
        assertThat(mapper.readTree(copy.toFile())).isEqualTo(read("summary.json"));
    }

    @Test
    void aTaskThatFailsIsReportedAndTheOthersGoOn() throws IOException {
        var run = benchWithOwnTasks("--tasks", "broken-task,own-task", "--seeds", 3);

        assertThat(run.exitCode()).isEqualTo(IonspikeCli.FAILED);
        assertThat(run.err()).contains("Not all was run: [broken-task].");
        assertThat(run.out())
                .contains("failed broken-task, seed 2: the tube leaks")
                .contains("failed broken-task, seed 3: Its result has ClassificationAccuracy () where a number")
                .containsPattern("own-task +3 ");
        JsonNode summary = read("summary.json");
        assertThat(schema("learning-summary-1").validate(summary)).isEmpty();
        assertThat(summary.at("/tasks/0/n").asInt()).isEqualTo(1);
        assertThat(summary.at("/tasks/0/failures/0/seed").asInt()).isEqualTo(2);
    }

    @Test
    void aRunIsThatOfItsCommand() throws IOException {
        assertThat(bench("--tasks", "wine", "--seeds", 1).exitCode()).isZero();
        JsonNode summary = read("summary.json");
        JsonNode result = read("wine/seed-1.json");
        String[] words = summary.at("/tasks/0/command").asText().split(" ");
        Path again = folder.resolve("again.json");
        List<Object> command = new ArrayList<>(List.of(words).subList(1, words.length));
        command.addAll(List.of("--quiet", "--out", folder.resolve("model"), "--json", again));
        CommandRun.of(command.toArray());

        assertThat(schema("learning-summary-1").validate(summary)).isEmpty();
        assertThat(schema("result-1").validate(result)).isEmpty();
        JsonNode alone = mapper.readTree(again.toFile());
        assertThat(result.get("confusion")).isEqualTo(alone.get("confusion"));
        assertThat(result.get("model")).isEqualTo(alone.get("model"));
        assertThat(summary.at("/tasks/0/accuracy/mean").asDouble())
                .isEqualTo(alone.get("ClassificationAccuracy").asDouble());
        assertThat(summary.at("/tasks/0/energy_J/mean").asDouble())
                .isEqualTo(alone.at("/energy_J/total").asDouble());
    }

    @Test
    void aTaskWithoutItsDataIsSkippedWithTheWayOut() throws IOException {
        var run = bench("--tasks", "mnist-400", "--data-dir", folder.resolve("empty"));

        assertThat(run.exitCode()).isEqualTo(IonspikeCli.FAILED);
        assertThat(run.out()).contains("skipped mnist-400: mnist is not in").contains("ionspike data fetch mnist");
        assertThat(schema("learning-summary-1").validate(read("summary.json"))).isEmpty();
        assertThat(read("summary.json").at("/skipped/0/task").asText()).isEqualTo("mnist-400");
    }

    @Test
    void theTasksAreListedAndAnUnknownOneIsRefused() {
        assertThat(bench("--list").out())
                .contains("iris")
                .contains("digits-vote-100")
                .contains("mnist-400")
                .contains("digits-conv        digits, conv-stdp with 128 filters, readout delta");
        var unknown = bench("--tasks", "numbers");
        assertThat(unknown.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(unknown.err()).contains("No learning task is named 'numbers'. Known: [breast-cancer, digits,");
    }
}
