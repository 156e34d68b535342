package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Accuracy and time of each seed. */
final class SeedTable {
    private SeedTable() {}

    static Optional<Element> of(JsonNode document) {
        List<JsonNode> runs = Fields.list(document, "runs");
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        var table = new DataTable("Each seed by itself.", List.of("seed", "accuracy", "wall time"));
        for (JsonNode run : runs) {
            double accuracy = Fields.number(run, "ClassificationAccuracy");
            double seconds = Fields.number(run, "wall_s");
            table.row(Fields.text(run, "seed"))
                    .number(accuracy, Amount.percent(accuracy))
                    .number(seconds, Amount.seconds(seconds));
        }
        return Optional.of(table.element());
    }
}
