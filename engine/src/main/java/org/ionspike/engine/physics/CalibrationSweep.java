package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import org.ionspike.engine.physics.BrownianRun.Block;
import org.ionspike.engine.physics.BrownianRun.Estimate;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ArealDensity;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Frequency;
import org.ionspike.engine.units.Time;

/**
 * The particle runs that a slit is calibrated to: steady states in eight fields, a release from a strong field, and one
 * period of a sinusoid. Fields, times and frequency are our choice for the ions of {@link BrownianSetup#authors()};
 * the sinusoid is 31 times faster than the published one, which would take as much longer.
 *
 * @param setup ions and density
 * @param equilibration of the steady states and before the release, 0 or above; five times as long below 0.15
 *     kT/(e A)
 * @param time of each steady state, above 0
 * @param replicas of each run, at least 2, so that standard errors are known
 */
public record CalibrationSweep(BrownianSetup setup, Time equilibration, Time time, int replicas) {
    /** Fields of the steady states in kT/(e A). */
    private static final double[] STEADY = {0.08, 0.1, 0.13, 0.16, 0.2, 0.25, 0.3, 0.5};

    private static final double STRONG = 0.5;
    private static final double RELEASED = 0.05;

    /** Fields of the check at a tenth of the density. */
    private static final double[] DILUTE = {0.1, 0.15, 0.2};

    private static final Time RELEASE_TIME = new Time(800e-9);

    /** After a release the stretched pairs turn and shrink first, which is no recombination; it is left out. */
    private static final Time TURNING = new Time(20e-9);

    /** Below this field, in kT/(e A), ions that start apart take longer to bind, and the equilibration is longer. */
    private static final double SLOW_BELOW = 0.15;

    private static final int SLOWER = 5;
    private static final Frequency SINUSOID = new Frequency(500e3);

    /** Pairs at a tenth of the density need about ten times as long to settle. */
    private static final Time DILUTE_EQUILIBRATION = new Time(1e-6);

    private static final Time DILUTE_TIME = new Time(1e-6);
    private static final int BLOCKS = 40;

    /** A point whose standard error is more than this share of n has no logarithm worth fitting. */
    private static final double MOST_NOISE = 0.3;

    public CalibrationSweep {
        Check.atLeast("CalibrationSweep.replicas", replicas, 2);
    }

    /** Steps of all runs of {@link #run}, for progress. */
    public long totalSteps() {
        return steadyRuns().stream().mapToLong(BrownianRun::totalSteps).sum()
                + release().totalSteps()
                + sinusoid().totalSteps();
    }

    /** Steps of all runs of {@link #dilute}, for progress. */
    public long diluteSteps() {
        return diluteRuns().stream().mapToLong(BrownianRun::totalSteps).sum();
    }

    /**
     * Runs the sweep.
     *
     * @param threads replicas that run side by side, at least 1; changes no result
     * @param progress is told the steps that were done since the last call
     * @return steady states, release and sinusoid; points lost in noise are left out
     */
    public List<SlitData> run(RandomStreams streams, int threads, LongConsumer progress) {
        ArealDensity density = setup.electrolyte().density();
        BrownianRun.Result release = release().run(streams.child("release"), threads, progress);
        BrownianRun.Result sinusoid = sinusoid().run(streams.child("sinusoid"), threads, progress);
        return List.of(
                steady("steady", density, STEADY, steadyRuns(), streams.child("steady"), threads, progress),
                SlitData.relaxation("release", density, held(points(release.blocks()))),
                SlitData.loop("sinusoid", density, points(sinusoid.blocks())));
    }

    /** Steady states at a tenth of the density, in 0.1, 0.15 and 0.2 kT/(e A): a check of what was fitted. */
    public SlitData dilute(RandomStreams streams, int threads, LongConsumer progress) {
        return steady(
                "a tenth of the density", tenth(), DILUTE, diluteRuns(), streams.child("dilute"), threads, progress);
    }

    private List<BrownianRun> steadyRuns() {
        return DoubleStream.of(STEADY)
                .mapToObj(field -> run(
                        setup,
                        DrivingField.constant(field(field)),
                        new Time((field < SLOW_BELOW ? SLOWER : 1) * equilibration.si()),
                        time,
                        2))
                .toList();
    }

    private List<BrownianRun> diluteRuns() {
        BrownianSetup dilute =
                setup.with(setup.electrolyte().withDensity(tenth()), setup.interaction(), setup.ionsPerSign());
        return DoubleStream.of(DILUTE)
                .mapToObj(
                        field -> run(dilute, DrivingField.constant(field(field)), DILUTE_EQUILIBRATION, DILUTE_TIME, 2))
                .toList();
    }

    private BrownianRun release() {
        return run(
                setup,
                DrivingField.step(field(STRONG), field(RELEASED), new Time(-TURNING.si())),
                new Time(equilibration.si() + TURNING.si()),
                RELEASE_TIME,
                BLOCKS);
    }

    private BrownianRun sinusoid() {
        double period = 1 / SINUSOID.si();
        return run(
                setup,
                DrivingField.cosine(field(STRONG), SINUSOID),
                new Time(period / 2),
                new Time(period),
                2 * BLOCKS);
    }

    private BrownianRun run(BrownianSetup ions, DrivingField field, Time equilibration, Time time, int blocks) {
        return new BrownianRun(ions, field, equilibration, time, blocks, replicas);
    }

    private ArealDensity tenth() {
        return new ArealDensity(setup.electrolyte().density().si() / 10);
    }

    private ElectricField field(double thermal) {
        return new ElectricField(thermal * setup.electrolyte().thermalField().si());
    }

    private SlitData steady(
            String name,
            ArealDensity density,
            double[] fields,
            List<BrownianRun> runs,
            RandomStreams streams,
            int threads,
            LongConsumer progress) {
        var points = new ArrayList<SlitData.Point>();
        for (int k = 0; k < fields.length; k++) {
            RandomStreams own = streams.child(String.format(Locale.ROOT, "%.2f", fields[k]));
            Estimate n = runs.get(k).run(own, threads, progress).value(BrownianObservable.CONDUCTANCE);
            if (clear(n)) {
                points.add(new SlitData.Point(Double.NaN, field(fields[k]).si(), n.mean(), n.standardError()));
            }
        }
        return SlitData.steady(name, density, points);
    }

    private static List<SlitData.Point> points(List<Block> blocks) {
        return blocks.stream()
                .filter(block -> clear(block.value(BrownianObservable.CONDUCTANCE)))
                .map(block -> {
                    Estimate n = block.value(BrownianObservable.CONDUCTANCE);
                    return new SlitData.Point(block.seconds(), block.field(), n.mean(), n.standardError());
                })
                .collect(ImmutableList.toImmutableList());
    }

    /** The same points in exactly one field; the mean of a block carries rounding. */
    private List<SlitData.Point> held(List<SlitData.Point> points) {
        return points.stream()
                .map(p -> new SlitData.Point(p.seconds(), field(RELEASED).si(), p.mobileFraction(), p.standardError()))
                .toList();
    }

    private static boolean clear(Estimate n) {
        return n.mean() > 0 && n.standardError() < MOST_NOISE * n.mean();
    }
}
