package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was compared and who wins where, in sentences. */
final class Verdict {
    private static final int MOST_NAMED = 4;

    private final JsonNode document;
    private final List<Model> ionic;
    private final List<Model> headline;
    private final List<Model> conventional;

    private String foot = "";

    private Verdict(JsonNode document) {
        this.document = document;
        ionic = Model.all(document).stream().filter(Model::ionic).toList();
        headline = Model.headline(document).stream().toList();
        conventional =
                Model.all(document).stream().filter(model -> !model.ionic()).toList();
    }

    static Optional<Element> of(JsonNode document) {
        var verdict = new Verdict(document);
        Element loses = Element.of("ul");
        Element wins = Element.of("ul");
        verdict.accuracy(loses, wins);
        verdict.energy(loses, wins);
        verdict.latency(loses, wins);
        if (loses.isEmpty() && wins.isEmpty()) {
            return Optional.empty();
        }
        Element cards = Element.of("div").style("cards");
        cards.add(card("Where the ionic network loses", "loses", loses));
        cards.add(card("Where it wins", "wins", wins));
        Element content = Element.of("div").add(cards);
        return Optional.of(
                verdict.foot.isEmpty()
                        ? content
                        : content.add(Element.of("p", verdict.foot).style("foot")));
    }

    private static Element card(String title, String tone, Element list) {
        Element card = Element.of("div").style("card " + tone).add("h3", title);
        return list.isEmpty() ? card.add("p", "Nowhere in this comparison.") : card.add(list);
    }

    private void accuracy(Element loses, Element wins) {
        Optional<Model> best = conventional.stream().max(Comparator.comparingDouble(Model::accuracy));
        double band = Fields.number(document, "run", "band");
        for (Model model : headline) {
            best.filter(other -> !Double.isNaN(other.accuracy() - model.accuracy()))
                    .ifPresent(other -> {
                        double gap = other.accuracy() - model.accuracy();
                        String accuracies =
                                " (" + model.accuracyInWords() + " against " + other.accuracyInWords() + ")";
                        if (gap > 0) {
                            boolean equal = gap <= band;
                            add(
                                    loses,
                                    "Accuracy",
                                    model.name() + " is " + Amount.points(gap) + " below the best conventional model, "
                                            + other.name() + accuracies
                                            + (equal ? ", within the band that counts as equal." : "."));
                        } else {
                            add(
                                    wins,
                                    "Accuracy",
                                    model.name() + " is " + Amount.points(gap) + " above the best conventional model, "
                                            + other.name() + accuracies + ".");
                        }
                    });
        }
    }

    private void energy(Element loses, Element wins) {
        for (Map.Entry<String, List<Duel>> group : BreakEven.groups(document).entrySet()) {
            List<Duel> equal = group.getValue().stream()
                    .filter(Duel::equal)
                    .filter(duel -> headline.stream().anyMatch(model -> model.isNamed(duel.ionic())))
                    .toList();
            List<Duel> won = equal.stream().filter(Duel::wins).toList();
            List<Duel> lost = equal.stream().filter(duel -> !duel.wins()).toList();
            energy(loses, group.getKey() + " takes more energy in ", lost, equal.size());
            energy(wins, group.getKey() + " takes less energy in ", won, equal.size());
        }
        long others = Duel.all(document).stream().filter(duel -> !duel.equal()).count();
        if (others > 0) {
            foot = others + " more comparisons are between models of different accuracy; see break-even. ";
        }
        foot += alone();
        if (ionic.size() > headline.size()) {
            foot = "Of the ionic networks this is " + headline.get(0).name() + ", the most accurate; for "
                    + (ionic.size() == 2 ? "the other" : "the others") + " see break-even. " + foot;
        }
    }

    /** Networks that no conventional model equals in accuracy. */
    private String alone() {
        Set<String> compared =
                Duel.all(document).stream().filter(Duel::equal).map(Duel::ionic).collect(Collectors.toSet());
        String names = String.join(
                ", ",
                ionic.stream()
                        .map(Model::name)
                        .filter(name -> !compared.contains(name))
                        .toList());
        return names.isEmpty() || conventional.isEmpty()
                ? ""
                : "No energies are compared at equal accuracy for " + names
                        + ": no conventional model is close enough.";
    }

    private static void energy(Element list, String begin, List<Duel> duels, int of) {
        if (duels.isEmpty()) {
            return;
        }
        Element named = Element.of("ul");
        duels.stream()
                .sorted(Comparator.comparingDouble(Duel::ratio).reversed())
                .limit(MOST_NAMED)
                .forEach(duel -> named.add(Element.of("li")
                        .text("against " + duel.against() + " on " + duel.hardware() + ": ")
                        .add("b", Amount.factor(duel.ratio()) + " times")
                        .text(" (" + duel.joules() + (duel.open() ? "; price ranges overlap" : "") + ")")));
        if (duels.size() > MOST_NAMED) {
            named.add("li", "and " + (duels.size() - MOST_NAMED) + " more by smaller factors");
        }
        list.add(Element.of("li")
                .add("b", "Energy. ")
                .text(begin + duels.size() + " of " + of + " comparisons at equal accuracy:")
                .add(named));
    }

    private void latency(Element loses, Element wins) {
        Set<String> devices = Fields.list(document, "hardware").stream()
                .filter(EnergyTable::runsIonic)
                .map(hardware -> Fields.text(hardware, "name"))
                .collect(Collectors.toSet());
        Optional<JsonNode> own = energies(ionic)
                .filter(energy -> devices.contains(Fields.text(energy, "hardware")))
                .min(byLatency());
        Optional<JsonNode> fastest = energies(conventional).min(byLatency());
        if (own.isEmpty() || fastest.isEmpty()) {
            return;
        }
        double ours = Fields.number(own.get(), "latency_s");
        double theirs = Fields.number(fastest.get(), "latency_s");
        add(
                ours > theirs ? loses : wins,
                "Time",
                "The fastest answer of ionic devices takes " + Amount.seconds(ours) + ", the fastest conventional one "
                        + Amount.seconds(theirs) + " (" + Fields.text(fastest.get(), "hardware") + "): "
                        + Amount.factor(Math.max(ours / theirs, theirs / ours)) + " times "
                        + (ours > theirs ? "slower." : "faster."));
    }

    private static Stream<JsonNode> energies(List<Model> models) {
        return models.stream()
                .flatMap(model -> model.energies().stream())
                .filter(energy -> Fields.number(energy, "latency_s") > 0);
    }

    private static Comparator<JsonNode> byLatency() {
        return Comparator.comparingDouble(energy -> Fields.number(energy, "latency_s"));
    }

    private static void add(Element list, String about, String sentence) {
        list.add(Element.of("li").add("b", about + ". ").text(sentence));
    }
}
