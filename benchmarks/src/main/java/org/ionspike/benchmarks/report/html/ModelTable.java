package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/** Accuracy, NeuroBench's counts and size of every model. */
final class ModelTable {
    private static final ImmutableList<String> COLUMNS = ImmutableList.of(
            "model",
            "kind",
            "precision",
            "accuracy",
            "parameters",
            "footprint (bytes)",
            "connection sparsity",
            "activation sparsity",
            "effective MACs",
            "effective ACs",
            "dense operations",
            "membrane updates");

    private ModelTable() {}

    static Optional<Element> of(JsonNode document) {
        List<Model> models = Model.all(document);
        if (models.isEmpty()) {
            return Optional.empty();
        }
        var table = new DataTable(
                "Per sample, in the names of NeuroBench. Accuracy is mean \u00B1 standard deviation from seed to seed ("
                        + Caption.seeds(document) + ").",
                COLUMNS);
        Element words = Element.of("dl").style("models");
        for (Model model : models) {
            JsonNode node = model.node();
            table.row(model.letter() + " " + model.name())
                    .text(Fields.text(node, "kind"))
                    .text(Fields.text(node, "precision"))
                    .number(model.accuracy(), model.accuracyInWords());
            count(table, node, "ParameterCount");
            count(table, node, "Footprint");
            ratio(table, node, "ConnectionSparsity");
            ratio(table, node, "ActivationSparsity");
            JsonNode operations = node.path("SynapticOperations");
            count(table, operations, "Effective_MACs");
            count(table, operations, "Effective_ACs");
            count(table, operations, "Dense");
            count(table, node, "MembraneUpdates");
            String description = Fields.text(node, "description");
            if (!description.isEmpty()) {
                words.add(Element.of("dt")
                                .add(Element.of("b", model.letter()).style(model.tone()))
                                .text(" " + model.name()))
                        .add("dd", description);
            }
        }
        Element content = Element.of("div").add(table.element());
        return Optional.of(words.isEmpty() ? content : content.add(words));
    }

    private static void count(DataTable table, JsonNode node, String field) {
        double value = Fields.number(node, field);
        table.number(value, Amount.number(value));
    }

    private static void ratio(DataTable table, JsonNode node, String field) {
        double value = Fields.number(node, field);
        table.number(value, Amount.percent(value));
    }
}
