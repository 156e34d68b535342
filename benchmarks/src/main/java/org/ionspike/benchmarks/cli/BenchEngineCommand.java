package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ionspike.benchmarks.report.BenchReport;
import org.ionspike.benchmarks.workload.EngineWorkloads;
import org.ionspike.benchmarks.workload.Figure;
import org.ionspike.benchmarks.workload.MachineLimits;
import org.ionspike.benchmarks.workload.Workload;
import org.ionspike.engine.units.Check;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ionspike bench engine}. */
@Command(
        name = "engine",
        description = "Run the workloads of the engine on one thread and print for each our figure, what the machine"
                + " allows and, where there is one, what plain loops need, all measured in this run as processor time.",
        footer = {
            "",
            "Examples:",
            "  ionspike bench engine --list",
            "  ionspike bench engine --workload w3-cuba,w4 --json bench.json",
            "What each workload is: docs/benchmarks.md."
        })
final class BenchEngineCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workload",
            split = ",",
            paramLabel = "NAME",
            description = "Run these only: whole names, or beginnings such as w3. Default: all.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "List the workloads.")
    private boolean list;

    @Option(names = "--repeats", paramLabel = "N", description = "Repeats after warming up. Default: 5.")
    private int repeats = 5;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Learn from MNIST in this folder instead of digits (default: $IONSPIKE_DATA_DIR).")
    private @Nullable Path dataFolder;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON (ionspike-bench/1).")
    private @Nullable Path json;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Workload> workloads = Usage.of(spec, () -> {
            Check.between("--repeats", repeats, 1, 1000);
            var all = EngineWorkloads.all(DataOptions.orFromEnvironment(dataFolder));
            return names.isEmpty() ? all : EngineWorkloads.named(names, all);
        });
        if (list) {
            workloads.forEach(workload -> out.printf(Locale.ROOT, "  %-24s %s%n", workload.name(), workload.summary()));
            out.flush();
            return;
        }
        var machine = new MachineLimits();
        var report = new BenchReport(out);
        List<Figure> figures = new ArrayList<>();
        for (Workload workload : workloads) {
            report.begin(workload);
            List<Figure> measured = workload.measure(repeats, machine);
            measured.forEach(report::print);
            figures.addAll(measured);
        }
        report.print(machine);
        if (json != null) {
            BenchReport.write(json, repeats, machine, figures);
        }
    }
}
