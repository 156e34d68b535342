package org.ionspike.benchmarks.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.AxisUnit;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.engine.physics.AdsorbedCoverage;
import org.ionspike.engine.physics.Memristor;
import org.ionspike.engine.physics.PairedPulse;
import org.ionspike.engine.physics.SpikeWaveform;
import org.ionspike.engine.physics.WriteErase;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.ionspike.engine.units.Voltage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ionspike slit pulses}. */
@Command(
        name = "pulses",
        description =
                "Conductance at the second of two spikes over that at the first against their interval (--programme pairs), or the"
                        + " long-term coverage of a channel under write and erase pulses (--programme write-erase).",
        footer = {
            "",
            "Examples:",
            "  ionspike slit pulses --plot pairs.png",
            "  ionspike slit pulses --slit conical --duration \"50 ms\"",
            "  ionspike slit pulses --programme write-erase --amplitude \"1 V\" --coverage mine.yaml"
        })
final class SlitPulsesCommand implements Runnable {
    /** What is done to the device. */
    private enum Programme {
        PAIRS("pairs"),
        WRITE_ERASE("write-erase");

        private final String word;

        Programme(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private SlitOption slitOption;

    @Option(names = "--programme", paramLabel = "pairs|write-erase", description = "Default: pairs.")
    private String programme = "pairs";

    @Option(
            names = "--amplitude",
            paramLabel = "V",
            description =
                    "pairs: head of a spike, its tail in proportion, of which 0.4 drops over the device (default: 0.5 V)."
                            + " write-erase: voltage of the pulses (default: 1 V).")
    private @Nullable String amplitude;

    @Option(
            names = "--duration",
            paramLabel = "T",
            description = "pairs: longest interval (default: 200 ms). write-erase: one pulse (default: 10 s).")
    private @Nullable String duration;

    @Option(
            names = "--points",
            paramLabel = "N",
            description = "pairs: intervals (default: 20). write-erase: pulses each way (default: 30).")
    private @Nullable Integer points;

    @Option(
            names = "--coverage",
            paramLabel = "network|experiment|FILE.yaml",
            description = "write-erase: the long-term coverage; a file changes experiment. Default: experiment.")
    private @Nullable String coverage;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        Result result = switch (programme) {
            case "pairs" -> pairs();
            case "write-erase" -> writeErase();
            default ->
                throw new ParameterException(
                        spec.commandLine(),
                        "No programme is named '" + programme + "'. Known: " + List.of(Programme.values()) + ".");
        };
        figure.write(spec.commandLine().getOut(), result);
    }

    private Result pairs() {
        if (coverage != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--coverage belongs to --programme write-erase; leave it out, or ask for that programme.");
        }
        Memristor device = slitOption.device(spec, "synaptic");
        var usual = new SpikeWaveform();
        double share = 0.4;
        int count = points == null ? 20 : points;
        Voltage head = Usage.of(spec, () -> amplitude == null ? usual.head() : Voltage.parse(amplitude));
        Time longest = Usage.of(spec, () -> duration == null ? new Time(0.2) : Time.parse(duration));
        double shortest = usual.headDuration().si();
        List<PairedPulse> pairs = Usage.of(spec, () -> {
            Check.positive("--amplitude", head);
            Check.require(
                    longest.si() > shortest && Double.isFinite(longest.si()),
                    "--duration",
                    longest,
                    "must be above the head of a spike, " + usual.headDuration());
            Check.between("--points", count, 2, 1000);
            var waveform = new SpikeWaveform(
                    head,
                    usual.headDuration(),
                    new Voltage(usual.tail().si() * head.si() / usual.head().si()),
                    usual.tailDecay());
            return IntStream.range(0, count)
                    .mapToObj(k -> new Time(
                            Math.max(shortest, shortest * Math.pow(longest.si() / shortest, k / (count - 1.0)))))
                    .map(interval -> PairedPulse.of(device, waveform, share, interval))
                    .toList();
        });
        double[] seconds = pairs.stream().mapToDouble(p -> p.interval().si()).toArray();
        double[] ratio = pairs.stream().mapToDouble(PairedPulse::ratio).toArray();
        var words = StateWords.of(device);
        String x = words.symbol();
        var table = new Table()
                .column("isi_s", seconds)
                .column(
                        x + "_rest",
                        pairs.stream().mapToDouble(PairedPulse::rest).toArray())
                .column(
                        x + "_peak1",
                        pairs.stream().mapToDouble(PairedPulse::firstPeak).toArray())
                .column(
                        x + "_peak2",
                        pairs.stream().mapToDouble(PairedPulse::secondPeak).toArray())
                .column("ratio", ratio);
        var result = new Result("slit pulses", table, () -> pairsChart(words, seconds, ratio))
                .with("programme", Programme.PAIRS)
                .with("slit", slitOption.nameOr("synaptic"))
                .with("amplitude", head)
                .with("share", share)
                .found(x + "_rest", pairs.get(0).rest())
                .found(x + "_peak1", pairs.get(0).firstPeak())
                .found("ratio_at_shortest", ratio[0])
                .found("ratio_at_longest", ratio[count - 1]);
        double tail = usual.tail().si() * head.si() / usual.head().si();
        AmplitudeOption.addRange(result, device, share * head.si(), share * tail);
        return result;
    }

    private static Chart pairsChart(StateWords words, double[] seconds, double[] ratio) {
        var unit = AxisUnit.of("s", seconds);
        String title = "Two spikes, " + words.device().toLowerCase(Locale.ROOT);
        String over = "second peak of " + words.symbol() + " over the first (1)";
        return new Chart(title, "interval (" + unit.symbol() + ")", over).logX().line("ratio", unit.in(seconds), ratio);
    }

    private Result writeErase() {
        if (slitOption.given()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--slit has no part in --programme write-erase, which moves the long-term coverage; leave it out.");
        }
        var usual = new WriteErase();
        String material = coverage == null ? "experiment" : coverage;
        WriteErase pulses = Usage.of(
                spec,
                () -> new WriteErase(
                        points == null ? usual.pulses() : points,
                        amplitude == null ? usual.write() : Voltage.parse(amplitude),
                        duration == null ? usual.writeTime() : Time.parse(duration),
                        usual.read(),
                        usual.readTime()));
        AdsorbedCoverage device = Usage.of(spec, () -> CoverageOption.parse(material));
        double[] w = pulses.coverages(device).toArray();
        double[] number = IntStream.rangeClosed(1, w.length).asDoubleStream().toArray();
        double cycle = pulses.writeTime().si() + pulses.readTime().si();
        var table = new Table()
                .column("pulse", number)
                .column(
                        "t_s",
                        IntStream.rangeClosed(1, w.length)
                                .mapToDouble(k -> k * cycle)
                                .toArray())
                .column(
                        "V_write",
                        IntStream.range(0, w.length)
                                .mapToDouble(pulses::voltage)
                                .toArray())
                .column("w_after_read", w);
        return new Result(
                        "slit pulses",
                        table,
                        () -> new Chart("Write and erase", "pulse (1)", "w, coverage after the read (1)")
                                .line("w", number, w))
                .with("programme", Programme.WRITE_ERASE)
                .with("coverage", material)
                .with("amplitude", pulses.write())
                .with("duration", pulses.writeTime())
                .found("w_start", device.equilibrium())
                .found("w_after_writes", w[pulses.pulses() - 1])
                .found("w_after_erases", w[w.length - 1]);
    }
}
