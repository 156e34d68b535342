package org.ionspike.benchmarks.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.ionspike.benchmarks.report.Chart;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.benchmarks.report.Table;
import org.ionspike.benchmarks.report.TableJson;
import org.ionspike.engine.physics.BrownianRun.Estimate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where a command of the physics puts what it found: its numbers and its table, printed and as files, and its picture. */
final class FigureOptions {
    private static final int PRINTED_ROWS = 31;
    private static final String ERROR = "_se";

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the table as CSV, SI units.")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "FILE", description = "Write table and summary as JSON (ionspike-table/1).")
    private @Nullable Path json;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw a picture: FILE.png or FILE.svg.")
    private @Nullable Path plot;

    @Option(names = "--quiet", description = "Print the summary only: no table, no progress.")
    private boolean quiet;

    /** What a command found. */
    static final class Result {
        private final String command;
        private final Table table;
        private final Supplier<Chart> chart;
        private List<String> printed = List.of();
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private final Map<String, Double> summary = new LinkedHashMap<>();
        private final Map<String, double[]> lists = new LinkedHashMap<>();
        private final List<String> notes = new ArrayList<>();
        private int printedRows = PRINTED_ROWS;

        /**
         * A result.
         *
         * @param command its words after {@code ionspike}
         * @param chart draws the picture, called if it is asked for; its caption is set from the parameters
         */
        Result(String command, Table table, Supplier<Chart> chart) {
            this.command = command;
            this.table = table;
            this.chart = chart;
        }

        Result with(String parameter, Object value) {
            parameters.put(parameter, value.toString());
            return this;
        }

        /** A number about the whole; its name carries the unit. */
        Result found(String name, double value) {
            summary.put(name, value);
            return this;
        }

        /** Numbers of one kind whose count is not that of the rows, such as spike times; the name carries the unit. */
        Result list(String name, double[] values) {
            lists.put(name, values.clone());
            return this;
        }

        /** A sentence for the reader of the terminal. */
        Result note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /** Prints every row of the table, however many there are. */
        Result printWhole() {
            printedRows = Integer.MAX_VALUE;
            return this;
        }

        /** A number about the whole and its standard error. */
        Result found(String name, Estimate value) {
            return found(name, value.mean()).found(name + ERROR, value.standardError());
        }

        /** Prints these columns of the table only; files hold all. */
        Result printing(List<String> columns) {
            printed = columns;
            return this;
        }

        /** The command and its parameters in one line. */
        String caption() {
            return "ionspike " + command
                    + parameters.entrySet().stream()
                            .map(entry -> ", " + entry.getKey() + " " + entry.getValue())
                            .collect(Collectors.joining());
        }
    }

    /** Whether neither table nor progress is wanted. */
    boolean quiet() {
        return quiet;
    }

    /** Refuses a picture in a format that cannot be written, before anything is computed. */
    void check(CommandSpec spec) {
        Usage.requirePicture(spec, plot);
    }

    /** Whether the picture was asked for. */
    boolean wantsPicture() {
        return plot != null;
    }

    /** Progress on standard error of a terminal, unless {@code --quiet}. */
    Progress progress(PrintWriter err) {
        boolean terminal = Boolean.getBoolean("ionspike.terminal");
        return quiet || !terminal ? Progress.silent() : new ProgressBar(err, true);
    }

    /** Prints the summary and the table and writes the files that were asked for. */
    void write(PrintWriter out, Result result) {
        out.println(result.caption());
        result.summary.forEach((name, value) -> print(out, result.summary, name, value));
        result.lists.forEach((name, values) -> out.printf(
                "  %-34s %s%n",
                name, Arrays.stream(values).mapToObj(Table::plain).collect(Collectors.joining(" "))));
        result.notes.forEach(out::println);
        if (!quiet) {
            out.println();
            Table shown = result.printed.isEmpty() ? result.table : result.table.only(result.printed);
            shown.print(out, result.printedRows);
        }
        out.flush();
        if (csv != null) {
            result.table.writeCsv(csv);
        }
        if (json != null) {
            TableJson.write(json, result.command, result.parameters, result.summary, result.lists, result.table);
        }
        if (plot != null) {
            result.chart.get().caption(result.caption()).write(plot);
        }
    }

    private static void print(PrintWriter out, Map<String, Double> summary, String name, double value) {
        if (name.endsWith(ERROR) && summary.containsKey(name.substring(0, name.length() - ERROR.length()))) {
            return; // stands beside its value
        }
        double error = summary.getOrDefault(name + ERROR, Double.NaN);
        out.printf(
                "  %-34s %s%s%n",
                name,
                Double.isFinite(value) ? Table.plain(value) : "not resolved",
                Double.isFinite(error) ? " +- " + Table.plain(error) : "");
    }
}
