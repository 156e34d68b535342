package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each ionic model against each conventional one, and what would turn the result. */
final class BreakEven {
    private BreakEven() {}

    static Optional<Element> of(JsonNode document) {
        Map<String, List<Duel>> groups = groups(document);
        if (groups.isEmpty()) {
            return Optional.empty();
        }
        double band = Fields.number(document, "run", "band");
        Element content = Element.of("div");
        content.add(
                "p",
                "Energy of one sample, typical prices."
                        + (Double.isNaN(band)
                                ? ""
                                : " Accuracies count as equal where their means differ by at most "
                                        + Amount.points(band) + "."));
        groups.forEach((title, duels) -> {
            var table = new DataTable(
                    title, List.of("against", "by prices of", "result", "energy", "accuracy", "what would turn it"));
            duels.forEach(duel -> table.row(duel.against())
                    .text(duel.hardware())
                    .cell(duel.againstJoules() / duel.ionicJoules(), result(duel))
                    .text(duel.joules())
                    .text(accuracy(duel))
                    .text(duel.turning()));
            content.add(table.element());
        });
        return Optional.of(content);
    }

    /** Comparisons by ionic model and its price table. */
    static Map<String, List<Duel>> groups(JsonNode document) {
        Map<String, List<Duel>> groups = new LinkedHashMap<>();
        for (Duel duel : Duel.all(document)) {
            groups.computeIfAbsent(duel.ionic() + " on " + duel.ionicHardware(), title -> new ArrayList<>())
                    .add(duel);
        }
        return groups;
    }

    private static Element result(Duel duel) {
        Element result = Element.of("div")
                .add(Element.of("b", duel.wins() ? "wins" : "loses").style(duel.wins() ? "wins" : "loses"))
                .text(" by " + Amount.times(duel.ratio()));
        return duel.open() ? result.add("small", "ranges of prices overlap") : result;
    }

    private static String accuracy(Duel duel) {
        double gap = Fields.number(duel.node(), "accuracy_gap");
        String words = Double.isNaN(gap) ? "" : " (" + Amount.points(gap) + " apart)";
        return (duel.equal() ? "equal" : "not equal") + words;
    }
}
