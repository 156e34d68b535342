package org.ionspike.networks.io;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A YAML file against a schema of docs/schema. */
final class SchemaCheck {
    private SchemaCheck() {}

    /** What in the file is not as the schema says. */
    static List<String> faults(String schemaName, Path yaml) throws IOException {
        Path schema = Path.of("..", "docs", "schema", schemaName);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(new ObjectMapper().readTree(schema.toFile()))
                .validate(new YAMLMapper().readTree(yaml.toFile()))
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
