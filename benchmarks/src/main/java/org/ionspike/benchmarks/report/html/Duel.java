package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * An ionic model against a conventional one, each by one price table.
 *
 * @param node what the document says
 * @param ionicJoules of a sample, typical
 * @param againstJoules of a sample of the other, typical
 */
record Duel(JsonNode node, double ionicJoules, double againstJoules) {
    /** All of a document. */
    static List<Duel> all(JsonNode document) {
        return Fields.list(document, "break_even").stream()
                .map(node -> new Duel(node, Fields.number(node, "ionic_J"), Fields.number(node, "against_J")))
                .filter(duel -> duel.ionicJoules > 0 && duel.againstJoules > 0)
                .toList();
    }

    String ionic() {
        return Fields.text(node, "ionic");
    }

    String ionicHardware() {
        return Fields.text(node, "ionic_hardware");
    }

    String against() {
        return Fields.text(node, "against");
    }

    String hardware() {
        return Fields.text(node, "hardware");
    }

    /** Whether the accuracies differ by no more than the band. */
    boolean equal() {
        return node.path("equal").asBoolean();
    }

    /** Whether the ionic model takes less energy. */
    boolean wins() {
        return ionicJoules < againstJoules;
    }

    /** How many times the energy of the better one the other takes. */
    double ratio() {
        return Math.max(ionicJoules / againstJoules, againstJoules / ionicJoules);
    }

    /** Whether the ranges of prices leave it open who wins. */
    boolean open() {
        ImmutableDoubleArray ours = range("ionic_range_J");
        ImmutableDoubleArray theirs = range("against_range_J");
        return ours.length() == 2
                && theirs.length() == 2
                && ours.get(0) <= theirs.get(1)
                && theirs.get(0) <= ours.get(1);
    }

    private ImmutableDoubleArray range(String field) {
        return ImmutableDoubleArray.copyOf(Fields.numbers(node, field));
    }

    /** {@code 30 nJ against 2.5 nJ}. */
    String joules() {
        return Amount.joules(ionicJoules) + " against " + Amount.joules(againstJoules);
    }

    /** What would have to change for the other to win or for the ionic one to lose. */
    String turning() {
        String than = wins() ? " more than " : " less than ";
        List<String> ways = new ArrayList<>();
        way("if the read of a device took" + than, "read_energy", "_J", "", Amount::joules)
                .ifPresent(ways::add);
        way(wins() ? "with more than " : "with fewer than ", "input_spikes", "", " input spikes", Amount::number)
                .ifPresent(ways::add);
        way("if lines were held for" + than, "hold", "_s", "", Amount::seconds).ifPresent(ways::add);
        String words = String.join(", or ", ways);
        if (wins()) {
            return words.isEmpty() ? "No single one of reads, spikes and hold time." : "Would lose " + words + ".";
        }
        String reads = Fields.has(node, "read_energy_J") ? "" : "Reads for nothing would not be enough. ";
        return reads + (words.isEmpty() ? "" : "Would win " + words + ".");
    }

    private Optional<String> way(
            String condition, String field, String unit, String what, DoubleFunction<String> words) {
        double value = Fields.number(node, field + unit);
        double present = Fields.number(node, field + "_now" + unit);
        return value > 0 && present > 0
                ? Optional.of(condition + words.apply(value) + what + " (now " + words.apply(present) + ")")
                : Optional.empty();
    }
}
