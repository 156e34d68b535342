package org.ionspike.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.FiringCurve;
import org.ionspike.engine.physics.FiringCurve.Point;
import org.ionspike.engine.physics.InputCurrent;
import org.ionspike.engine.physics.IonNoise;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.NoisyCircuit;
import org.ionspike.engine.physics.SpikeStatistics;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike neuron fi}. */
@Command(
        name = "fi",
        description = "Firing rate against a held current, by the reference integrator and by the reduced neuron;"
                + " rheobase and depolarization block.",
        footer = {
            "",
            "Examples:",
            "  ionspike neuron fi --plot fi.png",
            "  ionspike neuron fi --current 87pA --current 113pA"
        })
final class NeuronFiringCommand implements Runnable {
    /** pA: the currents of the reference table. */
    private static final double[] PICOAMPERES = {
        0, 40, 50, 55, 58, 60, 62, 64, 66, 68, 70, 75, 80, 90, 100, 120, 140, 160, 180, 200, 220, 240, 250, 260, 280,
        300
    };

    private static final int REPEATS = 10;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Mixin
    private NoiseOptions noiseOptions;

    @Option(
            names = "--current",
            paramLabel = "I",
            description = "A current; give the option as often as needed. Default: 26 from 0 to 300 pA.")
    private @Nullable List<Current> currents;

    @Option(names = "--duration", paramLabel = "T", description = "Duration of a run. Default: 60 ms.")
    private Time duration = new Time(0.06);

    @Option(names = "--settling", paramLabel = "T", description = "Left out at its beginning. Default: 20 ms.")
    private Time settling = new Time(0.02);

    @Option(
            names = "--circuit",
            paramLabel = "default|robin2021|FILE.yaml",
            description = "The circuit; the reduced neuron belongs to the default one. Default: default.")
    private String circuitName = "default";

    @Override
    public void run() {
        figure.check(spec);
        var circuit = Usage.of(spec, () -> CircuitOption.parse(circuitName));
        var curve = Usage.of(
                spec,
                () -> new FiringCurve(CircuitReference.scaledTo(circuit).withTolerance(1e-10), duration, settling));
        List<Current> asked = currents == null
                ? DoubleStream.of(PICOAMPERES)
                        .mapToObj(pA -> new Current(Double.parseDouble(pA + "e-12")))
                        .toList()
                : currents.stream()
                        .sorted((a, b) -> Double.compare(a.si(), b.si()))
                        .toList();
        @Nullable IonNoise noise = Usage.of(spec, noiseOptions::noise).orElse(null);
        List<Point> points = new ArrayList<>();
        asked.forEach(current -> points.add(curve.at(current)));
        boolean reduced = circuit.equals(new IonicCircuit());
        List<SpikeStatistics> noisy = noise == null ? List.of() : noisy(circuit, noise, asked);
        var table = table(points, reduced);
        addNoise(table, noisy);
        var result = new Result("neuron fi", table, () -> chart(points, reduced, noisy))
                .with("circuit", circuitName)
                .with("duration", duration)
                .with("settling", settling);
        if (noise != null) {
            NoiseOptions.describe(result, noise, noiseOptions.streams(REPEATS).size(), noiseOptions.seed());
        }
        addEdge(result, "rheobase_A", edge(curve, points, true));
        addEdge(result, "block_A", edge(curve, points, false));
        if (!reduced) {
            result.note("The reduced neuron is calibrated to the default circuit and left out here.");
        }
        figure.write(spec.commandLine().getOut(), result);
    }

    /** Statistics at every current, after settling. */
    private List<SpikeStatistics> noisy(IonicCircuit circuit, IonNoise noise, List<Current> asked) {
        var withNoise = NoisyCircuit.of(circuit, noise);
        List<SpikeStatistics> found = new ArrayList<>();
        for (Current current : asked) {
            List<double[]> trains = new ArrayList<>();
            for (RandomStreams repeat : noiseOptions.streams(REPEATS)) {
                trains.add(
                        withNoise
                                .trace(circuit.rest(), InputCurrent.constant(current), repeat, duration.si())
                                .spikeSeconds()
                                .stream()
                                .filter(t -> t >= settling.si())
                                .toArray());
            }
            found.add(SpikeStatistics.of(trains, duration.si() - settling.si()));
        }
        return found;
    }

    private static void addNoise(Table table, List<SpikeStatistics> noisy) {
        if (!noisy.isEmpty()) {
            table.column("f_noise_Hz", ofNoise(noisy, SpikeStatistics::rateHz))
                    .column("f_noise_se_Hz", ofNoise(noisy, SpikeStatistics::rateErrorHz))
                    .column("interval_cv", ofNoise(noisy, SpikeStatistics::cv))
                    .column("interval_cv_se", ofNoise(noisy, SpikeStatistics::cvError));
        }
    }

    private static double[] ofNoise(List<SpikeStatistics> noisy, ToDoubleFunction<SpikeStatistics> value) {
        return noisy.stream().mapToDouble(value).toArray();
    }

    private static void addEdge(Result result, String name, @Nullable Current edge) {
        if (edge == null) {
            result.note(name + " does not lie between these currents.");
        } else {
            result.found(name, edge.si());
        }
    }

    private static @Nullable Current edge(FiringCurve curve, List<Point> points, boolean onset) {
        for (int k = 1; k < points.size(); k++) {
            Point low = points.get(k - 1);
            Point high = points.get(k);
            if (onset && low.rate().si() == 0 && high.rate().si() > 0) {
                return curve.rheobase(low.current(), high.current());
            }
            if (!onset && low.rate().si() > 0 && high.rate().si() == 0) {
                return curve.block(low.current(), high.current());
            }
        }
        return null;
    }

    private static Table table(List<Point> points, boolean reduced) {
        var table = new Table()
                .column("I_A", of(points, p -> p.current().si()))
                .column("f_Hz", of(points, p -> p.rate().si()))
                .column("Vmin", of(points, p -> p.lowest().si()))
                .column("Vmax", of(points, p -> p.highest().si()))
                .column("diss_per_spike_J", of(points, p -> p.perSpike().si()));
        if (reduced) {
            var neuron = new ReducedIonicNeuron();
            double[] rates = of(points, p -> neuron.firingRate(p.current().si()));
            double[] circuit = of(points, p -> p.rate().si());
            double[] error = new double[rates.length];
            for (int k = 0; k < rates.length; k++) {
                error[k] = rates[k] == circuit[k] ? 0 : 100 * (rates[k] / circuit[k] - 1);
            }
            table.column("f_reduced_Hz", rates).column("error_percent", error);
        }
        return table;
    }

    private static double[] of(List<Point> points, ToDoubleFunction<Point> value) {
        return points.stream().mapToDouble(value).toArray();
    }

    private Chart chart(List<Point> points, boolean reduced, List<SpikeStatistics> noisy) {
        double[] amperes = of(points, p -> 1e12 * p.current().si());
        var chart = new Chart("Firing under a held current", "I (pA)", "f (Hz)")
                .scatter("circuit", amperes, of(points, p -> p.rate().si()));
        if (!noisy.isEmpty()) {
            chart.scatter("with ion noise", amperes, ofNoise(noisy, SpikeStatistics::rateHz));
        }
        if (reduced) {
            var neuron = new ReducedIonicNeuron();
            double[] fine = DoubleStream.iterate(amperes[0], x -> x <= amperes[amperes.length - 1], x -> x + 0.5)
                    .toArray();
            chart.line(
                    "reduced",
                    fine,
                    DoubleStream.of(fine)
                            .map(pA -> neuron.firingRate(1e-12 * pA))
                            .toArray());
        }
        return chart;
    }
}
