package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** What a whole training costs beside what a sample costs. */
final class TrainingEnergy {
    private TrainingEnergy() {}

    static Optional<Element> of(JsonNode document) {
        List<Model> models = Model.all(document).stream()
                .filter(model -> !Fields.list(model.node(), "training_energy").isEmpty())
                .toList();
        if (models.isEmpty()) {
            return Optional.empty();
        }
        var table = new DataTable(
                "Energy of the whole training beside that of one sample, typical and (lowest to highest prices); the last"
                        + " column says after how many samples both have cost the same.",
                List.of("model", "price table", "training", "one sample", "samples for the same energy"));
        for (Model model : models) {
            for (JsonNode training : Fields.list(model.node(), "training_energy")) {
                String hardware = Fields.text(training, "hardware");
                double whole = Fields.number(training, "typical");
                double sample = model.energies().stream()
                        .filter(energy -> hardware.equals(Fields.text(energy, "hardware")))
                        .mapToDouble(energy -> Fields.number(energy, "typical"))
                        .findFirst()
                        .orElse(Double.NaN);
                table.row(model.letter() + " " + model.name())
                        .text(hardware)
                        .cell(whole, EnergyTable.cell(training, false))
                        .number(sample, Amount.joules(sample))
                        .number(whole / sample, Amount.about(whole / sample));
            }
        }
        return Optional.of(table.element());
    }
}
