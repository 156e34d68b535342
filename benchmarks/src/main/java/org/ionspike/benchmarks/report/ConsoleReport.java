package org.ionspike.benchmarks.report;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.task.ConvolutionRun;
import org.ionspike.benchmarks.task.DiehlCookRun;
import org.ionspike.benchmarks.task.Evaluation;
import org.ionspike.benchmarks.task.LearningCurve;
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.benchmarks.task.WinnerTakeAllRun;
import org.ionspike.engine.simulation.EnergyBook;
import org.ionspike.engine.units.Energy;
import org.ionspike.engine.units.Time;
import org.ionspike.networks.architecture.Fidelity;
import org.ionspike.networks.convolution.NeuronCheck;

/** Prints an evaluation as text. */
public final class ConsoleReport {
    private final PrintWriter out;

    /** A report to the given writer. */
    public ConsoleReport(PrintWriter out) {
        this.out = out;
    }

    /** Accuracy, confusion matrix, spikes and joules per sample. */
    public void print(Evaluation evaluation) {
        ConfusionMatrix confusion = evaluation.confusion();
        out.printf(
                Locale.ROOT,
                "Accuracy  %.2f %%  (%d of %d held samples)%n%n",
                100 * confusion.accuracy(),
                confusion.correct(),
                confusion.total());
        printMatrix(confusion);
        out.println();
        out.println("Per sample (mean over the held samples)");
        row("input spikes", String.format(Locale.ROOT, "%.1f", evaluation.spikesIn()));
        row("output spikes", String.format(Locale.ROOT, "%.1f", evaluation.spikesOut()));
        row("synaptic operations", String.format(Locale.ROOT, "%.0f", evaluation.synapticOperations()));
        row("time lines are held", new Time(evaluation.activeSeconds()).toString());
        EnergyBook energy = evaluation.energy();
        if (energy.total() == 0) {
            out.println("  No energy: the network has no ionic devices.");
            return;
        }
        row("energy of the neurons", rounded(energy.neurons()));
        row("energy of the synapses", rounded(energy.synapses()));
        row("energy in all", rounded(energy.neurons() + energy.synapses()));
        out.println("  Energies are integrals of G V^2 over the ionic devices of the model, " + evaluation.energyScope()
                + ";");
        out.println("  drivers, amplifiers, ramp generator, spike detection, supplies and readout are not in them.");
    }

    /** The same weights read with other neurons. */
    public void printComparison(Fidelity fidelity, Evaluation compared, double sameWinner) {
        out.println();
        out.printf(
                Locale.ROOT,
                "The same weights with %s neurons%n",
                fidelity.name().toLowerCase(Locale.ROOT));
        row(
                "accuracy",
                String.format(Locale.ROOT, "%.2f %%", 100 * compared.confusion().accuracy()));
        row("same neuron fires first", String.format(Locale.ROOT, "%.2f %% of samples", 100 * sameWinner));
        row("energy in all", rounded(compared.energy().total()));
    }

    /** What learning took. */
    public void printTraining(TrainedTask result) {
        out.println();
        out.println("Training");
        if (result instanceof WinnerTakeAllRun.Result layer) {
            printTraining(layer);
        } else if (result instanceof ConvolutionRun.Result filters) {
            printTraining(filters);
        } else if (result instanceof DiehlCookRun.Result conventional) {
            row("samples shown", conventional.presentations() + " (" + result.epochs() + " epochs)");
            result.curve().ifPresent(curve -> row("accuracy meanwhile", learning(curve)));
            row("without an answer", Long.toString(conventional.unanswered()));
            row(
                    "excitatory spikes",
                    String.format(
                            Locale.ROOT,
                            "%.1f per sample",
                            conventional.spikes() / (double) conventional.presentations()));
        }
        TrainedTask.Timing timing = result.timing();
        row(
                "wall time",
                String.format(
                        Locale.ROOT,
                        "%.1f s training, %.1f s reading the training part and fitting, %.1f s testing",
                        timing.train(),
                        timing.label(),
                        timing.evaluate()));
    }

    private void printTraining(WinnerTakeAllRun.Result result) {
        var trained = result.trained();
        double samples = trained.presentations();
        row("samples shown", trained.presentations() + " (" + result.epochs() + " epochs)");
        result.curve().ifPresent(curve -> row("accuracy meanwhile", learning(curve)));
        row("without an answer", Long.toString(trained.unanswered()));
        row("device writes", String.format(Locale.ROOT, "%.1f per sample", trained.deviceWrites() / samples));
        row("energy in all", rounded(trained.energy().total()));
        row("of it programming", rounded(trained.energy().programming()));
        row("time in the network", duration(trained.simulatedSeconds()));
    }

    private void printTraining(ConvolutionRun.Result result) {
        var trained = result.trained();
        double pieces = trained.pieces();
        row("pieces shown", trained.pieces() + " (" + result.epochs() + " of each sample, on average)");
        row("without an answer", Long.toString(trained.unanswered()));
        row("device writes", String.format(Locale.ROOT, "%.1f per piece", trained.deviceWrites() / pieces));
        row("energy of the synapses", rounded(trained.synapseJoules()));
        row("energy of programming", rounded(trained.programmingJoules()));
        row(
                "time in the network",
                duration(pieces * result.architecture().presentation().si()));
        NeuronCheck check = result.check();
        row(
                "running neurons",
                String.format(
                        Locale.ROOT,
                        "the same filter first in %d of %d pieces, %.1f ms after the crossing",
                        check.sameFirst(),
                        check.pieces(),
                        1e3 * check.meanDelaySeconds()));
    }

    private static String duration(double seconds) {
        return new Time(Double.parseDouble(String.format(Locale.ROOT, "%.3e", seconds))).toString();
    }

    /** The accuracy after a tenth, a quarter, a half and all of the samples. */
    private static String learning(LearningCurve curve) {
        int points = curve.presentations().length();
        return IntStream.of(points / 10, points / 4, points / 2, points)
                        .filter(count -> count > 0)
                        .distinct()
                        .mapToObj(count -> String.format(
                                Locale.ROOT,
                                "%.1f %% after %d",
                                100 * curve.accuracy().get(count - 1),
                                curve.presentations().get(count - 1)))
                        .collect(Collectors.joining(", "))
                + " (votes of winners, of the last " + curve.window() + ")";
    }

    /** One line of a table of named values. */
    public void row(String name, String value) {
        out.printf(Locale.ROOT, "  %-24s %s%n", name, value);
    }

    /** Three significant digits, with a prefix. */
    public static String rounded(double joules) {
        if (joules == 0) {
            return "0 J";
        }
        return new Energy(Double.parseDouble(String.format(Locale.ROOT, "%.2e", joules))).toString();
    }

    private void printMatrix(ConfusionMatrix confusion) {
        int classes = confusion.classNames().size();
        int nameWidth = 6;
        for (String name : confusion.classNames()) {
            nameWidth = Math.max(nameWidth, Math.min(18, name.length()));
        }
        int width = Math.max(4, Integer.toString(confusion.total()).length() + 1);
        boolean gaps = false;
        for (int c = 0; c < classes; c++) {
            gaps |= confusion.unanswered(c) > 0;
        }
        out.println("Confusion (rows: true class, columns: answer" + (gaps ? ", -: no answer" : "") + ")");
        boolean short1 = confusion.classNames().stream().allMatch(name -> name.length() < 4);
        var head = new StringBuilder(" ".repeat(nameWidth + 2));
        for (int c = 0; c < classes; c++) {
            head.append(pad(short1 ? confusion.classNames().get(c) : Integer.toString(c + 1), width));
        }
        out.println(head + (gaps ? pad("-", width) : ""));
        for (int actual = 0; actual < classes; actual++) {
            String name = confusion.classNames().get(actual);
            String label = short1 ? name : (actual + 1) + " " + name;
            label = label.length() > nameWidth ? label.substring(0, nameWidth) : label;
            var line = new StringBuilder("  " + pad(label, nameWidth));
            for (int predicted = 0; predicted < classes; predicted++) {
                int count = confusion.count(actual, predicted);
                line.append(pad(count == 0 ? "." : Integer.toString(count), width));
            }
            if (gaps) {
                line.append(pad(Integer.toString(confusion.unanswered(actual)), width));
            }
            out.println(line);
        }
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
