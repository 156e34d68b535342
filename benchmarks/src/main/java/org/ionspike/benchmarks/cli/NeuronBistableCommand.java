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
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Conductance;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
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
    private static final double BEFORE = 5e-3;
    private static final double AFTER = 24e-3;

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Option(names = "--ground", paramLabel = "G", description = "Conductance to ground. Default: 3 nS.")
    private Conductance ground = new Conductance(3e-9);

    @Option(names = "--set", paramLabel = "I", description = "Height of the setting pulse. Default: 1.5 nA.")
    private Current set = new Current(1.5e-9);

    @Option(names = "--shunt", paramLabel = "G", description = "Conductance of the resetting shunt. Default: 1 uS.")
    private Conductance shunt = new Conductance(1e-6);

    @Option(names = "--width", paramLabel = "T", description = "Duration of the pulse and of the shunt. Default: 1 ms.")
    private Time width = new Time(1e-3);

    @Option(names = "--hold", paramLabel = "T", description = "Time between the two. Default: 29 ms.")
    private Time hold = new Time(29e-3);

    @Option(names = "--points", paramLabel = "N", description = "Rows of the table. Default: 601.")
    private int points = 601;

    @Override
    public void run() {
        figure.check(spec);
        var cell = Usage.of(spec, () -> new BistableCell(BistableCell.of(ground)));
        List<Phase> phases = Usage.of(spec, this::phases);
        double[] ends = phases.stream().mapToDouble(phase -> phase.until().si()).toArray();
        double[] seconds = new double[points];
        for (int k = 0; k < points; k++) {
            seconds[k] = k == points - 1 ? ends[4] : ends[4] * k / (points - 1);
        }
        var samples = cell.run(phases, seconds);
        var held = cell.run(phases, ends);
        List<CircuitState> steady = cell.steadyStates();
        var result = new Result("neuron bistable", table(samples, phases), () -> chart(samples))
                .with("ground", ground)
                .with("set", set)
                .with("shunt", shunt)
                .with("width", width)
                .with("hold", hold);
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
        figure.write(spec.commandLine().getOut(), result);
    }

    private List<Phase> phases() {
        Check.between("--points", points, 2, 1_000_000);
        Check.positive("--width", width);
        Check.positive("--hold", hold);
        var nothing = new Current(0);
        var open = new Conductance(0);
        double end = BEFORE + 2 * width.si() + hold.si() + AFTER;
        return List.of(
                new Phase(new Time(BEFORE), nothing, open),
                new Phase(new Time(BEFORE + width.si()), set, open),
                new Phase(new Time(BEFORE + width.si() + hold.si()), nothing, open),
                new Phase(new Time(BEFORE + 2 * width.si() + hold.si()), nothing, shunt),
                new Phase(new Time(end), nothing, open));
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
