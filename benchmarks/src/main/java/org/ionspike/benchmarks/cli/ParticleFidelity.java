package org.ionspike.benchmarks.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongConsumer;
import org.ionspike.benchmarks.report.FidelityTable;
import org.ionspike.benchmarks.report.ProgressBar;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.physics.CalibrationSweep;
import org.ionspike.engine.physics.Electrolyte;
import org.ionspike.engine.physics.Slit;
import org.ionspike.engine.physics.SlitData;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Time;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Particles against the slit with the constants that Ionspike uses: steady conductances at two densities, and the times
 * a released slit takes to lose its mobile ions.
 *
 * @param source where the particles' numbers are from
 * @param data steady states and relaxations
 */
record ParticleFidelity(String source, List<SlitData> data) {
    private static final String RUNG = "particles -> slit";
    private static final Slit SLIT = Slit.robin2021Potassium();
    private static final double UNIT = new Electrolyte().thermalField().si();
    private static final double[] LEVELS = {0.5, 0.3, 0.2};
    private static final int REPLICAS = 8;

    /**
     * Steady conductances in the output files of PEmRobin/2D-nanofluidic-memristors at 1e15 m^-2: E in kT/(e A) and n.
     */
    private static final double[][] PUBLISHED = {{0.2, 0.480}, {0.3, 0.802}, {0.5, 0.955}};

    /**
     * Our own: steady states at 1e15 m^-2 and the release at 1e14 m^-2 of a program in C, 400 + 400 ions; steady states at
     * 1e14 m^-2 of {@code ionspike brownian calibrate --check}, seed 1, 8 replicas of 200 + 200 ions.
     */
    static ParticleFidelity measured() {
        var all = new ArrayList<SlitData>();
        for (String name : List.of("particles-steady.csv", "particles-release.csv")) {
            // density and field stand in columns
            all.addAll(new SlitDataFile(name, new ArealDensity(1e15), null).parse(resource(name)));
        }
        return new ParticleFidelity("measured before", all);
    }

    /** The sweep of {@code ionspike brownian calibrate} with its check, run now. */
    static ParticleFidelity live(CommandSpec spec, long seed) {
        var sweep = new CalibrationSweep(
                BrownianSetup.authors().withIonsPerSign(200), new Time(100e-9), new Time(300e-9), REPLICAS);
        var bar = new ProgressBar(spec.commandLine().getErr(), Boolean.getBoolean("ionspike.terminal"));
        var done = new AtomicLong();
        LongConsumer progress = more -> bar.at(done.addAndGet(more));
        int threads = Runtime.getRuntime().availableProcessors();
        var streams = new RandomStreams(seed).child("calibration");
        bar.begin("particles", sweep.totalSteps() + sweep.diluteSteps(), "steps");
        var all = new ArrayList<>(sweep.run(streams, threads, progress));
        all.add(sweep.dilute(streams, threads, progress));
        bar.end();
        return new ParticleFidelity("run now, seed " + seed, all);
    }

    /** Adds one row per steady state and per level that a relaxation falls through. */
    void addTo(FidelityTable table) {
        for (double[] row : PUBLISHED) {
            table.number(
                    RUNG,
                    "steady n",
                    String.format(Locale.ROOT, "%.2f kT/(e A) and 1e+15 m^-2 (published)", row[0]),
                    row[1],
                    steady(row[0] * UNIT, new ArealDensity(1e15)));
        }
        for (SlitData set : data) {
            switch (set.kind()) {
                case STEADY ->
                    set.points()
                            .forEach(point -> table.number(
                                    RUNG,
                                    "steady n",
                                    at(point.field(), set.density()),
                                    point.mobileFraction(),
                                    steady(point.field(), set.density())));
                case RELAXATION -> release(table, set);
                case LOOP -> {
                    // its errors are those of steady states and relaxation together
                }
            }
        }
    }

    private static double steady(double field, ArealDensity density) {
        return SLIT.withDensity(density)
                .steadyMobileFraction(field * SLIT.length().si());
    }

    private static String at(double field, ArealDensity density) {
        return String.format(Locale.ROOT, "%.2f kT/(e A) and %.0e m^-2", field / UNIT, density.si());
    }

    private static void release(FidelityTable table, SlitData set) {
        List<SlitData.Point> points = set.points();
        SlitData.Point first = points.get(0);
        Slit slit = SLIT.withDensity(set.density());
        double volts = first.field() * slit.length().si();
        double last = points.get(points.size() - 1).seconds() - first.seconds();
        for (double level : LEVELS) {
            table.time(
                    RUNG,
                    "time to fall to n = " + level + " (s)",
                    "released to " + at(first.field(), set.density()),
                    crossing(level, last, t -> interpolated(points, first.seconds() + t)),
                    crossing(level, 100 * last, t -> slit.advance(first.mobileFraction(), volts, t)));
        }
    }

    /** ln n is a straight line between two points. */
    private static double interpolated(List<SlitData.Point> points, double seconds) {
        int k = 1;
        while (k < points.size() - 1 && points.get(k).seconds() < seconds) {
            k++;
        }
        SlitData.Point before = points.get(k - 1);
        SlitData.Point after = points.get(k);
        double share = (seconds - before.seconds()) / (after.seconds() - before.seconds());
        return before.mobileFraction() * Math.pow(after.mobileFraction() / before.mobileFraction(), share);
    }

    /** The time at which a falling curve passes a level; infinite if it does not within {@code longest}. */
    private static double crossing(double level, double longest, DoubleUnaryOperator curve) {
        if (curve.applyAsDouble(longest) > level) {
            return Double.POSITIVE_INFINITY;
        }
        double above = 0;
        double below = longest;
        for (int k = 0; k < 60; k++) {
            double middle = (above + below) / 2;
            if (curve.applyAsDouble(middle) > level) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return below;
    }

    private static List<String> resource(String name) {
        try (InputStream in = ParticleFidelity.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
