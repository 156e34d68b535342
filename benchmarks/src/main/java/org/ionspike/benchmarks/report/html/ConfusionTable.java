package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How often a class was answered for another, as a table whose cells are as dark as their share of the row. */
final class ConfusionTable {
    private static final double DARK = 0.55;

    private ConfusionTable() {}

    static Optional<Element> of(JsonNode document) {
        Element content = Element.of("div").style("pair");
        Fields.list(document, "confusion").stream()
                .filter(node -> !Fields.list(node, "counts").isEmpty())
                .forEach(node -> content.add(figure(node)));
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private static Element figure(JsonNode node) {
        List<JsonNode> classes = Fields.list(node, "classes");
        List<JsonNode> rows = Fields.list(node, "counts");
        double[] unanswered = Fields.numbers(node, "unanswered");
        Element head = Element.of("tr").add("th", "");
        classes.forEach(name -> head.add(Element.of("th", name.asText()).with("scope", "col")));
        Element body = Element.of("tbody");
        for (int k = 0; k < rows.size(); k++) {
            Element row = Element.of("tr");
            String name = k < classes.size() ? classes.get(k).asText() : String.valueOf(k);
            row.add(Element.of("th", name).with("scope", "row"));
            List<JsonNode> cells = Fields.list(rows.get(k));
            double sum =
                    cells.stream().mapToDouble(JsonNode::asDouble).sum() + (k < unanswered.length ? unanswered[k] : 0);
            for (int j = 0; j < cells.size(); j++) {
                row.add(cell(cells.get(j).asLong(), sum, j == k));
            }
            body.add(row);
        }
        double silent = java.util.Arrays.stream(unanswered).sum();
        Element table = Element.of("table")
                .style("confusion")
                .add("caption", "rows: true class; columns: answer")
                .add(Element.of("thead").add(head))
                .add(body);
        return Caption.figure(
                Fields.text(node, "model"),
                Element.of("div").style("table").with("tabindex", "0").add(table),
                Caption.model(node) + ". Numbers of test samples"
                        + (silent > 0 ? "; " + Amount.number(silent) + " more had no answer." : "."));
    }

    private static Element cell(long count, double sum, boolean right) {
        double share = sum > 0 ? count / sum : 0;
        // a fault is seen although it is rare
        double ink = right ? share : Math.sqrt(share);
        return Element.of("td", count == 0 ? "" : String.valueOf(count))
                .style((right ? "right" : "wrong") + (ink > DARK ? " dark" : ""))
                .with("style", String.format(Locale.ROOT, "--share:%.2f", ink));
    }
}
