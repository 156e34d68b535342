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
                                        + Element.rounded(100 * band) + " points."));
        groups.forEach((title, duels) -> {
            List<Duel> equal = duels.stream().filter(Duel::equal).toList();
            List<Duel> others = duels.stream().filter(duel -> !duel.equal()).toList();
            boolean shown = Model.headline(document)
                    .filter(model -> model.isNamed(duels.get(0).ionic()))
                    .isPresent();
            if (!equal.isEmpty()) {
                Element table = table(title + ", at equal accuracy.", equal);
                content.add(shown ? table : folded(title + ": " + equal.size() + " at equal accuracy", table));
            }
            if (!others.isEmpty()) {
                content.add(folded(
                        title + ": " + others.size() + " of another accuracy",
                        table(title + ", accuracy not equal.", others)));
            }
        });
        return Optional.of(content);
    }

    private static Element folded(String title, Element content) {
        return Element.of("details").add("summary", title).add(content);
    }

    private static Element table(String title, List<Duel> duels) {
        var table =
                new DataTable(title, List.of("against", "by prices of", "result", "accuracy", "what would turn it"));
        duels.forEach(duel -> table.row(duel.against())
                .text(duel.hardware())
                .cell(duel.againstJoules() / duel.ionicJoules(), result(duel))
                .text(accuracy(duel))
                .text(duel.turning()));
        return table.stack();
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
                .text(" by a factor of " + Amount.factor(duel.ratio()));
        result.add("small", duel.joules());
        return duel.open() ? result.add("small", "ranges of prices overlap") : result;
    }

    private static String accuracy(Duel duel) {
        double gap = Fields.number(duel.node(), "accuracy_gap");
        return Double.isNaN(gap) ? (duel.equal() ? "equal" : "not equal") : Amount.points(gap) + " apart";
    }
}
