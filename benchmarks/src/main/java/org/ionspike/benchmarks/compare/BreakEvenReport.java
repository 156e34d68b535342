package org.ionspike.benchmarks.compare;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.report.ConsoleReport;

/** Says where an ionic network wins, where it loses, and what would have to change. */
public final class BreakEvenReport {
    private final PrintWriter out;
    private final Comparison comparison;
    private final List<BreakEven> pairs;

    /** A report to the given writer. */
    public BreakEvenReport(PrintWriter out, Comparison comparison, List<BreakEven> pairs) {
        this.out = out;
        this.comparison = comparison;
        this.pairs = pairs;
    }

    /** Networks and families whose accuracies are too far apart. */
    public void printRefused() {
        double band = comparison.settings().band();
        for (ComparedModel ionic : comparison.leanIonic()) {
            var families = new ArrayList<String>();
            for (ComparedModel other : comparison.conventional()) {
                String family = other.first().family();
                if (other.first().kinds().contains(ModelKind.CONVENTIONAL) && !families.contains(family)) {
                    families.add(family);
                    refuse(ionic, family, band);
                }
            }
        }
    }

    private void refuse(ComparedModel ionic, String family, double band) {
        ComparedModel nearest = comparison.conventional().stream()
                .filter(model -> model.first().family().equals(family))
                .min((a, b) -> Double.compare(gap(a, ionic), gap(b, ionic)))
                .orElseThrow();
        if (gap(nearest, ionic) > band) {
            boolean better = nearest.accuracy() > ionic.accuracy();
            out.printf(
                    Locale.ROOT,
                    "%s: %s. The nearest of %s, %s, is %.2f points %s accurate (%.2f against %.2f %%), more than the band of %.2f"
                            + " points%s%n",
                    comparison.settings().unequal() ? "Not equal" : "Refused",
                    ionic.name(),
                    family,
                    nearest.name(),
                    100 * gap(nearest, ionic),
                    better ? "more" : "less",
                    100 * nearest.accuracy(),
                    100 * ionic.accuracy(),
                    100 * band,
                    comparison.settings().unequal()
                            ? "; compared because --unequal says so."
                            : ". A wider --band, or --unequal, compares them.");
        }
    }

    private static double gap(ComparedModel a, ComparedModel b) {
        return Math.abs(a.accuracy() - b.accuracy());
    }

    /** The limits against conventional models on one hardware. */
    public void printLimits(String ionicHardware, String hardware) {
        out.printf("Ionic networks on %s against conventional models on %s, typical prices%n", ionicHardware, hardware);
        boolean any = false;
        for (BreakEven pair : pairs) {
            if (comparison.leanIonic().contains(pair.ionic().model())
                    && pair.ionic().hardware().name().equals(ionicHardware)
                    && pair.against().hardware().name().equals(hardware)) {
                any = true;
                print(pair);
            }
        }
        if (!any) {
            out.println("  no pair within the band of accuracy");
        }
    }

    private void print(BreakEven pair) {
        double ours = pair.ionic().inference().typical();
        double theirs = pair.against().inference().typical();
        out.printf(
                Locale.ROOT,
                "  %s %s against %s%s: %s against %s, %.3g times%s%n",
                pair.ionic().model().name(),
                pair.wins() ? "WINS" : "LOSES",
                pair.against().model().name(),
                pair.equal() ? "" : String.format(Locale.ROOT, " (NOT EQUAL: %+.2f points)", 100 * pair.gap()),
                ConsoleReport.rounded(ours),
                ConsoleReport.rounded(theirs),
                pair.wins() ? theirs / ours : ours / theirs,
                pair.wins() && !pair.winsForCertain() ? " (not at the ends of the ranges)" : "");
        out.printf(
                Locale.ROOT,
                "    break-even: energy of a read %s (now %s), input spikes a sample %s (now %.1f), time lines are held %s (now"
                        + " %s)%n",
                limit(pair.readJoules(), ConsoleReport::rounded),
                ConsoleReport.rounded(pair.readJoules().now()),
                limit(pair.inputSpikes(), spikes -> String.format(Locale.ROOT, "%.3g", spikes)),
                pair.inputSpikes().now(),
                limit(pair.holdSeconds(), ComparisonReport::seconds),
                ComparisonReport.seconds(pair.holdSeconds().now()));
    }

    private static String limit(BreakEven.Limit limit, DoubleFunction<String> words) {
        Optional<Double> most = limit.most();
        return most.map(words::apply).orElse("none: loses even at 0");
    }

    /** Plainly: against which conventional models on which hardware, and by how much. */
    public void printLosses() {
        out.println("Where the ionic networks lose, by typical prices (how many times the energy)");
        for (ComparedModel ionic : comparison.leanIonic()) {
            List<String> tables = pairs.stream()
                    .map(pair -> pair.ionic().hardware().name())
                    .distinct()
                    .toList();
            for (String table : tables) {
                printLosses(ionic, table);
            }
        }
        long better = comparison.conventional().stream()
                .filter(model -> comparison.ionic().stream().allMatch(ionic -> model.accuracy() > ionic.accuracy()))
                .count();
        if (better > 0) {
            out.printf(
                    "  In accuracy: %d of the %d conventional models answer better than every ionic network.%n",
                    better, comparison.conventional().size());
        }
    }

    private void printLosses(ComparedModel ionic, String table) {
        List<BreakEven> ofNetwork = pairs.stream()
                .filter(pair -> pair.ionic().model().equals(ionic)
                        && pair.ionic().hardware().name().equals(table))
                .toList();
        if (ofNetwork.isEmpty()) {
            return;
        }
        String lost = ofNetwork.stream()
                .filter(pair -> !pair.wins())
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s on %s %.3g",
                        pair.against().model().name(),
                        pair.against().hardware().name(),
                        pair.ionic().inference().typical()
                                / pair.against().inference().typical()))
                .collect(Collectors.joining(", "));
        out.printf("  %s on %s: %s%n", ionic.name(), table, lost.isEmpty() ? "against none that is as accurate" : lost);
    }
}
