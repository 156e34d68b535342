package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What the models cost on the computer that ran them. */
final class HostTable {
    private HostTable() {}

    static Optional<Element> of(JsonNode document) {
        List<Model> models = Model.all(document).stream()
                .filter(model -> Fields.has(model.node(), "host"))
                .toList();
        if (models.isEmpty()) {
            return Optional.empty();
        }
        var table = new DataTable(
                "CPU seconds are measured. Joules are measured only where the last columns say so; an ionic model is"
                        + " simulated here, so its cost on this computer says nothing about its devices.",
                List.of(
                        "model",
                        "training (CPU)",
                        "one sample (CPU)",
                        "training (J)",
                        "one sample (J)",
                        "joules are",
                        "how"));
        for (Model model : models) {
            JsonNode host = model.node().path("host");
            table.row(model.letter() + " " + model.name());
            seconds(table, host, "train_cpu_s");
            seconds(table, host, "inference_cpu_s");
            joules(table, host, "train_J");
            joules(table, host, "inference_J");
            String kind = Fields.text(host, "kind");
            table.text(kind.equals("measured-rapl") ? "measured (RAPL)" : kind).text(Fields.text(host, "note"));
        }
        return Optional.of(table.element());
    }

    private static void seconds(DataTable table, JsonNode host, String field) {
        double value = Fields.number(host, field);
        table.number(value, Amount.seconds(value));
    }

    private static void joules(DataTable table, JsonNode host, String field) {
        double value = Fields.number(host, field);
        table.number(value, Amount.joules(value));
    }
}
