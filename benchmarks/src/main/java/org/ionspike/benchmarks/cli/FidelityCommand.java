package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.neuron.ReductionReport;
import org.ionspike.engine.neuron.ReductionReport.Decay;
import org.ionspike.engine.neuron.ReductionReport.Firing;
import org.ionspike.engine.neuron.ReductionReport.Pair;
import org.ionspike.engine.neuron.ReductionReport.Ramp;
import org.ionspike.engine.neuron.ReductionReport.Step;
import org.ionspike.engine.physics.IonicCircuit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ionspike fidelity}. */
@Command(
        name = "fidelity",
        description =
                "What the reduced neuron costs against the circuit's reference solution: f-I curve, latency, ramps,"
                        + " decaying inputs, second spikes, at values that were not used to calibrate it.",
        footer = {"", "Example:", "  ionspike fidelity"})
final class FidelityCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        var report = ReductionReport.of(new IonicCircuit(), new ReducedIonicNeuron());
        PrintWriter out = spec.commandLine().getOut();
        out.println("Circuit neuron (Dormand-Prince 8(5,3), adaptive) against reduced-ionic-neuron.");
        firing(out, report.firing());
        steps(out, report.steps());
        ramps(out, report.ramps());
        decays(out, report.decays());
        pairs(out, report.pairs());
        out.flush();
    }

    private static void firing(PrintWriter out, List<Firing> rows) {
        out.printf(
                "%nSustained firing under a held current%n%12s %12s %12s %9s%n",
                "I/pA", "circuit/Hz", "reduced/Hz", "error/%");
        for (Firing row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%12.2f %12.2f %12.2f %9.2f%n",
                    1e12 * row.current().si(),
                    row.circuit().si(),
                    row.reduced().si(),
                    100 * row.relativeError());
        }
    }

    private static void steps(PrintWriter out, List<Step> rows) {
        out.printf(
                "%nFirst spike after a step from rest%n%12s %12s %12s %9s%n",
                "I/pA", "circuit/ms", "reduced/ms", "error/%");
        for (Step row : rows) {
            boolean fires = Double.isFinite(row.circuit().si());
            out.printf(
                    Locale.ROOT,
                    "%12.2f %12s %12s %9s%n",
                    1e12 * row.current().si(),
                    millis(row.circuit().si()),
                    millis(row.reduced().si()),
                    fires ? String.format(Locale.ROOT, "%.2f", 100 * row.relativeError()) : "");
        }
    }

    private static String millis(double seconds) {
        return Double.isFinite(seconds) ? String.format(Locale.ROOT, "%.4f", 1e3 * seconds) : "no spike";
    }

    private static void ramps(PrintWriter out, List<Ramp> rows) {
        out.printf(
                "%nSpike on a common ramp from rest%n%12s %12s %12s %12s %9s %9s%n",
                "r/(nA/s)", "start/pA", "circuit/pA", "reduced/pA", "error/pA", "error/us");
        for (Ramp row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%12.1f %12.1f %12.3f %12.3f %9.3f %9.2f%n",
                    1e9 * row.rate().si(),
                    1e12 * row.start().si(),
                    1e12 * row.circuit().si(),
                    1e12 * row.reduced().si(),
                    1e12 * row.error().si(),
                    1e6 * row.timeError().si());
        }
    }

    private static void decays(PrintWriter out, List<Decay> rows) {
        out.printf(
                "%nThreshold of the peak of a decaying input%n%12s %12s %12s %9s%n",
                "decay/ms", "circuit/pA", "reduced/pA", "error/%");
        for (Decay row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%12.3f %12.2f %12.2f %9.2f%n",
                    1e3 * row.decay().si(),
                    1e12 * row.circuit().si(),
                    1e12 * row.reduced().si(),
                    100 * row.relativeError());
        }
    }

    private static void pairs(PrintWriter out, List<Pair> rows) {
        out.printf(
                "%nSecond spike: a step after a pause that follows a spike%n%12s %12s %12s %12s %9s%n",
                "I/pA", "pause/ms", "circuit/ms", "reduced/ms", "error/ms");
        for (Pair row : rows) {
            out.printf(
                    Locale.ROOT,
                    "%12.1f %12.2f %12s %12s %9.3f%n",
                    1e12 * row.current().si(),
                    1e3 * row.pause().si(),
                    millis(row.circuit().si()),
                    millis(row.reduced().si()),
                    1e3 * row.error().si());
        }
    }
}
