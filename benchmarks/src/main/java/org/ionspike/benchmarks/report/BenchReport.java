package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.ionspike.benchmarks.Version;
import org.ionspike.benchmarks.workload.Figure;
import org.ionspike.benchmarks.workload.MachineLimits;
import org.ionspike.benchmarks.workload.Spread;
import org.ionspike.benchmarks.workload.Workload;

/** Figures of workloads for people, and as JSON of schema {@code ionspike-bench/1} (docs/schema/bench-1.schema.json). */
public final class BenchReport {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double GIGA = 1e-9;
    private static final double NANO = 1e9;

    private final PrintWriter out;

    /** A report to print on. */
    public BenchReport(PrintWriter out) {
        this.out = out;
    }

    /** Says what is measured next. */
    public void begin(Workload workload) {
        out.println(workload.name() + ": " + workload.summary());
        out.flush();
    }

    /** Prints one figure, median (smallest to largest), and what it is compared with. */
    public void print(Figure figure) {
        var line = new StringBuilder("  ")
                .append(figure.quantity())
                .append(": ")
                .append(text(figure.value()))
                .append(' ')
                .append(figure.unit());
        double median = figure.value().median();
        figure.limit()
                .ifPresent(limit -> line.append("; machine ")
                        .append(Table.plain(limit.value()))
                        .append(" (ratio ")
                        .append(Table.plain(median / limit.value()))
                        .append(')'));
        figure.plain()
                .ifPresent(plain -> line.append("; plain loops ")
                        .append(text(plain))
                        .append(" (ratio ")
                        .append(Table.plain(median / plain.median()))
                        .append(')'));
        figure.goal().ifPresent(goal -> line.append("; goal ").append(Table.plain(goal)));
        out.println(line);
        out.flush();
    }

    private static String text(Spread spread) {
        return spread.repeats() == 1
                ? Table.plain(spread.median())
                : Table.plain(spread.median()) + " (" + Table.plain(spread.min()) + " to " + Table.plain(spread.max())
                        + ")";
    }

    /** Prints what the machine did at best. */
    public void print(MachineLimits machine) {
        out.printf(
                "machine: %s, Java %s, %d processors%n",
                System.getProperty("os.arch"),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors());
        machine.streamBytesPerSecond();
        machine.bandwidths()
                .forEach((floats, bytes) -> out.println("  array update of " + floats + " floats: "
                        + Table.plain(GIGA * bytes) + " GB/s read and written"));
        machine.additions()
                .forEach((floats, seconds) -> out.println(
                        "  random addition to " + floats + " floats: " + Table.plain(NANO * seconds) + " ns"));
        out.flush();
    }

    /** Writes figures and machine; the file is complete or not there. */
    public static void write(Path file, int repeats, MachineLimits machine, List<Figure> figures) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("schema", "ionspike-bench/1")
                .put("ionspike", Version.number())
                .put("repeats", repeats);
        root.putObject("machine")
                .put("os", System.getProperty("os.name"))
                .put("arch", System.getProperty("os.arch"))
                .put("java", System.getProperty("java.version"))
                .put("processors", Runtime.getRuntime().availableProcessors());
        ArrayNode updates = root.putArray("array_update");
        machine.bandwidths()
                .forEach((floats, bytes) ->
                        updates.addObject().put("floats", floats).put("bytes_per_s", bytes));
        ArrayNode additions = root.putArray("random_addition");
        machine.additions()
                .forEach((floats, seconds) ->
                        additions.addObject().put("floats", floats).put("s", seconds));
        ArrayNode rows = root.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode row = rows.addObject()
                    .put("workload", figure.workload())
                    .put("quantity", figure.quantity())
                    .put("unit", figure.unit());
            put(row.putObject("value"), figure.value());
            figure.limit()
                    .ifPresent(limit -> row.putObject("machine_limit")
                            .put("value", limit.value())
                            .put("by", limit.by())
                            .put("ratio", figure.value().median() / limit.value()));
            figure.plain().ifPresent(plain -> put(row.putObject("plain_loops"), plain));
            figure.goal().ifPresent(goal -> row.put("goal", goal));
        }
        try {
            WholeFile.write(file, "figures", MAPPER.writeValueAsString(root) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Figures could not be written as JSON.", e);
        }
    }

    private static void put(ObjectNode node, Spread spread) {
        node.put("median", spread.median()).put("min", spread.min()).put("max", spread.max());
    }
}
