package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Energy that a single run computed for its ionic devices, without any electronics around them. */
final class DeviceEnergy {
    private DeviceEnergy() {}

    static Optional<Element> of(JsonNode document) {
        JsonNode energy = document.path("energy_J");
        double total = Fields.number(energy, "total");
        if (Double.isNaN(total)) {
            return Optional.empty();
        }
        var table = new DataTable(
                "Per sample, " + Fields.text(energy, "kind") + ": " + Fields.text(energy, "scope") + ".",
                List.of("part", "energy"));
        for (String part : List.of("neurons", "synapses", "total")) {
            double joules = Fields.number(energy, part);
            table.row(part).number(joules, Amount.joules(joules));
        }
        return Optional.of(table.element());
    }
}
