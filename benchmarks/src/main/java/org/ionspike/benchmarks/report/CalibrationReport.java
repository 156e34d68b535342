package org.ionspike.benchmarks.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.physics.SlitData;
import org.ionspike.engine.physics.SlitFit;
import org.ionspike.networks.io.RecordTree;

/**
 * A calibration of the slit as table, numbers, sentences and picture.
 *
 * @param fit what was found
 * @param electrolyte tells the field of 1 kT/(e A)
 */
public record CalibrationReport(SlitFit fit, Electrolyte electrolyte) {
    /** Two parameters that are correlated above this are hardly told apart by the data, our choice. */
    private static final double CORRELATED = 0.95;

    /** Every point, its n and that of the fit. */
    public Table table() {
        return new Table()
                .words(
                        "data",
                        fit.data().stream()
                                .flatMap(set -> set.points().stream().map(point -> set.name()))
                                .toArray(String[]::new))
                .column("t_s", each(SlitData.Point::seconds))
                .column("E_kT_per_eA", each(point -> point.field() / unitField()))
                .column(
                        "rho_m-2",
                        fit.data().stream()
                                .flatMapToDouble(set -> set.points().stream()
                                        .mapToDouble(point -> set.density().si()))
                                .toArray())
                .column("n_cond", each(SlitData.Point::mobileFraction))
                .column("stderr", each(SlitData.Point::standardError))
                .column(
                        "n_fit",
                        fit.predicted().stream()
                                .flatMapToDouble(row -> row.stream())
                                .toArray())
                .column(
                        "ln_error",
                        sets(fit::logErrors).stream()
                                .flatMapToDouble(Arrays::stream)
                                .toArray());
    }

    /** Constants with their uncertainties, and the errors of each data set. */
    public Map<String, Double> summary() {
        Map<String, Double> out = new LinkedHashMap<>();
        for (SlitFit.Estimate estimate : fit.estimates()) {
            String symbol = estimate.parameter().symbol();
            String unit = estimate.parameter().unit();
            out.put(unit.isEmpty() ? symbol : symbol + "_" + unit.replace("/", "_per_"), estimate.value());
            out.put(symbol + "_rel_se_covariance", estimate.covarianceError());
            out.put(symbol + "_rel_se_jackknife", estimate.jackknifeError());
        }
        for (int set = 0; set < fit.data().size(); set++) {
            String name = fit.data().get(set).name();
            out.put("rms_ln_error " + name, fit.rmsLogError(set));
            out.put("max_ln_error " + name, fit.maxLogError(set));
        }
        return out;
    }

    /** What the fit says where it was not fitted, beside particles. */
    public Map<String, Double> check(SlitData particles) {
        Map<String, Double> out = new LinkedHashMap<>();
        double[] predicted = particles.predicted(fit.slit(), Double.NaN);
        for (int k = 0; k < predicted.length; k++) {
            SlitData.Point point = particles.points().get(k);
            String at = String.format(
                    Locale.ROOT,
                    " %.2f kT/eA %.0e m^-2",
                    point.field() / unitField(),
                    particles.density().si());
            out.put("check_n_particles" + at, point.mobileFraction());
            out.put("check_n_stderr" + at, point.standardError());
            out.put("check_n_fit" + at, predicted[k]);
            out.put("check_error_percent" + at, 100 * (predicted[k] / point.mobileFraction() - 1));
        }
        return out;
    }

    /** What the data leave open, and what the numbers mean. */
    public List<String> notes() {
        var out = new ArrayList<String>();
        out.add(
                "Relative standard errors (of the logarithms): covariance takes residuals for independent, jackknife leaves"
                        + " out neighbouring tenths; believe the larger.");
        for (SlitFit.Estimate estimate : fit.estimates()) {
            if (estimate.poorlyConstrained()) {
                out.add(estimate.parameter().symbol() + " is poorly constrained by these data"
                        + (estimate.atBound() ? " and ran to its bound" : "") + "; add data that feel it, or --hold "
                        + estimate.parameter().symbol() + ".");
            }
        }
        fit.correlations().forEach((pair, correlation) -> {
            if (Math.abs(correlation) > CORRELATED) {
                out.add(String.format(
                        Locale.ROOT,
                        "%s and %s: correlation %.3f; the data tell little more than one combination of them.",
                        pair.first().symbol(),
                        pair.second().symbol(),
                        correlation));
            }
        });
        return out;
    }

    /** Data and fit: over the field, over the time if all are relaxations, and against each other if there are both. */
    public Chart chart() {
        long relaxations = fit.data().stream().filter(SlitData::startsAnywhere).count();
        if (relaxations == 0) {
            return curves("|E| (kT/(e A))", 1, point -> Math.abs(point.field()) / unitField());
        }
        return relaxations == fit.data().size() ? curves("t (us)", 1e6, SlitData.Point::seconds) : dataAgainstFit();
    }

    private Chart curves(String axis, double factor, ToDoubleFunction<SlitData.Point> x) {
        var chart = new Chart("Mobile fraction of particles and of the fitted slit", axis, "n").logY();
        for (int set = 0; set < fit.data().size(); set++) {
            SlitData data = fit.data().get(set);
            double[] places =
                    data.points().stream().mapToDouble(x).map(v -> factor * v).toArray();
            chart.scatter(data.name(), places, fractions(data));
            chart.line(data.name() + ", fit", places, fit.predicted().get(set).toArray());
        }
        return chart;
    }

    private Chart dataAgainstFit() {
        var chart = new Chart(
                        "Mobile fraction of particles and of the fitted slit", "n of the slit", "n of the particles")
                .logX()
                .logY();
        double least = 1;
        for (int set = 0; set < fit.data().size(); set++) {
            double[] predicted = fit.predicted().get(set).toArray();
            least = Math.min(least, Arrays.stream(predicted).min().orElse(1));
            chart.scatter(
                    fit.data().get(set).name(), predicted, fractions(fit.data().get(set)));
        }
        return chart.line("equal", new double[] {least, 1}, new double[] {least, 1});
    }

    /** Writes the fitted slit as YAML, every component with its unit; the file is complete or not there. */
    public void writeSlit(Path file) {
        WholeFile.write(file, "slit", RecordTree.toYaml("Fitted by ionspike brownian calibrate.", fit.slit()));
    }

    private static double[] fractions(SlitData data) {
        return data.points().stream()
                .mapToDouble(SlitData.Point::mobileFraction)
                .toArray();
    }

    private double unitField() {
        return electrolyte.thermalField().si();
    }

    private double[] each(ToDoubleFunction<SlitData.Point> value) {
        return fit.data().stream()
                .flatMapToDouble(set -> set.points().stream().mapToDouble(value))
                .toArray();
    }

    private List<double[]> sets(IntFunction<double[]> value) {
        var out = new ArrayList<double[]>();
        for (int set = 0; set < fit.data().size(); set++) {
            out.add(value.apply(set));
        }
        return out;
    }
}
