package org.ionspike.networks.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the schemas of docs/schema against what is written. */
class SchemaTest {
    @TempDir
    Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void networksAreWrittenAsTheSchemaSays(long seed) throws IOException {
        Path file = directory.resolve("network.yaml");
        NetworkFile.write(SampleNetworks.everything(seed), file);
        assertThat(SchemaCheck.faults("network-1.schema.json", file)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void modelsAreWrittenAsTheSchemaSays(long seed) throws IOException {
        Path model = directory.resolve("model");
        ModelDirectory.save(model, SampleModels.small(seed));
        assertThat(SchemaCheck.faults("model-1.schema.json", model.resolve("model.yaml")))
                .isEmpty();
        assertThat(SchemaCheck.faults("network-1.schema.json", model.resolve("network.yaml")))
                .isEmpty();
    }
}
