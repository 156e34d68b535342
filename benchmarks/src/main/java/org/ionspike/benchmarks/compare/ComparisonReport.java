package org.ionspike.benchmarks.compare;

import com.google.common.collect.Lists;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.benchmarks.energy.EnergyEstimate;
import org.ionspike.benchmarks.energy.HardwareProfile;
import org.ionspike.benchmarks.energy.HostEnergy;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.ConsoleReport;
import org.ionspike.engine.units.Time;

/** Prints a comparison as text: models, joules by price table, training, latency, this machine. */
public final class ComparisonReport {
    private static final int TABLES_SIDE_BY_SIDE = 3;
    private static final int NAME = 28;
    private static final int CELL = 34;

    private final PrintWriter out;
    private final Comparison comparison;
    private final List<Priced> priced;

    /** A report to the given writer. */
    public ComparisonReport(PrintWriter out, Comparison comparison, List<Priced> priced) {
        this.out = out;
        this.comparison = comparison;
        this.priced = priced;
    }

    /** Accuracy, size and operations of every model. */
    public void printModels() {
        out.printf(
                Locale.ROOT,
                "%-28s %16s %10s %11s %12s %12s %12s %11s%n",
                "model",
                "accuracy (%)",
                "parameters",
                "footprint",
                "dense ops",
                "MACs done",
                "ACs done",
                "updates");
        for (ComparedModel model : comparison.models()) {
            Tally tally = model.inference();
            out.printf(
                    Locale.ROOT,
                    "%-28s %16s %10d %9.1fkB %12.0f %12.0f %12.0f %11.0f%n",
                    model.name(),
                    accuracy(model),
                    model.first().parameters(),
                    model.first().footprintBytes() / 1000,
                    tally.get(Count.DENSE_MACS) + tally.get(Count.DENSE_ACS),
                    tally.get(Count.EFFECTIVE_MACS),
                    tally.get(Count.EFFECTIVE_ACS),
                    tally.get(Count.NEURON_UPDATES));
        }
        out.println(
                "Per sample, counted while the held samples were read. Dense: as if no input were zero; done: inputs that"
                        + " are zero left out.");
    }

    static String accuracy(ComparedModel model) {
        double spread = 100 * model.accuracySpread();
        return Double.isFinite(spread)
                ? String.format(Locale.ROOT, "%.2f +- %.2f", 100 * model.accuracy(), spread)
                : String.format(Locale.ROOT, "%.2f", 100 * model.accuracy());
    }

    /** Energy of a sample by every price table that can run the model, as typical (low to high). */
    public void printEnergies(List<HardwareProfile> tables) {
        out.println(
                "Energy per sample: typical (low to high); bounds, not an interval of confidence. -: not for this hardware.");
        for (List<HardwareProfile> group : Lists.partition(priceable(tables), TABLES_SIDE_BY_SIDE)) {
            out.println();
            var head = new StringBuilder(pad("", NAME));
            group.forEach(table -> head.append(pad(table.name(), CELL)));
            out.println(head.toString().stripTrailing());
            for (ComparedModel model : comparison.models()) {
                var line = new StringBuilder(pad(model.name(), NAME));
                boolean any = false;
                for (HardwareProfile table : group) {
                    Optional<Priced> one = find(model, table);
                    any |= one.isPresent();
                    line.append(pad(one.map(p -> range(p.inference())).orElse("-"), CELL));
                }
                if (any) {
                    out.println(line.toString().stripTrailing());
                }
            }
        }
    }

    private List<HardwareProfile> priceable(List<HardwareProfile> tables) {
        return tables.stream()
                .filter(table -> priced.stream().anyMatch(one -> one.hardware().equals(table)))
                .toList();
    }

    private Optional<Priced> find(ComparedModel model, HardwareProfile table) {
        return priced.stream()
                .filter(one -> one.model().equals(model) && one.hardware().equals(table))
                .findFirst();
    }

    private static String range(EnergyEstimate estimate) {
        return ConsoleReport.rounded(estimate.typical()) + " (" + ConsoleReport.rounded(estimate.low()) + " to "
                + ConsoleReport.rounded(estimate.high()) + ")";
    }

    /** Training beside inference, latency and energy-delay product, on some hardware. */
    public void printTraining(List<HardwareProfile> tables) {
        out.printf(
                "%-28s %-18s %12s %14s %18s %12s %14s%n",
                "model", "hardware", "a sample", "the training", "= samples of use", "latency", "energy x delay");
        for (ComparedModel model : comparison.models()) {
            for (HardwareProfile table : tables) {
                find(model, table).ifPresent(this::printTraining);
            }
        }
        out.println("Samples of use: how many samples the energy of the training would classify.");
    }

    private void printTraining(Priced one) {
        double sample = one.inference().typical();
        Optional<Double> training = one.training().map(EnergyEstimate::typical);
        out.printf(
                Locale.ROOT,
                "%-28s %-18s %12s %14s %18s %12s %14s%n",
                one.model().name(),
                one.hardware().name(),
                ConsoleReport.rounded(sample),
                training.map(ConsoleReport::rounded).orElse("-"),
                training.map(joules -> String.format(Locale.ROOT, "%.2e", joules / sample))
                        .orElse("-"),
                one.latencySeconds().map(ComparisonReport::seconds).orElse("-"),
                one.energyDelay()
                        .map(js -> String.format(Locale.ROOT, "%.2e J s", js))
                        .orElse("-"));
    }

    static String seconds(double value) {
        return new Time(Double.parseDouble(String.format(Locale.ROOT, "%.2e", value))).toString();
    }

    /** What this machine took. */
    public void printHost() {
        boolean measured = comparison.hostJoulesPerCpuSecond().isPresent();
        double watts = comparison.hostJoulesPerCpuSecond().orElse(HostEnergy.WATTS_PER_CORE);
        out.printf("%-28s %14s %14s %18s%n", "model", "training CPU", "a sample CPU", "training energy");
        for (ComparedModel model : comparison.models()) {
            double train = model.mean(ModelRun::trainCpuSeconds);
            out.printf(
                    Locale.ROOT,
                    "%-28s %14s %14s %18s%n",
                    model.name(),
                    Double.isNaN(train) ? "-" : seconds(train),
                    seconds(model.mean(ModelRun::inferenceCpuSeconds)),
                    Double.isNaN(train) ? "-" : ConsoleReport.rounded(train * watts));
        }
        out.printf(
                Locale.ROOT,
                "This machine simulating the models, %s. Networks simulate devices; int8 models here hold whole numbers in"
                        + " doubles.%n",
                measured
                        ? "energy measured by RAPL for the whole run and shared out by seconds of processor time"
                        : "energy estimated: CPU seconds x an assumed " + Math.round(watts)
                                + " W a core, as no energy counter can be read here");
    }

    /** Every count, price and source behind every energy. */
    public void printExplanation() {
        for (Priced one : priced) {
            out.printf("%s on %s: %s%n", one.model().name(), one.hardware().name(), range(one.inference()));
            for (EnergyEstimate.Term term : one.inference().terms()) {
                out.printf(
                        Locale.ROOT,
                        "  %-10s %-18s %.6g x %s (%s to %s) = %s  [%s: %s]%n",
                        term.part(),
                        term.count()
                                + (term.price().item().contains("-int")
                                                || term.price().item().contains("-float")
                                        ? " as " + term.price().item()
                                        : ""),
                        term.amount(),
                        price(term, term.price().typical()),
                        price(term, term.price().low()),
                        price(term, term.price().high()),
                        ConsoleReport.rounded(term.typical()),
                        term.price().kind(),
                        term.price().source());
            }
        }
    }

    private static String price(EnergyEstimate.Term term, double value) {
        return term.price().unit().equals("J/J")
                ? String.format(Locale.ROOT, "%.4g", value)
                : ConsoleReport.rounded(value);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
