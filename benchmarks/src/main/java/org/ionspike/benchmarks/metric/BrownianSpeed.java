package org.ionspike.benchmarks.metric;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.ionspike.engine.physics.BrownianSetup;
import org.ionspike.engine.physics.BrownianSlit;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.ElectricField;
import org.ionspike.engine.units.Time;

/**
 * What one thread needed to move its ions.
 *
 * <p>The shares of forces, lists and moving are timed inside the steps. Random numbers are drawn while moving; their
 * share is that of drawing as many of them alone, at the CPU time it took, and is taken from the share of moving.
 *
 * @param ionSteps ions times steps
 * @param work what the steps did
 * @param cpuSeconds of the thread, or elapsed where the machine does not tell it
 * @param elapsedSeconds by the clock; longer than the CPU time when other work was running
 * @param randomSeconds CPU time of drawing two normal numbers per ion-step, without anything else
 */
public record BrownianSpeed(
        long ionSteps, BrownianSlit.Work work, double cpuSeconds, double elapsedSeconds, double randomSeconds) {
    private static final Time LEAST_WARM_UP = new Time(20e-9);
    private static final long DRAWS = 4_000_000;

    /** Measures so many threads side by side, each with a slit and random streams of its own. */
    public static List<BrownianSpeed> measure(
            BrownianSetup setup, ElectricField field, Time time, long seed, int threads) {
        var pool = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "ionspike-bench");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var pending = new ArrayList<Future<BrownianSpeed>>();
            for (int k = 0; k < threads; k++) {
                RandomStreams streams = new RandomStreams(seed).child("thread/" + k);
                pending.add(pool.submit(() -> measure(setup, field, time, streams)));
            }
            var speeds = new ArrayList<BrownianSpeed>();
            for (Future<BrownianSpeed> speed : pending) {
                speeds.add(speed.get());
            }
            return speeds;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A thread of the benchmark failed: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while particles were moving.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static BrownianSpeed measure(BrownianSetup setup, ElectricField field, Time time, RandomStreams streams) {
        var slit = new BrownianSlit(setup, streams);
        double dt = setup.step().si();
        move(slit, field, Math.round(Math.max(time.si() / 4, LEAST_WARM_UP.si()) / dt));
        BrownianSlit.Work before = slit.work();
        double cpu = threadSeconds();
        long begun = System.nanoTime();
        move(slit, field, Math.max(1, Math.round(time.si() / dt)));
        double elapsed = (System.nanoTime() - begun) / 1e9;
        double used = threadSeconds() - cpu;
        BrownianSlit.Work work = slit.work().since(before);
        long ionSteps = work.steps() * slit.ions();
        return new BrownianSpeed(ionSteps, work, used, elapsed, 2 * ionSteps * secondsPerDraw(streams));
    }

    private static void move(BrownianSlit slit, ElectricField field, long steps) {
        for (long step = 0; step < steps; step++) {
            slit.step(field.si());
        }
    }

    private static double secondsPerDraw(RandomStreams streams) {
        var gaussian = ZigguratSampler.NormalizedGaussian.of(streams.stream("bench"));
        double sum = draw(gaussian); // the JVM compiles the loop
        double cpu = threadSeconds();
        sum += draw(gaussian);
        double used = threadSeconds() - cpu;
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("Random numbers turned non-finite.");
        }
        return used / DRAWS;
    }

    private static double draw(ZigguratSampler.NormalizedGaussian gaussian) {
        double sum = 0;
        for (long k = 0; k < DRAWS; k++) {
            sum += gaussian.sample();
        }
        return sum;
    }

    private static double threadSeconds() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return (threads.isCurrentThreadCpuTimeSupported() ? threads.getCurrentThreadCpuTime() : System.nanoTime())
                / 1e9;
    }

    /** All threads together, as if one after the other. */
    public static BrownianSpeed mean(List<BrownianSpeed> all) {
        return new BrownianSpeed(
                all.stream().mapToLong(BrownianSpeed::ionSteps).sum(),
                new BrownianSlit.Work(
                        all.stream().mapToLong(s -> s.work.steps()).sum(),
                        all.stream().mapToLong(s -> s.work.lists()).sum(),
                        all.stream().mapToLong(s -> s.work.pairsListed()).sum(),
                        all.stream().mapToLong(s -> s.work.pairsWithin()).sum(),
                        sum(all, s -> s.work.listSeconds()),
                        sum(all, s -> s.work.forceSeconds()),
                        sum(all, s -> s.work.moveSeconds())),
                sum(all, BrownianSpeed::cpuSeconds),
                sum(all, BrownianSpeed::elapsedSeconds),
                sum(all, BrownianSpeed::randomSeconds));
    }

    private static double sum(List<BrownianSpeed> all, ToDoubleFunction<BrownianSpeed> value) {
        return all.stream().mapToDouble(value).sum();
    }

    /** Ion-steps per CPU second of one thread. */
    public double ionStepsPerSecond() {
        return ionSteps / cpuSeconds;
    }

    /** Time of the forces over the pairs in the lists. */
    public double nanosPerListedPair() {
        return 1e9 * forceShare() * cpuSeconds / work.pairsListed();
    }

    /** Time of the forces over the pairs that felt one. */
    public double nanosPerPairWithin() {
        return 1e9 * forceShare() * cpuSeconds / work.pairsWithin();
    }

    /** Pairs in the lists per ion, each counted once. */
    public double listedPairsPerIon() {
        return (double) work.pairsListed() / ionSteps;
    }

    /** Pairs within the cut-off per ion, each counted once. */
    public double pairsWithinPerIon() {
        return (double) work.pairsWithin() / ionSteps;
    }

    /** How many steps one list served. */
    public double stepsPerList() {
        return (double) work.steps() / work.lists();
    }

    /** Share of the time that goes with forces. */
    public double forceShare() {
        return work.forceSeconds() / elapsedSeconds;
    }

    /** Share of the time that goes with building lists. */
    public double listShare() {
        return work.listSeconds() / elapsedSeconds;
    }

    /** Share of the time that goes with random numbers. */
    public double randomShare() {
        return randomSeconds / cpuSeconds;
    }

    /** Share of the time that goes with moving, without its random numbers. */
    public double moveShare() {
        return work.moveSeconds() / elapsedSeconds - randomShare();
    }
}
