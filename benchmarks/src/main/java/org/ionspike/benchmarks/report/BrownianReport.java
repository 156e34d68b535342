package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.ionspike.engine.physics.BrownianObservable;
import org.ionspike.engine.physics.BrownianRun;
import org.ionspike.engine.physics.BrownianRun.Estimate;
import org.ionspike.engine.physics.BrownianSetup;

/**
 * The result of a particle run, as text, CSV and JSON (schema {@code ionspike-brownian/1}).
 *
 * @param run what was asked for
 * @param result what came out
 * @param seed of all random streams
 */
public record BrownianReport(BrownianRun run, BrownianRun.Result result, long seed) {
    /** Name and version of the JSON format. */
    public static final String SCHEMA = "ionspike-brownian/1";

    /** The setup, every observable with its standard error, and the speed. */
    public void print(PrintWriter out) {
        BrownianSetup setup = run.setup();
        out.printf(
                Locale.ROOT,
                "%d + %d ions, z = %d, %s of each sign, %s, box %s%n",
                setup.ionsPerSign(),
                setup.ionsPerSign(),
                setup.electrolyte().valence(),
                setup.electrolyte().density(),
                setup.electrolyte().temperature(),
                setup.box());
        out.printf(
                Locale.ROOT,
                "Gamma = %.3f, xi = %s, cut-off %s (pair energy there %.2f kT), core %s, bonds below %s%n",
                setup.interaction().gamma(),
                setup.interaction().dielectricLength(),
                setup.cutoff(),
                setup.interaction().energy(setup.cutoff(), -1),
                setup.core(),
                setup.bond());
        out.printf(
                Locale.ROOT,
                "%s after %s, steps of %s, %d replicas, seed %d%n%n",
                run.time(),
                run.equilibration(),
                setup.step(),
                run.replicas(),
                seed);
        out.printf("%-22s %12s %12s%n", "", "mean", "std. error");
        row(out, "current_V_per_m", result.current());
        for (BrownianObservable what : BrownianObservable.values()) {
            row(out, name(what), result.value(what));
        }
        out.printf(
                Locale.ROOT,
                "%n%.3g ion-steps in %.1f s, summed over the threads: %.1f million per second and thread%n",
                (double) result.ionSteps(),
                result.seconds(),
                1e-6 * result.ionSteps() / result.seconds());
        out.flush();
    }

    private static void row(PrintWriter out, String name, Estimate value) {
        out.printf("%-22s %12s %12s%n", name, number(value.mean()), number(value.standardError()));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.5g", value) : "-";
    }

    /** One line per block; cells of what was not there to be measured are empty. */
    public void writeCsv(Path file) {
        var text = new StringBuilder("t_s,E_V_per_m,current_V_per_m,current_V_per_m_se");
        for (BrownianObservable what : BrownianObservable.values()) {
            text.append(',').append(name(what)).append(',').append(name(what)).append("_se");
        }
        text.append('\n');
        for (BrownianRun.Block block : result.blocks()) {
            text.append(cell(block.seconds())).append(',').append(cell(block.field()));
            append(text, block.current());
            for (BrownianObservable what : BrownianObservable.values()) {
                append(text, block.value(what));
            }
            text.append('\n');
        }
        WholeFile.write(file, "CSV", text.toString());
    }

    private static void append(StringBuilder text, Estimate value) {
        text.append(',').append(cell(value.mean())).append(',').append(cell(value.standardError()));
    }

    private static String cell(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.6e", value) : "";
    }

    /** Setup and observables in SI units; what was not there to be measured is left out. */
    public void writeJson(Path file) {
        BrownianSetup setup = run.setup();
        ObjectNode json = ResultJson.create().put("schema", SCHEMA);
        json.put("seed", seed).put("replicas", run.replicas());
        json.putObject("setup")
                .put("ions_per_sign", setup.ionsPerSign())
                .put("valence", setup.electrolyte().valence())
                .put("density_per_m2", setup.electrolyte().density().si())
                .put("temperature_K", setup.electrolyte().temperature().si())
                .put("diffusivity_m2_per_s", setup.electrolyte().diffusivity().si())
                .put("gamma", setup.interaction().gamma())
                .put("xi_m", setup.interaction().dielectricLength().si())
                .put("softening_m", setup.interaction().softening().si())
                .put("cutoff_m", setup.cutoff().si())
                .put("core_m", setup.core().si())
                .put("bond_m", setup.bond().si())
                .put("box_m", setup.box().si())
                .put("step_s", setup.step().si())
                .put("equilibration_s", run.equilibration().si())
                .put("time_s", run.time().si());
        ObjectNode values = json.putObject("observables");
        put(values, "current_V_per_m", result.current());
        for (BrownianObservable what : BrownianObservable.values()) {
            put(values, name(what), result.value(what));
        }
        json.putObject("timing").put("ion_steps", result.ionSteps()).put("core_s", result.seconds());
        ResultJson.write(json, file);
    }

    private static void put(ObjectNode node, String name, Estimate value) {
        if (Double.isFinite(value.mean())) {
            ObjectNode entry = node.putObject(name).put("mean", value.mean());
            if (Double.isFinite(value.standardError())) {
                entry.put("standard_error", value.standardError());
            }
        }
    }

    private static String name(BrownianObservable what) {
        String name = what.name().toLowerCase(Locale.ROOT);
        return what == BrownianObservable.CHAIN_LENGTH ? name + "_m" : name;
    }
}
