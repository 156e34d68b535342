package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The price tables and where each price is from. */
final class PriceTables {
    private PriceTables() {}

    static Optional<Element> of(JsonNode document) {
        Element content = Element.of("div");
        for (JsonNode hardware : Fields.list(document, "hardware")) {
            List<JsonNode> prices = new ArrayList<>(Fields.list(hardware, "prices"));
            prices.addAll(Fields.list(hardware, "times"));
            String name = Fields.text(hardware, "name");
            Element details = Element.of("details")
                    .add(Element.of("summary").add("b", name).text(" " + Fields.text(hardware, "title")));
            String note = Fields.text(hardware, "note");
            if (!note.isEmpty()) {
                details.add("p", note);
            }
            details.add(
                    "p",
                    "Runs: "
                            + String.join(
                                    ", ",
                                    Fields.list(hardware, "runs").stream()
                                            .map(JsonNode::asText)
                                            .toList())
                            + ". Operations with a zero are "
                            + (hardware.path("skips_zeros").asBoolean() ? "left out." : "paid for.")
                            + (hardware.path("computes_silence").asBoolean()
                                    ? " Synapses that no spike reaches are computed too."
                                    : ""));
            var table = new DataTable(
                    "Energy, or time, per unit.", List.of("item", "low", "typical", "high", "kind", "source"));
            for (JsonNode price : prices) {
                table.row(Fields.text(price, "item"));
                number(table, price, "low");
                number(table, price, "typical");
                number(table, price, "high");
                table.text(Fields.text(price, "kind")).text(Fields.text(price, "source"));
            }
            content.add(details.add(table.element()));
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private static void number(DataTable table, JsonNode price, String field) {
        double value = Fields.number(price, field);
        table.number(value, Price.words(value, Fields.text(price, "item"), Fields.text(price, "unit")));
    }
}
