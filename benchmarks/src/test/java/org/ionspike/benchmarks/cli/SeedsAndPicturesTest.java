package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedsAndPicturesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private static CommandRun iris(Object... more) {
        var all = new ArrayList<Object>(List.of("train", "iris", "--neurons", 10, "--epochs", 2, "--quiet"));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray());
    }

    private JsonNode json(String name) throws IOException {
        return JSON.readTree(folder.resolve(name).toFile());
    }

    private static JsonNode withoutTiming(JsonNode result) {
        return ((ObjectNode) result.deepCopy()).without("timing");
    }

    @Test
    void everySeedGivesWhatItGivesAlone() throws IOException {
        CommandRun run = iris("--seed", 4, "--seeds", 3, "--threads", 2, "--json", folder.resolve("all.json"));
        iris("--seed", 5, "--out", folder.resolve("five"), "--json", folder.resolve("five.json"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("seeds 4 to 6", "accuracy", "mean", "+-");
        JsonNode all = json("all.json");
        JsonNode schema = JSON.readTree(
                Path.of("..", "docs", "schema", "seeds-1.schema.json").toFile());
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(all))
                .isEmpty();
        assertThat(all.get("runs").findValuesAsText("ClassificationAccuracy")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(withoutTiming(all.get("runs").get(1).get("result"))).isEqualTo(withoutTiming(json("five.json")));
        double mean = IntStream.range(0, 3)
                .mapToDouble(k ->
                        all.get("runs").get(k).get("ClassificationAccuracy").asDouble())
                .average()
                .orElseThrow();
        assertThat(all.get("accuracy").get("mean").asDouble()).isCloseTo(mean, within(1e-12));
        assertThat(Path.of("models", "iris", "seed-4")).doesNotExist();
    }

    @Test
    void modelsOfSeedsAreSavedOnlyWithAFolder() {
        CommandRun run = iris("--seeds", 2, "--out", folder.resolve("models"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("models/seed-1")).isDirectoryContaining("glob:**/network.yaml");
        assertThat(CommandRun.of("evaluate", folder.resolve("models/seed-2"), "--quiet")
                        .out())
                .contains("seed 2", "Accuracy");
    }

    @Test
    void whatIsOfOneRunIsRefusedWithSeveralSeeds() {
        for (Object[] options : List.of(
                new Object[] {"--pictures", folder},
                new Object[] {"--spikes", folder.resolve("s.csv")},
                new Object[] {"--checkpoint-every", 10})) {
            var all = new ArrayList<Object>(List.of("--seeds", 2));
            all.addAll(List.of(options));
            CommandRun run = iris(all.toArray());

            assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
            assertThat(run.err()).contains("--seeds");
        }
        assertThat(iris("--seeds", 0).err()).contains("seeds (0) must lie between 1 and 10000");
        assertThat(iris("--checkpoint-every", 0).err()).contains("checkpoint-every (0) must be at least 1");
    }

    private List<String> files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void picturesOfImagesShowFieldsAndThoseOfTablesWeights() throws IOException {
        CommandRun digits = CommandRun.of(
                "train",
                "digits",
                "--neurons",
                8,
                "--epochs",
                1,
                "--limit",
                60,
                "--quiet",
                "--backend",
                "fused",
                "--out",
                folder.resolve("d"),
                "--pictures",
                folder.resolve("pd"));
        CommandRun table = iris("--out", folder.resolve("i"), "--pictures", folder.resolve("pi"));
        CommandRun again = CommandRun.of(
                "evaluate",
                folder.resolve("d"),
                "--quiet",
                "--pictures",
                folder.resolve("pe"),
                "--picture-format",
                "svg");

        assertThat(digits.out()).as(digits.err()).contains("Pictures in ", "receptive-fields.png");
        assertThat(table.exitCode()).as(table.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(files("pd"))
                .containsExactly(
                        "accuracy.png",
                        "confusion.png",
                        "first-spikes.png",
                        "neuron-labels.png",
                        "receptive-fields.png");
        assertThat(files("pi"))
                .containsExactly(
                        "accuracy.png", "confusion.png", "first-spikes.png", "neuron-labels.png", "weights.png");
        assertThat(files("pe"))
                .containsExactly("confusion.svg", "first-spikes.svg", "neuron-labels.svg", "receptive-fields.svg");
        assertThat(Files.readString(folder.resolve("pe/confusion.svg"))).contains("true class", "seed 1");
        BufferedImage picture =
                ImageIO.read(folder.resolve("pd/receptive-fields.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1200);
        assertThat(IntStream.range(0, picture.getWidth() * picture.getHeight())
                        .map(k -> picture.getRGB(k % picture.getWidth(), k / picture.getWidth()))
                        .distinct()
                        .count())
                .as("shades of grey")
                .isGreaterThan(20);
    }

    @Test
    void theLearningCurveIsPrintedAndInTheResult() throws IOException {
        CommandRun run = iris("--out", folder.resolve("m"), "--json", folder.resolve("r.json"));

        assertThat(run.out()).contains("accuracy meanwhile", "after 240");
        JsonNode curve = json("r.json").get("training").get("curve");
        assertThat(curve.get("presentations").size()).isEqualTo(80);
        assertThat(curve.get("presentations").get(79).asInt()).isEqualTo(240);
        assertThat(curve.get("accuracy").get(79).asDouble()).isBetween(0.4, 1.0);
    }
}
