package org.ionspike.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.report.SweepPicture;
import org.ionspike.benchmarks.report.SweepReport;
import org.ionspike.benchmarks.sweep.DeviceEffect;
import org.ionspike.benchmarks.sweep.DeviceSweep;
import org.ionspike.benchmarks.sweep.Ladder;
import org.ionspike.benchmarks.sweep.SweepPoint;
import org.ionspike.benchmarks.sweep.SweepSetup;
import org.ionspike.benchmarks.task.NetworkKind;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike sweep TASK}. */
@Command(
        name = "sweep",
        description =
                "Train with devices that differ from a base in one effect at a time, and print accuracy and energy with"
                        + " their spread over seeds and draws of the devices.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ionspike sweep digits",
            "  ionspike sweep digits --vary states=2,4,8,16 --vary stuck --plot sweep.png",
            "  ionspike sweep digits --device typical --vary read-noise=0.02,0.05 --seeds 5 --draws 3",
            "  ionspike sweep iris --vary memory-spread --age 1h --out sweeps",
            "  ionspike sweep digits --network conv-stdp --neurons 32 --epochs 20 --vary states"
        })
final class SweepCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunOptions run;

    @Mixin
    private DataOptions data;

    @Parameters(paramLabel = "TASK", description = "As of 'ionspike train': a name or your own data.")
    private String task;

    @Mixin
    private LearningOptions learning;

    @Option(
            names = "--vary",
            paramLabel = "EFFECT[=V,...]",
            description =
                    "An effect and the values it takes, its own where none are given; may be repeated. Effects: states,"
                            + " device-to-device, cycle-to-cycle, stuck, step-spread, nonlinearity (up and down), asymmetry, read-noise,"
                            + " memory-spread (with --age), line-resistance (ohm, or with a unit such as 1kohm). Default: states,"
                            + " device-to-device, cycle-to-cycle, stuck and, but for conv-stdp, read-noise, each with its own values"
                            + " (docs/results.md).")
    private List<String> effects = List.of();

    @Option(names = "--seed", paramLabel = "S", description = "The first seed (default: 1).")
    private long seed = 1;

    @Option(names = "--seeds", paramLabel = "K", description = "How many seeds in a row (default: 3).")
    private int seeds = 3;

    @Option(
            names = "--draws",
            paramLabel = "D",
            description =
                    "How often the devices of a seed are drawn; split, encoder, order of the samples and initial weights"
                            + " stay those of the seed (default: 2; 1 where nothing in the devices is random).")
    private int draws = 2;

    @Option(
            names = "--age",
            paramLabel = "TIME",
            description = "Let the trained devices relax without voltage for so long before the test, such as \"1 h\".")
    private @Nullable String age;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table as CSV, a row a value.")
    private @Nullable Path csv;

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Draw accuracy and energy with error bars: FILE.png or FILE.svg.")
    private @Nullable Path plot;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Write of every effect a document sweep-EFFECT.json (ionspike-sweep/1) when it is done.")
    private @Nullable Path out;

    @Override
    public void run() {
        Usage.requirePicture(spec, plot);
        TrainSettings first = Usage.of(spec, () -> settings(seed));
        if (run.wantsSpikes()) {
            throw new ParameterException(spec.commandLine(), "--spikes is of one run: leave it out.");
        }
        if (first.network() != NetworkKind.WTA && first.network() != NetworkKind.CONV_STDP) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--network " + first.network() + " cannot be swept: use wta or conv-stdp, whose synapses are ionic"
                            + " devices that learn.");
        }
        List<Ladder> ladders = Usage.of(spec, () -> {
            Check.between("--seeds", seeds, 1, 10_000);
            Check.between("--draws", draws, 1, 10_000);
            return ladders(first);
        });
        Time aged = Usage.of(spec, () -> ageing(ladders));
        RunSettings settings = Usage.of(spec, run::settings);
        Dataset dataset = Usage.of(
                spec, () -> data.resolve(task, data.csv(), spec.commandLine().getErr()));
        sweep(first, ladders, aged, settings, dataset);
    }

    private TrainSettings settings(long of) {
        return learning.settings(of, "ideal");
    }

    /** The reading of filters models neither noise nor the resistance of lines. */
    private List<Ladder> ladders(TrainSettings first) {
        List<Ladder> ladders = Ladder.parse(effects, first.device());
        if (first.network() != NetworkKind.CONV_STDP) {
            return ladders;
        }
        List<Ladder> modelled = ladders.stream()
                .filter(ladder ->
                        ladder.effect() != DeviceEffect.READ_NOISE && ladder.effect() != DeviceEffect.LINE_RESISTANCE)
                .toList();
        Check.require(
                effects.isEmpty() || modelled.size() == ladders.size(),
                "--vary",
                effects,
                "must be without read-noise and line-resistance, which conv-stdp does not model; use --network wta for them");
        return modelled;
    }

    private Time ageing(List<Ladder> ladders) {
        boolean felt = ladders.stream().noneMatch(ladder -> ladder.effect() == DeviceEffect.MEMORY_SPREAD);
        Check.require(
                age != null || felt,
                "--vary",
                DeviceEffect.MEMORY_SPREAD,
                "is felt by devices that age only; say for how long with --age, such as --age 1h");
        return age == null ? new Time(0) : AgeOption.parse(age);
    }

    private void sweep(TrainSettings first, List<Ladder> ladders, Time aged, RunSettings settings, Dataset dataset) {
        int together = Math.min(2, settings.threads());
        RunSettings each = settings.withThreads(Math.max(1, settings.threads() / together));
        var trial = new SweepTrial(task, data.csv(), dataset, each, aged);
        List<Long> all = LongStream.range(seed, seed + seeds).boxed().toList();
        var sweep = new DeviceSweep(this::settings, first.device(), all, draws, together, trial);
        Progress progress = run.progress(spec.commandLine().getErr());
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%s: network %s, %d neurons, seeds %d to %d, base %s.%n%n",
                dataset.name(),
                first.network(),
                first.neurons(),
                seed,
                seed + seeds - 1,
                first.deviceName());
        SweepPoint base = sweep.base(first.deviceName(), progress);
        var setup = new SweepSetup(
                task,
                dataset,
                ImmutableList.copyOf(all),
                draws,
                first.deviceName(),
                first.device(),
                aged,
                trial.model());
        var report = new SweepReport(text, base);
        List<DeviceEffect> done = new ArrayList<>();
        List<List<SweepPoint>> points = new ArrayList<>();
        ArrayNode documents = JsonNodeFactory.instance.arrayNode();
        for (Ladder ladder : ladders) {
            List<SweepPoint> of = sweep.points(ladder, progress);
            report.print(ladder.effect(), of);
            done.add(ladder.effect());
            points.add(of);
            ObjectNode document = SweepReport.json(setup, base, ladder.effect(), of);
            documents.add(document);
            if (out != null) {
                ResultJson.write(document, out.resolve("sweep-" + ladder.effect() + ".json"));
            }
        }
        report.printLegend();
        run.json().ifPresent(file -> ResultJson.write(documents.size() == 1 ? documents.get(0) : documents, file));
        if (csv != null) {
            SweepReport.table(base, done, points).writeCsv(csv);
        }
        if (plot != null) {
            SweepPicture.write(plot, setup, base, done, points);
        }
    }
}
