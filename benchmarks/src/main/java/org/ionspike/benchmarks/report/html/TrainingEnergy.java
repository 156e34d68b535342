package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** What a whole training costs beside what a sample costs. */
final class TrainingEnergy {
    private TrainingEnergy() {}

    static Optional<Element> of(JsonNode document) {
        return EnergyTable.grid(
                document,
                "training_energy",
                "Energy of the whole training: typical, and (from the lowest to the highest prices); below it that of one"
                        + " sample, and for how many samples the training would pay.",
                TrainingEnergy::cell);
    }

    private static Element cell(Model model, JsonNode training) {
        double sample = model.energies().stream()
                .filter(energy -> Fields.text(training, "hardware").equals(Fields.text(energy, "hardware")))
                .mapToDouble(energy -> Fields.number(energy, "typical"))
                .findFirst()
                .orElse(Double.NaN);
        Element cell = EnergyTable.cell(training);
        return sample > 0
                ? cell.add(
                        "small",
                        "one sample " + Amount.joules(sample) + ", x "
                                + Amount.about(Fields.number(training, "typical") / sample))
                : cell;
    }
}
