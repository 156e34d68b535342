package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** What a sample costs each model by each price table, and of what that is made. */
final class EnergyTable {
    private EnergyTable() {}

    static Optional<Element> of(JsonNode document) {
        return grid(
                        document,
                        "energy",
                        "Energy of one sample: typical, and (from the lowest to the highest prices).",
                        (model, energy) -> cell(energy).add(Kinds.marks(energy)))
                .map(table -> Element.of("div").add(table).add(Kinds.key()).add(terms(document)));
    }

    /**
     * Models by price tables.
     *
     * @param field of a model
     * @param cell what stands in a cell
     */
    static Optional<Element> grid(
            JsonNode document, String field, String caption, BiFunction<Model, JsonNode, Element> cell) {
        List<Model> models = Model.all(document).stream()
                .filter(model -> !Fields.list(model.node(), field).isEmpty())
                .toList();
        if (models.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> tables = tables(document, field);
        List<String> columns = new ArrayList<>(List.of("model", "accuracy"));
        columns.addAll(tables.keySet());
        var table = new DataTable(caption, columns);
        for (Model model : models) {
            table.row(model.letter() + " " + model.name()).number(model.accuracy(), Amount.percent(model.accuracy()));
            for (String hardware : tables.keySet()) {
                Fields.list(model.node(), field).stream()
                        .filter(energy -> hardware.equals(Fields.text(energy, "hardware")))
                        .findFirst()
                        .ifPresentOrElse(
                                energy -> table.cell(Fields.number(energy, "typical"), cell.apply(model, energy)),
                                table::none);
            }
        }
        return Optional.of(table.element());
    }

    /** Typical and range. */
    static Element cell(JsonNode energy) {
        Element cell = Element.of("div").add("b", Amount.joules(Fields.number(energy, "typical")));
        return Fields.has(energy, "low") && Fields.has(energy, "high")
                ? cell.add("small", "(" + range(energy, "low", "high") + ")")
                : cell;
    }

    private static String range(JsonNode node, String low, String high) {
        return Amount.joules(Fields.number(node, low)) + " to " + Amount.joules(Fields.number(node, high));
    }

    /** Names of price tables that are used, with their titles: those of ionic devices first. */
    static Map<String, String> tables(JsonNode document, String field) {
        Map<String, String> tables = new LinkedHashMap<>();
        Fields.list(document, "hardware").stream()
                .sorted(Comparator.comparing(hardware -> !runsIonic(hardware)))
                .forEach(hardware -> tables.put(Fields.text(hardware, "name"), Fields.text(hardware, "title")));
        List<String> used = Model.all(document).stream()
                .flatMap(model -> Fields.list(model.node(), field).stream())
                .map(energy -> Fields.text(energy, "hardware"))
                .toList();
        used.forEach(name -> tables.putIfAbsent(name, name));
        tables.keySet().retainAll(used);
        return tables;
    }

    static boolean runsIonic(JsonNode hardware) {
        return Fields.list(hardware, "runs").stream().anyMatch(kind -> "ionic".equals(kind.asText()));
    }

    private static Element terms(JsonNode document) {
        Element details = Element.of("details").add("summary", "Every term: counts times prices");
        for (Model model : Model.all(document)) {
            for (JsonNode energy : model.energies()) {
                if (!Fields.list(energy, "terms").isEmpty()) {
                    details.add("h3", model.name() + " on " + Fields.text(energy, "hardware"));
                    details.add(termTable(energy));
                }
            }
        }
        return details;
    }

    private static Element termTable(JsonNode energy) {
        var table = new DataTable(
                "Each term, typical and its range; where the prices are from is said in the price tables.",
                List.of("part", "count", "amount", "price each", "energy", "range", "kind"));
        for (JsonNode term : Fields.list(energy, "terms")) {
            double joules = Fields.number(term, "joules", "typical");
            double amount = Fields.number(term, "amount");
            table.row(Fields.text(term, "part"))
                    .text(Fields.text(term, "count"))
                    .number(amount, Amount.number(amount))
                    .text(Price.words(
                            Fields.number(term, "price", "typical"),
                            Fields.text(term, "item"),
                            Fields.text(term, "unit")))
                    .number(joules, Amount.joules(joules))
                    .text(range(term.path("joules"), "low", "high"))
                    .text(Fields.text(term, "kind"));
        }
        return table.element();
    }
}
