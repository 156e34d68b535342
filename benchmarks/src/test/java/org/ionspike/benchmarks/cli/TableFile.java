package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the JSON of a physics command and holds it against docs/schema/table-1.schema.json. */
final class TableFile {
    private TableFile() {}

    static JsonNode read(Path json) throws IOException {
        var mapper = new ObjectMapper();
        JsonNode schema = mapper.readTree(
                Path.of("..", "docs", "schema", "table-1.schema.json").toFile());
        JsonNode written = mapper.readTree(json.toFile());
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(schema)
                        .validate(written))
                .isEmpty();
        return written;
    }
}
