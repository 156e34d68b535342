package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What sorts of numbers an energy is made of. */
final class Kinds {
    /** Sorts and what they mean. */
    private static final ImmutableMap<String, String> MEANING = ImmutableMap.of(
            "measured", "on a device or chip",
            "simulated", "by a model of a device or chip",
            "literature", "stated in a publication",
            "assumed", "chosen by us");

    private static final double LEAST_SHARE = 0.01;

    private Kinds() {}

    /** The initials of the sorts that make up at least a hundredth, the largest first, each with its share. */
    static Element marks(JsonNode energy) {
        Map<String, Double> sums = new LinkedHashMap<>();
        double total = 0;
        for (JsonNode term : Fields.list(energy, "terms")) {
            double joules = Fields.number(term, "joules", "typical");
            if (joules > 0) {
                sums.merge(Fields.text(term, "kind"), joules, Double::sum);
                total += joules;
            }
        }
        double all = total;
        Element marks = Element.of("span").style("kinds");
        sums.entrySet().stream()
                .filter(sum -> sum.getValue() >= LEAST_SHARE * all)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(sum -> marks.add(
                        mark(sum.getKey()).with("title", sum.getKey() + ": " + Amount.percent(sum.getValue() / all))));
        return marks;
    }

    /** The initial of a sort in its colour. */
    static Element mark(String kind) {
        String initial = kind.isEmpty() ? "?" : kind.substring(0, 1);
        return Element.of("abbr", initial).style("kind " + (MEANING.containsKey(kind) ? kind : "unknown"));
    }

    /** What the initials mean. */
    static Element key() {
        Element list = Element.of("ul").style("key");
        MEANING.forEach(
                (kind, meaning) -> list.add(Element.of("li").add(mark(kind)).text(" " + kind + ": " + meaning)));
        return list;
    }
}
