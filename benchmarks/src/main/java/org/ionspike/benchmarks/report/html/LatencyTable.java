package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** How long a sample takes, and energy times delay, where a price table knows times. */
final class LatencyTable {
    private LatencyTable() {}

    static Optional<Element> of(JsonNode document) {
        var table = new DataTable(
                "Latency of one sample and energy-delay product, typical.",
                List.of("model", "price table", "latency", "energy", "energy-delay product"));
        boolean any = false;
        for (Model model : Model.all(document)) {
            for (JsonNode energy : model.energies()) {
                double latency = Fields.number(energy, "latency_s");
                if (Double.isFinite(latency)) {
                    any = true;
                    double joules = Fields.number(energy, "typical");
                    double product = Fields.number(energy, "edp_Js");
                    table.row(model.letter() + " " + model.name())
                            .text(Fields.text(energy, "hardware"))
                            .number(latency, Amount.seconds(latency))
                            .number(joules, Amount.joules(joules))
                            .number(product, Amount.number(product) + Amount.SPACE + "J\u00B7s");
                }
            }
        }
        return any ? Optional.of(table.element()) : Optional.empty();
    }
}
