package org.ionspike.networks.io;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The part of JSON Schema that our schemas use: keys, required keys, kinds, choices and references. */
final class SchemaCheck {
    private final JsonNode schema;
    private final List<String> faults = new ArrayList<>();

    private SchemaCheck(JsonNode schema) {
        this.schema = schema;
    }

    /** What in a YAML file is not as the schema says. */
    static List<String> faults(String schemaName, Path yaml) throws IOException {
        var schema = new ObjectMapper()
                .readTree(Path.of("..", "docs", "schema", schemaName).toFile());
        var check = new SchemaCheck(schema);
        check.check("", new YAMLMapper().readTree(yaml.toFile()), schema);
        return check.faults;
    }

    private void check(String place, JsonNode value, JsonNode given) {
        JsonNode rule = resolved(given);
        if (rule.has("oneOf")) {
            for (JsonNode choice : rule.path("oneOf")) {
                if (isOf(value, resolved(choice).path("type").asText())) {
                    check(place, value, choice);
                    return;
                }
            }
            faults.add(place + " is none of the choices");
            return;
        }
        if (!isOf(value, rule.path("type").asText())) {
            faults.add(place + " is no " + rule.path("type").asText() + ": " + value);
        }
        if (rule.has("enum") && !contains(rule.path("enum"), value)) {
            faults.add(place + " is not in the enum: " + value);
        }
        if (rule.has("pattern") && !value.asText().matches(rule.path("pattern").asText())) {
            faults.add(place + " does not match the pattern: " + value);
        }
        for (JsonNode key : rule.path("required")) {
            if (!value.has(key.asText())) {
                faults.add(place + " lacks " + key.asText());
            }
        }
        if (value.isArray() && rule.has("items")) {
            value.forEach(entry -> check(place + "[]", entry, rule.path("items")));
        }
        boolean open = !rule.has("properties") && !rule.has("additionalProperties");
        if (value.isObject() && !open) {
            value.properties()
                    .forEach(field -> member(place + "." + field.getKey(), field.getKey(), field.getValue(), rule));
        }
    }

    private void member(String place, String key, JsonNode value, JsonNode rule) {
        if (rule.path("properties").has(key)) {
            check(place, value, rule.path("properties").path(key));
        } else if (rule.path("additionalProperties").isObject()) {
            check(place, value, rule.path("additionalProperties"));
        } else {
            faults.add(place + " is not declared");
        }
    }

    private JsonNode resolved(JsonNode rule) {
        return rule.has("$ref") ? schema.at(rule.path("$ref").asText().substring(1)) : rule;
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> false;
        };
    }

    private static boolean contains(JsonNode list, JsonNode value) {
        for (JsonNode one : list) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
