package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.BistableCell;
import org.ionspike.engine.physics.BistableCell.Phase;
import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.CircuitTrace.Sample;
import org.ionspike.engine.physics.IonNoise;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike neuron bistable}. */
@Command(
        name = "bistable",
        description =
                "A cell that holds one bit: sodium slits and a resistor to ground. 5 ms after the start a pulse of"
                        + " current, then nothing, then a shunt to ground, then 24 ms of nothing.",
        footer = {
            "",
            "Examples:",
            "  ionspike neuron bistable --plot bistable.png",
            "  ionspike neuron bistable --set 0.3nA --hold 100ms"
        })
final class NeuronBistableCommand implements Runnable {
    private static final int REPEATS = 10;
    private static final double BEFORE = 5e-3;
    private static final double AFTER = 24e-3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Mixin
    private NoiseOptions noiseOptions;

    @Option(
            names = "--circuit",
            paramLabel = "default|robin2021|FILE.yaml",
            description = "Whose sodium slits, battery and capacitor these are. The other defaults are for the default"
                    + " circuit and scale with its conductance, currents and C / g. Default: default.")
    private String circuitName = "default";

    @Option(names = "--ground", paramLabel = "G", description = "Conductance to ground. Default: 3 nS.")
    private @Nullable Conductance ground;

    @Option(names = "--set", paramLabel = "I", description = "Height of the setting pulse. Default: 1.5 nA.")
    private @Nullable Current set;

    @Option(names = "--shunt", paramLabel = "G", description = "Conductance of the resetting shunt. Default: 1 uS.")
    private @Nullable Conductance shunt;

    @Option(names = "--width", paramLabel = "T", description = "Duration of the pulse and of the shunt. Default: 1 ms.")
    private @Nullable Time width;

    @Option(names = "--hold", paramLabel = "T", description = "Time between the two. Default: 29 ms.")
    private @Nullable Time hold;

    @Option(names = "--points", paramLabel = "N", description = "Rows of the table. Default: 601.")
    private int points = 601;

    @Override
    public void run() {
        figure.check(spec);
        var neuron = Usage.of(spec, () -> CircuitOption.parse(circuitName));
        @Nullable IonNoise noise = Usage.of(spec, noiseOptions::noise).orElse(null);
        var programme = Usage.of(spec, () -> programme(neuron));
        var cell = Usage.of(spec, () -> new BistableCell(BistableCell.of(neuron, programme.ground())));
        List<Phase> phases = Usage.of(spec, programme::phases);
        double[] ends = phases.stream().mapToDouble(phase -> phase.until().si()).toArray();
        double[] seconds = new double[points];
        for (int k = 0; k < points; k++) {
            seconds[k] = k == points - 1 ? ends[4] : ends[4] * k / (points - 1);
        }
        var quiet = cell.run(phases, seconds);
        var held = cell.run(phases, ends);
        var samples = noise == null
                ? quiet
                : cell.run(phases, noise, noiseOptions.streams(REPEATS).get(0), seconds);
        List<CircuitState> steady = cell.steadyStates();
        var result = new Result("neuron bistable", table(samples, phases), () -> chart(samples))
                .with("circuit", circuitName)
                .with("ground", programme.ground())
                .with("set", programme.set())
                .with("shunt", programme.shunt())
                .with("width", programme.width())
                .with("hold", programme.hold());
        String[] names = {"V_before", "V_set", "V_held", "V_shunt", "V_reset"};
        for (int k = 0; k < names.length; k++) {
            result.found(names[k], held.get(k).state().volts());
        }
        result.list("steady_V", steady.stream().mapToDouble(CircuitState::volts).toArray());
        result.list(
                "steady_n",
                steady.stream().mapToDouble(CircuitState::sodiumFraction).toArray());
        result.note(
                steady.size() < 3
                        ? "This resistor leaves one steady state: the cell cannot hold a bit."
                        : "Of the steady states the middle one is unstable.");
        if (noise != null) {
            NoiseOptions.describe(result, noise, noiseOptions.streams(REPEATS).size(), noiseOptions.seed());
            result.note("V_before to V_reset are without noise; the table is that of the first repeat.");
            if (steady.size() >= 3) {
                addShares(result, cell, phases, noise, ends, steady.get(1).volts());
            }
        }
        figure.write(spec.commandLine().getOut(), result);
    }

    /** How many repeats are where they should be at the ends of the phases. */
    private void addShares(
            Result result, BistableCell cell, List<Phase> phases, IonNoise noise, double[] ends, double divide) {
        var streams = noiseOptions.streams(REPEATS);
        int set = 0;
        int held = 0;
        int reset = 0;
        for (var repeat : streams) {
            var samples = cell.run(phases, noise, repeat, ends);
            set += samples.get(1).state().volts() > divide ? 1 : 0;
            held += samples.get(2).state().volts() > divide ? 1 : 0;
            reset += samples.get(4).state().volts() < divide ? 1 : 0;
        }
        double count = streams.size();
        result.found("share_set", set / count)
                .found("share_held", held / count)
                .found("share_reset", reset / count)
                .note("Shares of the repeats above (set, held) or below (reset) the unstable state when a phase ends.");
    }

    /** What is done to the cell, defaults scaled to the circuit. */
    private Programme programme(IonicCircuit neuron) {
        Check.between("--points", points, 2, 1_000_000);
        var standard = new IonicCircuit();
        double g = neuron.sodium().maximalConductance().si()
                / standard.sodium().maximalConductance().si();
        double amperes =
                g * neuron.sodiumBattery().si() / standard.sodiumBattery().si();
        double t = neuron.capacitance().si() / standard.capacitance().si() / g;
        return new Programme(
                ground == null ? new Conductance(g * 3e-9) : ground,
                set == null ? new Current(amperes * 1.5e-9) : set,
                shunt == null ? new Conductance(g * 1e-6) : shunt,
                width == null ? new Time(t * 1e-3) : width,
                hold == null ? new Time(t * 29e-3) : hold,
                t);
    }

    private record Programme(
            Conductance ground, Current set, Conductance shunt, Time width, Time hold, double timeScale) {
        List<Phase> phases() {
            Check.positive("--width", width);
            Check.positive("--hold", hold);
            var nothing = new Current(0);
            var open = new Conductance(0);
            double before = timeScale * BEFORE;
            double end = before + 2 * width.si() + hold.si() + timeScale * AFTER;
            return List.of(
                    new Phase(new Time(before), nothing, open),
                    new Phase(new Time(before + width.si()), set, open),
                    new Phase(new Time(before + width.si() + hold.si()), nothing, open),
                    new Phase(new Time(before + 2 * width.si() + hold.si()), nothing, shunt),
                    new Phase(new Time(end), nothing, open));
        }
    }

    private static Phase at(List<Phase> phases, double seconds) {
        return phases.stream()
                .filter(phase -> seconds < phase.until().si())
                .findFirst()
                .orElse(phases.get(phases.size() - 1));
    }

    private static Table table(List<Sample> samples, List<Phase> phases) {
        return new Table()
                .column("t_s", of(samples, Sample::seconds))
                .column("V", of(samples, s -> s.state().volts()))
                .column("n", of(samples, s -> s.state().sodiumFraction()))
                .column(
                        "I_A",
                        of(samples, s -> at(phases, s.seconds()).current().si()))
                .column(
                        "g_shunt_S",
                        of(samples, s -> at(phases, s.seconds()).shunt().si()));
    }

    private static double[] of(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return samples.stream().mapToDouble(value).toArray();
    }

    private Chart chart(List<Sample> samples) {
        double[] millis = of(samples, s -> 1e3 * s.seconds());
        return new Chart("Bistable cell", "t (ms)", "V (V), mobile fraction (1)")
                .line("V", millis, of(samples, s -> s.state().volts()))
                .line("n", millis, of(samples, s -> s.state().sodiumFraction()));
    }
}
