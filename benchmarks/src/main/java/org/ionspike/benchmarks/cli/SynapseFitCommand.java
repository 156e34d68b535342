package org.ionspike.benchmarks.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.cli.FigureOptions.Result;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.benchmarks.report.WholeFile;
import org.ionspike.engine.synapse.DeviceFit;
import org.ionspike.engine.synapse.DeviceFit.Estimate;
import org.ionspike.engine.synapse.PulseBranch;
import org.ionspike.networks.io.RecordTree;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ionspike synapse fit}. */
@Command(
        name = "fit",
        description =
                "Fits a device to measured pulses: nonlinearity up and down, asymmetry, states, spread from cycle to"
                        + " cycle and, where there are several devices, from device to device.",
        footer = {
            "",
            "Examples:",
            "  ionspike synapse fit pulses.csv --out device.yaml --plot pulses.png",
            "  ionspike train digits --device device.yaml"
        })
final class SynapseFitCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE.csv",
            description =
                    "One row a pulse: columns pulse, conductance_S, direction (up or down), and device where there"
                            + " are several. docs/learning.md says more.")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE.yaml", description = "Write the device, for --device FILE.yaml.")
    private @Nullable Path out;

    @Mixin
    private FigureOptions figure;

    @Override
    public void run() {
        figure.check(spec);
        List<PulseBranch> branches = PulseDataFile.read(file);
        DeviceFit fit = fit(branches);
        var table = new Table()
                .words("number", fit.estimates().stream().map(Estimate::name).toArray(String[]::new))
                .column(
                        "value",
                        fit.estimates().stream().mapToDouble(Estimate::value).toArray())
                .column(
                        "stderr",
                        fit.estimates().stream()
                                .mapToDouble(Estimate::standardError)
                                .toArray());
        var result = new Result("synapse fit", table, () -> chart(branches))
                .with("data", file)
                .with("devices", fit.devices())
                .with("branches", branches.size())
                .found("G_low_S", fit.lowestSiemens())
                .found("G_high_S", fit.highestSiemens())
                .found(
                        "rms_residual_of_range",
                        Math.sqrt(fit.residuals().stream()
                                .mapToDouble(rms -> rms * rms)
                                .average()
                                .orElseThrow()))
                .note(
                        fit.devices() < 3
                                ? "Standard errors are those of least squares, too small where noise adds up from pulse to"
                                        + " pulse; three devices or more give better ones."
                                : "Standard errors are those of the scatter of the devices.")
                .note("The range is what the data cross; see docs/learning.md.");
        figure.write(spec.commandLine().getOut(), result);
        if (out != null) {
            String yaml = RecordTree.toYaml("Fitted by ionspike synapse fit.", fit.device());
            WholeFile.write(out, "device", yaml);
        }
    }

    private static DeviceFit fit(List<PulseBranch> branches) {
        try {
            return DeviceFit.of(branches);
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Chart chart(List<PulseBranch> branches) {
        var chart = new Chart("Measured pulses", "pulse (1)", "conductance (nS)");
        for (boolean up : new boolean[] {true, false}) {
            double[] pulse = branches.stream()
                    .filter(branch -> branch.up() == up)
                    .flatMapToDouble(branch ->
                            IntStream.range(0, branch.siemens().length()).asDoubleStream())
                    .toArray();
            double[] siemens = branches.stream()
                    .filter(branch -> branch.up() == up)
                    .flatMapToDouble(branch -> branch.siemens().stream())
                    .map(g -> 1e9 * g)
                    .toArray();
            chart.scatter(up ? "up" : "down", pulse, siemens);
        }
        return chart;
    }
}
