package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads what a document has; what it lacks is an empty list, an empty text or NaN. */
final class Fields {
    private Fields() {}

    /** The entries of a list. */
    static List<JsonNode> list(JsonNode node, String field) {
        return list(node.path(field));
    }

    /** The entries of a list. */
    static List<JsonNode> list(JsonNode array) {
        List<JsonNode> entries = new ArrayList<>();
        if (array.isArray()) {
            array.forEach(entries::add);
        }
        return entries;
    }

    /** A number; NaN where there is none. */
    static double number(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return found.isNumber() ? found.asDouble() : Double.NaN;
    }

    /** A text; empty where there is none. */
    static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    /** Whether there is anything but null. */
    static boolean has(JsonNode node, String... path) {
        JsonNode found = at(node, path);
        return !found.isMissingNode() && !found.isNull();
    }

    /** All numbers of a list. */
    static double[] numbers(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .mapToDouble(value -> value.isNumber() ? value.asDouble() : Double.NaN)
                .toArray();
    }

    private static JsonNode at(JsonNode node, String... path) {
        JsonNode found = node;
        for (String field : path) {
            found = found.path(field);
        }
        return found;
    }
}
