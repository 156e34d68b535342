package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;
import org.ionspike.engine.units.Time;

/**
 * Independent replicas of one particle run, and their means with standard errors.
 *
 * <p>Each replica draws from its own streams, {@code "replica/k"}, so the result is the same for every number of threads.
 * The standard error is that of the mean over the replicas; with a single replica it is that of the mean over its blocks,
 * which is too small when blocks are shorter than the memory of the ions.
 *
 * @param setup ions, interaction, box and step
 * @param field along the slit; time 0 is the begin of the measurement
 * @param equilibration time before the measurement, 0 or above
 * @param time of the measurement, at least one step per block
 * @param blocks parts of the measurement that are averaged on their own, at least 2
 * @param replicas at least 1
 */
public record BrownianRun(
        BrownianSetup setup, DrivingField field, Time equilibration, Time time, int blocks, int replicas) {
    private static final int SNAPSHOTS_PER_BLOCK = 20;
    private static final int REPORT_STEPS = 200;

    public BrownianRun {
        Check.notNegative("BrownianRun.equilibration", equilibration);
        Check.positive("BrownianRun.time", time);
        Check.atLeast("BrownianRun.blocks", blocks, 2);
        Check.atLeast("BrownianRun.replicas", replicas, 1);
        Check.require(
                time.si() >= blocks * setup.step().si() * (1 - 1e-9),
                "BrownianRun.time",
                time,
                "must hold at least one step per block; "
                        + new Time(1000 * blocks * setup.step().si()) + " would give each of the " + blocks
                        + " blocks 1000 steps");
    }

    /** A mean and the standard error of it; both NaN where nothing was there to be measured. */
    public record Estimate(double mean, double standardError) {
        static final Estimate NOTHING = new Estimate(Double.NaN, Double.NaN);

        static Estimate of(List<Double> samples) {
            var defined = samples.stream().filter(Double::isFinite).toList();
            int count = defined.size();
            double mean = defined.stream().mapToDouble(Double::doubleValue).sum() / count;
            double squares =
                    defined.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
            return new Estimate(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count));
        }
    }

    /**
     * One block, over all replicas.
     *
     * @param seconds its middle
     * @param field mean field in V/m
     * @param current mean of the conductance times the field, in V/m
     * @param values means over the block
     */
    public record Block(
            double seconds, double field, Estimate current, ImmutableMap<BrownianObservable, Estimate> values) {
        /** The mean of one observable over the block. */
        public Estimate value(BrownianObservable what) {
            return of(values, what);
        }
    }

    /**
     * What came out.
     *
     * @param values over the whole measurement
     * @param current mean of the conductance times the field, in V/m
     * @param blocks in time order
     * @param memory of the clusters, from the switch of the field on
     * @param snapshot the end of the first replica
     * @param ionSteps ions times steps, of all replicas
     * @param seconds of computing, of all threads together
     */
    public record Result(
            ImmutableMap<BrownianObservable, Estimate> values,
            Estimate current,
            ImmutableList<Block> blocks,
            BrownianMemory memory,
            IonSnapshot snapshot,
            long ionSteps,
            double seconds) {
        /** The mean of one observable. */
        public Estimate value(BrownianObservable what) {
            return of(values, what);
        }
    }

    private static Estimate of(ImmutableMap<BrownianObservable, Estimate> values, BrownianObservable what) {
        return values.getOrDefault(what, Estimate.NOTHING);
    }

    /** What one replica measured; survival times in s. */
    record Replica(
            List<BrownianTally> blocks,
            double bondSurvival,
            double pairSurvival,
            IonSnapshot snapshot,
            double seconds) {}

    /** Steps of all replicas together. */
    public long totalSteps() {
        return replicas * (equilibrationSteps() + blockSteps() * blocks);
    }

    private long equilibrationSteps() {
        return Math.round(equilibration.si() / setup.step().si());
    }

    private long blockSteps() {
        return Math.max(1, Math.round(time.si() / setup.step().si() / blocks));
    }

    /**
     * Runs all replicas.
     *
     * @param threads replicas that run side by side, at least 1
     * @param progress is told the steps that were done since the last call, by one thread at a time
     */
    public Result run(RandomStreams streams, int threads, LongConsumer progress) {
        Check.atLeast("BrownianRun.threads", threads, 1);
        var lock = new Object();
        LongConsumer inTurn = steps -> {
            synchronized (lock) {
                progress.accept(steps);
            }
        };
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, replicas), task -> {
            var thread = new Thread(task, "ionspike-brownian");
            thread.setDaemon(true);
            return thread;
        });
        try {
            var pending = new ArrayList<Future<Replica>>();
            for (int k = 0; k < replicas; k++) {
                RandomStreams own = streams.child("replica/" + k);
                pending.add(pool.submit(() -> replica(own, inTurn)));
            }
            var done = new ArrayList<Replica>();
            for (Future<Replica> replica : pending) {
                done.add(replica.get());
            }
            return new BrownianAverages(this, blockSteps() * setup.step().si()).of(done);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while particles were moving.", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Replica replica(RandomStreams streams, LongConsumer progress) {
        long begun = System.nanoTime();
        var slit = new BrownianSlit(setup, streams);
        var clusters = new IonClusters(slit.ions());
        double dt = setup.step().si();
        long before = equilibrationSteps();
        for (long step = 0; step < before; step++) {
            slit.step(field.at((step - before) * dt));
            report(slit, progress);
        }
        long steps = blockSteps();
        long pause = Math.max(1, steps / SNAPSHOTS_PER_BLOCK);
        long reference = Math.round(Math.max(0, field.switchedAt()) / dt);
        ClusterSurvival survival = null;
        var tallies = new ArrayList<BrownianTally>();
        for (int block = 0; block < blocks; block++) {
            var tally = new BrownianTally();
            for (long step = 0; step < steps; step++) {
                long done = block * steps + step;
                if (done == reference) {
                    survival = slit.remember(done * dt, clusters);
                }
                double now = field.at(done * dt);
                tally.step(now, slit.step(now));
                if ((step + 1) % pause == 0) {
                    slit.measure(tally, clusters);
                    if (survival != null) {
                        tally.kept(survival.compare((done + 1) * dt, slit, clusters.first()));
                    }
                }
                report(slit, progress);
            }
            tallies.add(tally);
        }
        progress.accept(slit.steps() % REPORT_STEPS);
        return new Replica(
                tallies,
                survival == null ? Double.NaN : survival.bondSurvival(),
                survival == null ? Double.NaN : survival.pairSurvival(),
                slit.snapshot(clusters),
                (System.nanoTime() - begun) / 1e9);
    }

    private static void report(BrownianSlit slit, LongConsumer progress) {
        if (slit.steps() % REPORT_STEPS == 0) {
            progress.accept(REPORT_STEPS);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Stopped, as another replica failed.");
            }
        }
    }
}
