package org.ionspike.benchmarks.cli;

import static org.ionspike.engine.units.Units.pA;
import static org.ionspike.engine.units.Units.us;

import java.util.List;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.FidelityTable;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.KernelReport;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.neuron.ReductionReport;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.SpikeShape;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike fidelity}. */
@Command(
        name = "fidelity",
        description =
                "What each approximation costs, in percent and in microseconds: particles by a slit, the exact circuit"
                        + " by its fast kernel, the circuit by the reduced neuron; and the published particle neuron, which"
                        + " the circuit misses.",
        footer = {"", "Examples:", "  ionspike fidelity", "  ionspike fidelity --particles --csv fidelity.csv"})
final class FidelityCommand implements Runnable {
    private static final String KERNEL = "circuit -> kernel";
    private static final String REDUCED = "circuit -> reduced";
    private static final String PUBLISHED = "published neuron -> circuit";

    /** Step of the circuit's kernel unless a network chooses another. */
    private static final Time STEP = us(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--particles",
            description = "Runs the particles anew (some minutes) instead of taking the numbers measured before.")
    private boolean particles;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Of the particles that are run anew. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        var table = new FidelityTable();
        ParticleFidelity measured = particles ? ParticleFidelity.live(spec, seed) : ParticleFidelity.measured();
        measured.addTo(table);
        kernel(table);
        reduced(table);
        published(table);
        var result = new Result("fidelity", table.table(), table::chart)
                .with("particles", measured.source())
                .with("kernel step", STEP)
                .printWhole();
        table.worst().forEach(result::found);
        figure.write(spec.commandLine().getOut(), result);
    }

    private static void kernel(FidelityTable table) {
        var report = KernelReport.of(new IonicNeuron(), STEP, List.of(pA(80), pA(100), pA(160), pA(230)));
        for (KernelReport.Row row : report.rows()) {
            String at = row.current().toString();
            table.time(
                    KERNEL,
                    "worst spike time within 16 ms (s)",
                    at,
                    row.spike().reference().si(),
                    row.spike().kernel().si());
            table.time(
                    KERNEL,
                    "interval (s)",
                    at,
                    row.interval().reference().si(),
                    row.interval().kernel().si());
            table.number(
                    KERNEL,
                    "dissipation in 60 ms (J)",
                    at,
                    row.dissipated().reference().si(),
                    row.dissipated().kernel().si());
        }
    }

    private static void reduced(FidelityTable table) {
        var report = ReductionReport.of(new IonicCircuit(), new ReducedIonicNeuron());
        report.firing()
                .forEach(row -> table.number(
                        REDUCED,
                        "firing rate (Hz)",
                        row.current().toString(),
                        row.circuit().si(),
                        row.reduced().si()));
        report.firing()
                .forEach(row -> table.number(
                        REDUCED,
                        "dissipation per spike (J)",
                        row.current().toString(),
                        row.circuitEnergy().si(),
                        row.reducedEnergy().si()));
        report.steps()
                .forEach(row -> table.time(
                        REDUCED,
                        "first spike (s)",
                        "step to " + row.current(),
                        row.circuit().si(),
                        row.reduced().si()));
        report.ramps()
                .forEach(row -> table.timed(
                        REDUCED,
                        "current at the spike of a ramp (A)",
                        row.rate() + " from " + row.start(),
                        row.circuit().si(),
                        row.reduced().si(),
                        row.timeError().si()));
        report.decays()
                .forEach(row -> table.number(
                        REDUCED,
                        "threshold of a decaying input (A)",
                        "decay " + row.decay(),
                        row.circuit().si(),
                        row.reduced().si()));
        report.pairs()
                .forEach(row -> table.time(
                        REDUCED,
                        "second spike (s)",
                        row.current() + " after a pause of " + row.pause(),
                        row.circuit().si(),
                        row.reduced().si()));
    }

    /**
     * The trace of the particle neuron in the output files of PEmRobin/2D-nanofluidic-memristors, 13 spikes: interval
     * 87.9 +- 16.0 us, peak 0.0784 +- 0.0047, trough 0.0181 +- 0.0051 kT/(e A), width at 0.05 kT/(e A) 16.4 +- 2.4 us,
     * as measured on it; ours is computed.
     */
    private static void published(FidelityTable table) {
        double unit = new Electrolyte().thermalField().si()
                * IonicCircuit.robin2021().sodium().length().si();
        SpikeShape ours = SpikeShape.robin2021(IonicCircuit.robin2021(), new Voltage(0.05 * unit));
        String at = "0.1 nA and chi = 1";
        table.time(PUBLISHED, "interval (s)", at, 87.9e-6, ours.interval().si());
        table.number(PUBLISHED, "peak (kT/(e A))", at, 0.0784, ours.peak().si() / unit);
        table.signed(PUBLISHED, "trough (kT/(e A))", at, 0.0181, ours.trough().si() / unit);
        table.time(
                PUBLISHED,
                "width at 0.05 kT/(e A) (s)",
                at,
                16.4e-6,
                ours.width().si());
    }
}
