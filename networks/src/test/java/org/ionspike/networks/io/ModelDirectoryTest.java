package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ionspike.networks.readout.Readout;
import org.ionspike.networks.readout.SpikeReadout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {
    @TempDir
    Path parent = Path.of("");

    private Path model = Path.of("");

    @BeforeEach
    void name() {
        model = parent.resolve("my-model");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, Long.MIN_VALUE, Long.MAX_VALUE})
    void loadsExactlyWhatWasSaved(long seed) {
        SavedModel saved = SampleModels.small(seed);
        ModelDirectory.save(model, saved);
        SavedModel loaded = ModelDirectory.load(model);
        assertThat(loaded.description()).isEqualTo(saved.description());
        assertThat(loaded.network()).isEqualTo(saved.network());
        assertThat(loaded.result()).hasToString(saved.result().toString());
        assertThat(loaded.readout()).hasSameClassAs(saved.readout());
        assertThat(((SpikeReadout) loaded.readout()).winners()).isEqualTo(((SpikeReadout) saved.readout()).winners());
        assertThat(loaded.readout().weights()).isDeepEqualTo(saved.readout().weights());
        assertThat(ModelDirectory.describe(model)).isEqualTo(saved.description());
    }

    @Test
    void replacesAModelAndLeavesNothingElseBehind() throws IOException {
        ModelDirectory.save(model, SampleModels.small(1));
        Files.writeString(model.resolve("my-notes.txt"), "mine");
        ModelDirectory.save(model, SampleModels.small(2));
        assertThat(ModelDirectory.describe(model).seed()).isEqualTo(2);
        assertThat(model.resolve("my-notes.txt")).hasContent("mine");
        assertThat(names(parent)).containsExactly("my-model");
        assertThat(names(model))
                .containsExactlyInAnyOrder("model.yaml", "network.yaml", "arrays.h5", "result.json", "my-notes.txt");
    }

    @Test
    void savesIntoAnEmptyDirectoryAndIntoOneThatIsNotThereYet() throws IOException {
        Files.createDirectory(model);
        ModelDirectory.save(model, SampleModels.small(1));
        Path deep = parent.resolve("a/b/c");
        ModelDirectory.save(deep, SampleModels.small(2));
        assertThat(ModelDirectory.isModel(model)).isTrue();
        assertThat(ModelDirectory.isModel(deep)).isTrue();
    }

    @Test
    void doesNotReplaceADirectoryThatIsNoModel() throws IOException {
        Files.createDirectory(model);
        Files.writeString(model.resolve("thesis.tex"), "years of work");
        assertThatThrownBy(() -> ModelDirectory.save(model, SampleModels.small(1)))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(model + ": is not replaced, because it is no Ionspike model (it holds no model.yaml). "
                        + "Choose another directory, or remove it first.");
        assertThat(model.resolve("thesis.tex")).hasContent("years of work");
        assertThat(names(parent)).containsExactly("my-model");
    }

    @Test
    void leavesTheFormerModelWhenTheNewOneCannotBeWritten() {
        ModelDirectory.save(model, SampleModels.small(1));
        SavedModel good = SampleModels.small(2);
        var unwritable =
                new SavedModel(good.description(), good.network(), new OddReadout(good.readout()), good.result());
        assertThatThrownBy(() -> ModelDirectory.save(model, unwritable))
                .hasMessage("The readout 'odd' cannot be saved. Known: [count, delta, feature-delta, s2-stdp, vote].");
        assertThat(ModelDirectory.describe(model).seed()).isEqualTo(1);
    }

    @Test
    void isNotDisturbedByWhatAKilledRunLeft() throws IOException {
        Files.createDirectories(parent.resolve(".my-model.new-1"));
        Files.writeString(parent.resolve(".my-model.new-1/arrays.h5"), "half");
        ModelDirectory.save(model, SampleModels.small(1));
        ModelDirectory.save(model, SampleModels.small(2));
        assertThat(ModelDirectory.load(model).description().seed()).isEqualTo(2);
    }

    @Test
    void tellsWhereAnInterruptedSaveLeftTheFormerModel() throws IOException {
        ModelDirectory.save(model, SampleModels.small(1));
        Path aside = Files.createDirectory(parent.resolve(".my-model.old-1")).resolve("my-model");
        Files.move(model, aside);
        assertThatThrownBy(() -> ModelDirectory.load(model))
                .hasMessageContaining("there is no such model directory")
                .hasMessageContaining("left the former model at " + aside);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.yaml", "network.yaml", "arrays.h5", "result.json"})
    void saysWhichPartIsMissing(String part) throws IOException {
        ModelDirectory.save(model, SampleModels.small(1));
        Files.delete(model.resolve(part));
        assertThatThrownBy(() -> ModelDirectory.load(model))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.yaml", "network.yaml", "arrays.h5", "result.json"})
    void saysWhichPartIsDamaged(String part) throws IOException {
        ModelDirectory.save(model, SampleModels.small(1));
        byte[] bytes = Files.readAllBytes(model.resolve(part));
        for (int length : new int[] {0, 1, 7, bytes.length / 2}) {
            byte[] cut = Arrays.copyOf(bytes, length);
            Files.write(model.resolve(part), cut);
            assertThatThrownBy(() -> ModelDirectory.load(model))
                    .as(part + " cut to " + length)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageContaining(part);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format: 1|format: 2|model.yaml:2:1: format (2) is not read by this version",
                "task: csv|tasks: csv|tasks is not known. Known here: [architecture, classes, dataHash",
                "name: delta|name: oracle|readout.name ('oracle') is no readout. Known: [count, delta, feature-delta, s2-stdp, vote].",
                "winners: 7|winners: 0|winners (0) must be at least 1.",
                "winners: 7|winners: many|readout.winners (many) must be a whole number",
                "[\"0\", Iris setosa, \"yes\"]|[a, b]|Columns of the readout (3) must be 2, for 2 classes.",
                "seed: 1|seed: 1.5|seed (1.5) must be a whole number",
                "dataset: /held-out|dataset: /none|holds no dataset '/none'. It holds [/held-out, /readout/weights,",
                "dataset: /held-out|dataset: /scaling/offset|'/scaling/offset' holds values of another kind",
                "dataset: /scaling/offset|dataset: /readout/weights|has the shape [20, 3]; a list of numbers is needed.",
                "file: arrays.h5|file: ../arrays.h5|must be the plain name of a file in the same directory",
            })
    void namesWhatIsWrong(String written, String changed, String message) throws IOException {
        ModelDirectory.save(model, SampleModels.small(1));
        Path file = model.resolve("model.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(written);
        Files.writeString(file, text.replace(written, changed));
        assertThatThrownBy(() -> ModelDirectory.load(model))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("model.yaml:")
                .hasMessageContaining(message);
    }

    private static List<String> names(Path directory) throws IOException {
        try (var list = Files.list(directory)) {
            return list.map(path -> directory.relativize(path).toString()).toList();
        }
    }

    private record OddReadout(Readout inner) implements Readout {
        @Override
        public float[][] weights() {
            return inner.weights();
        }

        @Override
        public String name() {
            return "odd";
        }
    }
}
