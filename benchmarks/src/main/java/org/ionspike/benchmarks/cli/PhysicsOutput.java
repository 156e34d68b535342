package org.ionspike.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.report.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The files that a command of the neuron or the synapse writes when asked to. */
final class PhysicsOutput {
    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write the table as CSV, all rows and digits, SI units.")
    private @Nullable Path csv;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write numbers and table as JSON, SI units in the names.")
    private @Nullable Path json;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw a picture: FILE.png or FILE.svg.")
    private @Nullable Path plot;

    /** Refuses a picture of unknown format before anything is computed. */
    void check(CommandSpec spec) {
        Usage.requirePicture(spec, plot);
    }

    /** Writes what was asked for. */
    void write(CommandSpec spec, Table table, Consumer<ObjectNode> numbers, Supplier<Chart> chart) {
        if (csv != null) {
            table.writeCsv(csv);
        }
        if (json != null) {
            ObjectNode result = ResultJson.create();
            result.remove("schema"); // that of results of learning, which these are not
            result.put("command", spec.qualifiedName());
            numbers.accept(result);
            table.addTo(result.putObject("table"));
            ResultJson.write(result, json);
        }
        if (plot != null) {
            chart.get().write(plot);
        }
    }
}
