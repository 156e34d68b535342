package org.ionspike.benchmarks.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.CircuitReference;
import org.ionspike.engine.physics.CircuitState;
import org.ionspike.engine.physics.CircuitTrace;
import org.ionspike.engine.physics.CircuitTrace.Sample;
import org.ionspike.engine.physics.CurrentShape;
import org.ionspike.engine.physics.EnergyBooks;
import org.ionspike.engine.physics.InputCurrent;
import org.ionspike.engine.physics.IonNoise;
import org.ionspike.engine.physics.IonicCircuit;
import org.ionspike.engine.physics.NoisyCircuit;
import org.ionspike.engine.physics.SpikeStatistics;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Current;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike neuron trace}. */
@Command(
        name = "trace",
        description = "Voltage, both slit states, spikes and energy books under an input current.",
        footer = {
            "",
            "Examples:",
            "  ionspike neuron trace --current 0.1nA --duration 16ms --plot trace.png",
            "  ionspike neuron trace --shape pulses --current 0.3nA --width 0.2ms --interval 3ms",
            "  ionspike neuron trace --current 0.1nA --ions 400 --duration 60ms --repeats 20",
            "  ionspike neuron trace --circuit robin2021 --duration 1.2ms --initial-voltage 2.568V"
        })
final class NeuronTraceCommand implements Runnable {
    private enum Shape {
        STEP,
        RAMP,
        PULSES,
        NOISE
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private FigureOptions figure;

    @Mixin
    private NoiseOptions noiseOptions;

    @Option(
            names = "--current",
            paramLabel = "I",
            description = "Height of the step or pulses, end of the ramp, mean of the noise. Default: 0.1 nA.")
    private Current current = new Current(1e-10);

    @Option(names = "--start", paramLabel = "T", description = "When the input begins. Default: 0 s.")
    private Time start = new Time(0);

    @Option(names = "--duration", paramLabel = "T", description = "How long it lasts. Default: 16 ms.")
    private Time duration = new Time(0.016);

    @Option(names = "--after", paramLabel = "T", description = "Time without input that follows. Default: 0 s.")
    private Time after = new Time(0);

    @Option(
            names = "--shape",
            paramLabel = "step|ramp|pulses|noise",
            description = "Course of the input. Default: step.")
    private Shape shape = Shape.STEP;

    @Option(names = "--width", paramLabel = "T", description = "Duration of a pulse. Default: 0.2 ms.")
    private Time width = new Time(2e-4);

    @Option(
            names = "--interval",
            paramLabel = "T",
            description = "From pulse to pulse (default 3 ms), or the time a noise value is held (default 50 us).")
    private @Nullable Time interval;

    @Option(names = "--deviation", paramLabel = "I", description = "Standard deviation of the noise. Default: 20 pA.")
    private Current deviation = new Current(2e-11);

    @Option(
            names = "--circuit",
            paramLabel = "default|robin2021|FILE.yaml",
            description = "The circuit; a file changes the default one. Default: default.")
    private String circuitName = "default";

    @Option(
            names = "--initial-voltage",
            paramLabel = "V",
            description = "Voltage at time 0. Default: that of the steady state without input.")
    private @Nullable Voltage initialVoltage;

    @Option(
            names = "--initial-sodium",
            paramLabel = "N",
            description = "Mobile fraction of the sodium slit at time 0, 0 to 1. Default: that of the steady state.")
    private @Nullable Double initialSodium;

    @Option(
            names = "--initial-potassium",
            paramLabel = "N",
            description = "Mobile fraction of the potassium slit at time 0, 0 to 1. Default: that of the steady state.")
    private @Nullable Double initialPotassium;

    @Option(names = "--points", paramLabel = "N", description = "Rows of the table. Default: 801.")
    private int points = 801;

    @Override
    public void run() {
        figure.check(spec);
        var circuit = Usage.of(spec, () -> CircuitOption.parse(circuitName));
        var input = Usage.of(spec, this::input);
        var from = Usage.of(spec, () -> startOf(circuit));
        double[] seconds = Usage.of(spec, this::seconds);
        @Nullable IonNoise noise = Usage.of(spec, noiseOptions::noise).orElse(null);
        var solver = CircuitReference.scaledTo(circuit);
        var quiet = solver.trace(from, input, seconds);
        figure.write(
                spec.commandLine().getOut(),
                noise == null
                        ? result(circuit, solver, from, quiet, null)
                        : noisy(circuit, solver, from, input, noise, quiet));
    }

    private InputCurrent input() {
        Check.notNegative("--after", after);
        return switch (shape) {
            case STEP -> CurrentShape.step(start, duration, current);
            case RAMP -> CurrentShape.ramp(start, duration, current);
            case PULSES ->
                CurrentShape.pulses(start, duration, current, width, interval == null ? new Time(3e-3) : interval);
            case NOISE ->
                CurrentShape.noise(
                        start,
                        duration,
                        current,
                        deviation,
                        interval == null ? new Time(5e-5) : interval,
                        new RandomStreams(noiseOptions.seed()).stream("neuron/noise"));
        };
    }

    private CircuitState startOf(IonicCircuit circuit) {
        CircuitState rest = circuit.rest();
        return new CircuitState(
                initialVoltage == null ? rest.volts() : initialVoltage.si(),
                initialSodium == null ? rest.sodiumFraction() : initialSodium,
                initialPotassium == null ? rest.potassiumFraction() : initialPotassium);
    }

    private double[] seconds() {
        Check.between("--points", points, 2, 1_000_000);
        double end = start.si() + duration.si() + after.si();
        double[] seconds = new double[points];
        for (int k = 0; k < points; k++) {
            seconds[k] = end * k / (points - 1);
        }
        return seconds;
    }

    /** The first repeat in full, and the spikes of all. */
    private Result noisy(
            IonicCircuit circuit,
            CircuitReference solver,
            CircuitState from,
            InputCurrent input,
            IonNoise noise,
            CircuitTrace quiet) {
        var streams = noiseOptions.streams(1);
        double[] seconds = seconds();
        double end = seconds[seconds.length - 1];
        var circuitWithNoise = NoisyCircuit.of(circuit, noise);
        var first = circuitWithNoise.trace(from, input, streams.get(0), seconds);
        List<double[]> trains = new ArrayList<>();
        trains.add(first.spikeSeconds().toArray());
        for (RandomStreams repeat : streams.subList(1, streams.size())) {
            trains.add(circuitWithNoise
                    .trace(from, input, repeat, end)
                    .spikeSeconds()
                    .toArray());
        }
        var statistics = SpikeStatistics.of(trains, end);
        var result = result(circuit, solver, from, first, quiet);
        NoiseOptions.describe(result, noise, streams.size(), noiseOptions.seed());
        return result.found("spikes_of_all_repeats", statistics.spikes())
                .found("rate_Hz", statistics.rateHz())
                .found("rate_standard_error_Hz", statistics.rateErrorHz())
                .found("mean_interval_s", statistics.meanIntervalSeconds())
                .found("interval_cv", statistics.cv())
                .found("interval_cv_standard_error", statistics.cvError())
                .found("spikes_without_noise", quiet.spikes().size())
                .note("Table, spike times and energies are those of the first repeat.");
    }

    private Result result(
            IonicCircuit circuit,
            CircuitReference solver,
            CircuitState from,
            CircuitTrace trace,
            @Nullable CircuitTrace quiet) {
        var result = new Result("neuron trace", table(trace), () -> chart(trace, solver, quiet))
                .with("circuit", circuitName)
                .with("shape", shape.name().toLowerCase(Locale.ROOT))
                .with("current", current)
                .with("start", start)
                .with("duration", duration);
        if (shape == Shape.NOISE) {
            result.with("deviation", deviation).with("seed", noiseOptions.seed());
        }
        result.found("V_start", from.volts())
                .found("nNa_start", from.sodiumFraction())
                .found("nK_start", from.potassiumFraction())
                .found("spikes", trace.spikes().size())
                .list(
                        "spikes_s",
                        trace.spikes().stream().mapToDouble(Sample::seconds).toArray());
        books(result, "", trace.end().books());
        result.found("stored_J", circuit.storedEnergy(trace.end().state()) - circuit.storedEnergy(from))
                .found("closure_relative_error", trace.closureError(circuit, from));
        trace.perSpike().ifPresent(books -> {
            books(result, "per_spike_", books);
            result.found("per_spike_stored_J", books.retained());
            result.note("per_spike: from the first upward crossing to the last, rest included.");
        });
        if (circuitName.equals("default") && quiet == null) {
            result.note(
                    "Networks integrate this circuit in single precision in steps: at 5 us, 0.1 nA and 16 ms it dissipates"
                            + " 0.12 % more, intervals are off by 0.02 %.");
        }
        return result.note("A spike is an upward crossing of " + solver.spikeLevel() + ", re-armed below "
                + solver.rearmLevel() + ".");
    }

    private static void books(Result result, String prefix, EnergyBooks books) {
        result.found(prefix + "source_J", books.source())
                .found(prefix + "battery_Na_J", books.sodiumBattery())
                .found(prefix + "battery_K_J", books.potassiumBattery())
                .found(prefix + "battery_leak_J", books.leakBattery())
                .found(prefix + "dissipated_J", books.dissipated());
    }

    private static Table table(CircuitTrace trace) {
        return new Table()
                .column("t_s", of(trace, Sample::seconds))
                .column("V", of(trace, s -> s.state().volts()))
                .column("nNa", of(trace, s -> s.state().sodiumFraction()))
                .column("nK", of(trace, s -> s.state().potassiumFraction()))
                .column("W_source_J", of(trace, s -> s.books().source()))
                .column("W_batNa_J", of(trace, s -> s.books().sodiumBattery()))
                .column("W_batK_J", of(trace, s -> s.books().potassiumBattery()))
                .column("W_batL_J", of(trace, s -> s.books().leakBattery()))
                .column("Q_diss_J", of(trace, s -> s.books().dissipated()));
    }

    private static double[] of(CircuitTrace trace, ToDoubleFunction<Sample> value) {
        return trace.samples().stream().mapToDouble(value).toArray();
    }

    private static Chart chart(CircuitTrace trace, CircuitReference solver, @Nullable CircuitTrace quiet) {
        double[] millis = of(trace, s -> 1e3 * s.seconds());
        boolean large = solver.spikeLevel().si() > 2;
        double unit = large ? 100 : 1;
        var chart = new Chart(
                        "Ionic neuron",
                        "t (ms)",
                        large ? "V (100 V), mobile fraction (1)" : "V (V), mobile fraction (1)")
                .line("V", millis, of(trace, s -> s.state().volts() / unit))
                .line("n_Na", millis, of(trace, s -> s.state().sodiumFraction()))
                .line("n_K", millis, of(trace, s -> s.state().potassiumFraction()));
        return quiet == null
                ? chart
                : chart.line("V without noise", millis, of(quiet, s -> s.state().volts() / unit));
    }
}
