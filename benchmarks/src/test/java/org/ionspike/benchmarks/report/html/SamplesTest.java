package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
    @ParameterizedTest
    @ValueSource(strings = {"compare", "sweep"})
    void whatThePageIsTriedWithIsAsTheSchemaSays(String name) throws IOException {
        JsonNode schema = Samples.MAPPER.readTree(
                Path.of("..", "docs", "schema", name + "-1.schema.json").toFile());
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(Samples.read("sample-" + name + ".json")))
                .isEmpty();
    }
}
