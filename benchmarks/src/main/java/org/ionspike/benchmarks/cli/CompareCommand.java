package org.ionspike.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.ionspike.benchmarks.baseline.BaselineModel;
import org.ionspike.benchmarks.compare.BreakEven;
import org.ionspike.benchmarks.compare.BreakEvenReport;
import org.ionspike.benchmarks.compare.Comparison;
import org.ionspike.benchmarks.compare.ComparisonJson;
import org.ionspike.benchmarks.compare.ComparisonReport;
import org.ionspike.benchmarks.compare.ComparisonRun;
import org.ionspike.benchmarks.compare.ComparisonSettings;
import org.ionspike.benchmarks.compare.Contender;
import org.ionspike.benchmarks.compare.DailyEnergy;
import org.ionspike.benchmarks.compare.FrontPicture;
import org.ionspike.benchmarks.compare.LoadedModel;
import org.ionspike.benchmarks.compare.Priced;
import org.ionspike.benchmarks.energy.Hardware;
import org.ionspike.benchmarks.energy.HardwareProfile;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.RunSettings.BackendChoice;
import org.ionspike.datasets.Dataset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike compare TASK}. */
@Command(
        name = "compare",
        description =
                "Train ionic networks and conventional models on the same split; compare accuracy, operations and joules"
                        + " under price tables of hardware, and say where the ionic networks lose.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ionspike compare digits",
            "  ionspike compare digits --explain",
            "  ionspike compare digits --out reports/digits && ionspike report reports/digits",
            "  ionspike compare mnist --limit 10000 --data-dir data",
            "  ionspike compare iris --networks wta:50,wta:100 --hardware my.yaml --band 1"
        })
final class CompareCommand implements Callable<Integer> {
    private static final List<String> IN_DETAIL =
            List.of("cmos45-sram", "cpu-i7", "gpu-titan", "loihi", "ionic-slit", "ionic-periphery");

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOptions data;

    @Parameters(paramLabel = "TASK", description = "As for train: digits, iris, mnist, csv:FILE, ...")
    private String task;

    @Option(
            names = "--networks",
            paramLabel = "LIST",
            split = ",",
            description =
                    "Networks, each NETWORK:NEURONS[:READOUT] (default: wta:100:vote,wta:200,wta:400; for large images"
                            + " wta:100:vote,wta:400,wta:1000,conv-stdp:64).")
    private @Nullable List<String> networks;

    @Option(
            names = "--model",
            paramLabel = "FOLDER",
            description =
                    "Compare a saved model too, on the split of its seed (then --seeds is 1); alone unless --networks"
                            + " names others.")
    private List<Path> models = new ArrayList<>();

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "Synaptic devices: ideal, typical, pessimistic, or FILE.yaml (default: typical).")
    private String device = "typical";

    @Option(names = "--limit", paramLabel = "N", description = "Use only the first N training samples of the split.")
    private @Nullable Integer limit;

    @Option(
            names = "--held",
            paramLabel = "SHARE",
            description = "Share of the samples held back, unless the data has a test part of its own (default: 0.2).")
    private double held = 0.2;

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "The first seed (default: 1, or that of the first --model).")
    private @Nullable Long firstSeed;

    @Option(names = "--seeds", paramLabel = "K", description = "How many seeds (default: 5; 1 with --model).")
    private @Nullable Integer seedCount;

    @Option(
            names = "--band",
            paramLabel = "POINTS",
            description = "Models whose mean accuracies differ by at most so many points count as equally accurate"
                    + " (default: 0.5).")
    private double band = 0.5;

    @Option(
            names = "--unequal",
            description =
                    "Compare models further apart in accuracy, and saved models of other splits, too; they are marked.")
    private boolean unequal;

    @Option(
            names = "--hardware",
            paramLabel = "FILE.yaml",
            description = "Add a price table of your own; docs/energy.md says how it is written.")
    private List<Path> hardware = new ArrayList<>();

    @Option(
            names = "--explain",
            description = "Print every energy as counts times prices, with the sources of the prices.")
    private boolean explain;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Seeds side by side (default: the processors of this machine).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", paramLabel = "FILE", description = "Write all of it as JSON (ionspike-compare/1).")
    private @Nullable Path json;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description =
                    "Write compare.json and the accuracy-energy front, front.png, there; 'ionspike report FOLDER' makes a"
                            + " page of it.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "No progress.")
    private boolean quiet;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        List<HardwareProfile> tables = tables();
        Dataset dataset = Usage.of(spec, () -> data.resolve(task, data.csv(), err));
        List<LoadedModel> loaded = models.stream().map(LoadedModel::load).toList();
        ComparisonSettings settings = Usage.of(spec, () -> settings(dataset, loaded));
        RunSettings run = Usage.of(spec, () -> new RunSettings(threads, true, BackendChoice.AUTO));
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%s: %d samples, %d features, %d classes. %s synapses, seeds %d to %d.%n%n",
                dataset.name(),
                dataset.size(),
                dataset.featureCount(),
                dataset.classCount(),
                settings.deviceName(),
                settings.firstSeed(),
                settings.firstSeed() + settings.seeds() - 1);
        text.flush();
        Progress progress = quiet ? Progress.silent() : new ProgressBar(err, Boolean.getBoolean("ionspike.terminal"));
        var comparing = new ComparisonRun(dataset, settings, run, loaded, BaselineModel.standard(dataset), progress);
        Comparison comparison = Usage.of(spec, comparing::run);
        ImmutableList<Priced> priced = Priced.all(comparison.models(), tables);
        ImmutableList<BreakEven> pairs = BreakEven.all(priced, settings.band(), settings.unequal());
        print(text, comparison, tables, priced, pairs);
        write(text, comparison, tables, priced, pairs);
        text.flush();
        return IonspikeCli.DONE;
    }

    private List<HardwareProfile> tables() {
        return Usage.of(spec, () -> {
            List<HardwareProfile> tables = new ArrayList<>(Hardware.builtIn());
            for (Path file : hardware) {
                tables.add(Hardware.find(file.toString()));
            }
            return tables;
        });
    }

    private ComparisonSettings settings(Dataset dataset, List<LoadedModel> loaded) {
        return new ComparisonSettings(
                contenders(dataset),
                device,
                DeviceOption.parse(device),
                limit == null ? OptionalInt.empty() : OptionalInt.of(limit),
                held,
                firstSeed != null
                        ? firstSeed
                        : loaded.isEmpty() ? 1 : loaded.get(0).model().seed(),
                seedCount != null ? seedCount : loaded.isEmpty() ? 5 : 1,
                band / 100,
                unequal);
    }

    private ImmutableList<Contender> contenders(Dataset dataset) {
        if (networks == null) {
            return models.isEmpty() ? Contender.defaults(dataset) : ImmutableList.of();
        }
        return networks.stream().map(Contender::parse).collect(ImmutableList.toImmutableList());
    }

    private void print(
            PrintWriter text,
            Comparison comparison,
            List<HardwareProfile> tables,
            List<Priced> priced,
            List<BreakEven> pairs) {
        var report = new ComparisonReport(text, comparison, priced);
        report.printModels();
        text.println();
        report.printEnergies(tables);
        text.println();
        List<HardwareProfile> inDetail = tables.stream()
                .filter(table ->
                        IN_DETAIL.contains(table.name()) || !Hardware.names().contains(table.name()))
                .toList();
        report.printTraining(inDetail);
        text.println();
        report.printHost();
        text.println();
        var breakEven = new BreakEvenReport(text, comparison, pairs);
        breakEven.printLimits("ionic-slit", "cmos45-sram");
        breakEven.printLimits("ionic-periphery", "cmos45-sram");
        breakEven.printRefused();
        text.println();
        breakEven.printLosses();
        text.println();
        DailyEnergy.print(text, priced);
        if (explain) {
            text.println();
            report.printExplanation();
        }
    }

    private void write(
            PrintWriter text,
            Comparison comparison,
            List<HardwareProfile> tables,
            List<Priced> priced,
            List<BreakEven> pairs) {
        if (json == null && out == null) {
            return;
        }
        ObjectNode document = ComparisonJson.of(task, comparison, tables, priced, pairs);
        if (json != null) {
            ResultJson.write(document, json);
        }
        if (out != null) {
            ResultJson.write(document, out.resolve("compare.json"));
            FrontPicture.write(out.resolve("front.png"), comparison, priced);
            text.printf("%nWritten to %s. A page of it: ionspike report %s%n", out, out);
        }
    }
}
