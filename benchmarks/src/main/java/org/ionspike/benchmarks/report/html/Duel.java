package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
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

    /** What would have to change for the other to win or the ionic one to lose. */
    String turning() {
        String words = clause("a read of all devices", "read_energy_J", "read_energy_now_J", Amount::joules)
                + clause("the number of input spikes", "input_spikes", "input_spikes_now", Amount::number)
                + clause("the time for which lines are held", "hold_s", "hold_now_s", Amount::seconds);
        if (words.isEmpty()) {
            return wins()
                    ? "Neither read energy nor spikes nor hold time alone would turn it."
                    : "Neither less read energy nor fewer spikes nor a shorter hold time alone would be enough.";
        }
        return (wins() ? "The ionic network would lose" : "The ionic network would win") + words + ".";
    }

    private String clause(String what, String field, String now, DoubleFunction<String> words) {
        double value = Fields.number(node, field);
        if (!(value > 0)) {
            return "";
        }
        double present = Fields.number(node, now);
        return " if " + what + (wins() ? " rose to " : " fell to ") + words.apply(value)
                + (Double.isNaN(present) ? "" : " (now " + words.apply(present) + ")") + ";";
    }
}
