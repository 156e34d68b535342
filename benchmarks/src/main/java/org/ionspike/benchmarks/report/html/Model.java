package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A model of a document, with the letter by which pictures name it.
 *
 * @param letter {@code A} for the first
 * @param node what the document says of it
 */
record Model(String letter, JsonNode node) {
    private static final int LETTERS = 26;

    /** All of a document. */
    static List<Model> all(JsonNode document) {
        List<JsonNode> nodes = Fields.list(document, "models");
        return nodes.stream()
                .map(node -> new Model(letter(nodes.indexOf(node)), node))
                .toList();
    }

    /** The ionic model that stands for all in short: the most accurate, of equals the one that takes least energy. */
    static Optional<Model> headline(JsonNode document) {
        return all(document).stream()
                .filter(Model::ionic)
                .min(Comparator.comparingDouble((Model model) -> -model.accuracy())
                        .thenComparingDouble(model -> Duel.all(document).stream()
                                .filter(duel -> duel.ionic().equals(model.name()))
                                .mapToDouble(Duel::ionicJoules)
                                .min()
                                .orElse(Double.POSITIVE_INFINITY)));
    }

    private static String letter(int index) {
        String last = String.valueOf((char) ('A' + index % LETTERS));
        return index < LETTERS ? last : letter(index / LETTERS - 1) + last;
    }

    /** Its name. */
    String name() {
        return Fields.text(node, "name");
    }

    /** Whether it is of ionic devices. */
    boolean ionic() {
        return "ionic".equals(Fields.text(node, "kind"));
    }

    /** The class of its colour. */
    String tone() {
        return ionic() ? "ionic" : "conventional";
    }

    /** Mean accuracy over seeds. */
    double accuracy() {
        return Fields.number(node, "accuracy", "mean");
    }

    /** {@code 97.1 % +- 0.4}. */
    String accuracyInWords() {
        double spread = Fields.number(node, "accuracy", "sd");
        return Amount.percent(accuracy())
                + (Double.isNaN(spread) ? "" : " \u00B1" + Amount.SPACE + Amount.fixed(100 * spread, 1));
    }

    /** Its energies, one for each price table. */
    List<JsonNode> energies() {
        return Fields.list(node, "energy");
    }

    /** Whether a comparison means it: by name, or by name and precision. */
    boolean isNamed(String name) {
        return name.equals(name()) || name.equals(name() + " " + Fields.text(node, "precision"));
    }

    /** The key of letters below a picture. */
    static Element key(List<Model> models) {
        Element list = Element.of("ul").style("key");
        for (Model model : models) {
            list.add(Element.of("li")
                    .add(Element.of("b", model.letter()).style(model.tone()))
                    .text(" " + model.name()));
        }
        return list;
    }
}
