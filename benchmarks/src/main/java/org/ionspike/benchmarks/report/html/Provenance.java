package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Everything that a document says about how it was made. */
final class Provenance {
    private Provenance() {}

    static Optional<Element> of(JsonNode document) {
        Element list = Element.of("dl").style("provenance");
        entry(list, "file", Fields.text(document, ReportDocument.FILE));
        entry(list, "schema", Fields.text(document, "schema"));
        object(list, "", document.path("run"));
        object(list, "split: ", document.path("split"));
        object(list, "machine: ", document.path("machine"));
        object(list, "time: ", document.path("timing"));
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static void object(Element list, String prefix, JsonNode node) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (field.getValue().isObject()) {
                object(list, field.getKey() + ": ", field.getValue());
            } else {
                entry(list, prefix + field.getKey(), value(field.getValue()));
            }
        }
    }

    private static String value(JsonNode node) {
        return node.isArray()
                ? String.join(
                        ", ", Fields.list(node).stream().map(JsonNode::asText).toList())
                : node.asText("");
    }

    private static void entry(Element list, String name, String value) {
        if (!value.isEmpty()) {
            list.add("dt", name).add("dd", value);
        }
    }
}
