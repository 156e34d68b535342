package org.ionspike.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ionspike.engine.physics.BrownianObservable;
import org.ionspike.engine.physics.BrownianRun;
import org.ionspike.engine.physics.BrownianRun.Block;
import org.ionspike.engine.physics.BrownianRun.Estimate;
import org.ionspike.engine.physics.BrownianSetup;

/**
 * What a particle run found, as numbers, tables and pictures.
 *
 * <p>Currents are those of the box, as long as it is wide: {@code I = g n E L},
 * {@link BrownianSetup#independentConductance()}.
 *
 * @param run what was asked for
 * @param result what came out
 */
public record BrownianReport(BrownianRun run, BrownianRun.Result result) {
    /** Takes each number about the whole run with its standard error. */
    public void summary(BiConsumer<String, Estimate> found) {
        found.accept("I_amp", amperes(result.current()));
        found.accept(
                "G_siemens",
                scaled(
                        result.value(BrownianObservable.CONDUCTANCE),
                        run.setup().independentConductance().si()));
        for (BrownianObservable what : BrownianObservable.values()) {
            if (what != BrownianObservable.BONDS_KEPT && what != BrownianObservable.PAIRS_KEPT) {
                found.accept(name(what), result.value(what));
            }
        }
        found.accept("bond_survival_s", result.memory().bondSurvival());
        found.accept("pair_survival_s", result.memory().pairSurvival());
        result.memory().relaxation().forEach((what, time) -> found.accept(name(what) + "_relaxation_s", time));
    }

    /** One row per block of the measured time. */
    public Table blocks() {
        List<Block> blocks = result.blocks();
        Table table = new Table()
                .column("t_s", column(blocks, Block::seconds))
                .column("E_V_per_m", column(blocks, Block::field));
        add(table, "I_amp", blocks, block -> amperes(block.current()));
        for (BrownianObservable what : BrownianObservable.values()) {
            add(table, name(what), blocks, block -> block.value(what));
        }
        return table;
    }

    /** Conductance, free ions and what is left of the bonds against time. */
    public Chart course() {
        var chart = new Chart("Ions in a changing field", "t (ns)", "share (1)");
        double[] t = column(result.blocks(), block -> 1e9 * block.seconds());
        course(chart, "conductance n", t, BrownianObservable.CONDUCTANCE);
        course(chart, "free ions", t, BrownianObservable.FREE_FRACTION);
        course(chart, "ions in clusters >= 10", t, BrownianObservable.IN_LARGE_CLUSTERS);
        course(chart, "bonds kept", t, BrownianObservable.BONDS_KEPT);
        return chart;
    }

    private void course(Chart chart, String name, double[] t, BrownianObservable what) {
        double[] mean = column(result.blocks(), block -> block.value(what).mean());
        double[] error = column(result.blocks(), block -> block.value(what).standardError());
        for (double value : mean) {
            if (Double.isFinite(value)) {
                chart.scatter(name, t, mean, error);
                return;
            }
        }
    }

    /** One row per run. */
    public static Table sweep(List<BrownianReport> runs) {
        Table table = new Table().column("E_V_per_m", column(runs, BrownianReport::field));
        add(table, "I_amp", runs, report -> report.amperes(report.result.current()));
        for (BrownianObservable what : BrownianObservable.values()) {
            if (what != BrownianObservable.BONDS_KEPT && what != BrownianObservable.PAIRS_KEPT) {
                add(table, name(what), runs, report -> report.result.value(what));
            }
        }
        add(table, "bond_survival_s", runs, report -> report.result.memory().bondSurvival());
        add(table, "pair_survival_s", runs, report -> report.result.memory().pairSurvival());
        return table;
    }

    /** Current of the box against field, with what independent ions would carry. */
    public static Chart currentAgainstField(List<BrownianReport> runs) {
        double[] field = column(runs, report -> 1e-6 * report.field());
        double[] current = column(
                runs, report -> 1e9 * report.amperes(report.result.current()).mean());
        double[] error = column(
                runs, report -> 1e9 * report.amperes(report.result.current()).standardError());
        double[] independent = column(runs, report -> 1e9 * report.ampereMetresPerVolt() * report.field());
        return new Chart("Current of the slit against field", "E (MV/m)", "I (nA)")
                .scatter("particles", field, current, error)
                .line("independent ions", field, independent);
    }

    private double field() {
        return result.blocks().stream().mapToDouble(Block::field).average().orElse(Double.NaN);
    }

    /** Current over the field times n: g L. */
    private double ampereMetresPerVolt() {
        BrownianSetup setup = run.setup();
        return setup.independentConductance().si() * setup.box().si();
    }

    private Estimate amperes(Estimate voltsPerMetre) {
        return scaled(voltsPerMetre, ampereMetresPerVolt());
    }

    private static Estimate scaled(Estimate value, double factor) {
        return new Estimate(factor * value.mean(), factor * value.standardError());
    }

    private static <T> void add(Table table, String name, List<T> rows, Function<T, Estimate> value) {
        table.column(name, column(rows, row -> value.apply(row).mean()))
                .column(name + "_se", column(rows, row -> value.apply(row).standardError()));
    }

    private static <T> double[] column(List<T> rows, ToDoubleFunction<T> value) {
        return rows.stream().mapToDouble(value).toArray();
    }

    private static String name(BrownianObservable what) {
        String name = what.name().toLowerCase(Locale.ROOT);
        return what == BrownianObservable.CHAIN_LENGTH ? name + "_m" : name;
    }
}
