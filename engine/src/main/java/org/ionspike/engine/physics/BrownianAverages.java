package org.ionspike.engine.physics;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import org.ionspike.engine.physics.BrownianRun.Estimate;
import org.ionspike.engine.physics.BrownianRun.Replica;

/** Means and standard errors over the replicas of a run. */
final class BrownianAverages {
    private static final ImmutableList<BrownianObservable> RELAXING = ImmutableList.of(
            BrownianObservable.CONDUCTANCE,
            BrownianObservable.FREE_FRACTION,
            BrownianObservable.WEIGHT_MEAN_CLUSTER,
            BrownianObservable.IN_LARGE_CLUSTERS,
            BrownianObservable.CHAINS);

    private final BrownianRun run;
    private final double blockSeconds;

    BrownianAverages(BrownianRun run, double blockSeconds) {
        this.run = run;
        this.blockSeconds = blockSeconds;
    }

    /** The means of all replicas. */
    BrownianRun.Result of(List<Replica> done) {
        var series = ImmutableList.<BrownianRun.Block>builder();
        for (int block = 0; block < run.blocks(); block++) {
            int index = block;
            List<BrownianTally> tallies =
                    done.stream().map(r -> r.blocks().get(index)).toList();
            series.add(new BrownianRun.Block(
                    (block + 0.5) * blockSeconds, tallies.get(0).meanField(), current(tallies), values(tallies)));
        }
        List<BrownianTally> samples = run.replicas() == 1
                ? done.get(0).blocks()
                : done.stream().map(r -> sum(r.blocks())).toList();
        return new BrownianRun.Result(
                values(samples),
                current(samples),
                series.build(),
                memory(done),
                done.get(0).snapshot(),
                run.totalSteps() * 2L * run.setup().ionsPerSign(),
                done.stream().mapToDouble(Replica::seconds).sum());
    }

    private BrownianMemory memory(List<Replica> done) {
        int before = (int) Math.floor(run.field().switchedAt() / blockSeconds + 1e-6);
        var relaxation = ImmutableMap.<BrownianObservable, Estimate>builder();
        if (Relaxation.canBeMeasured(before, run.blocks())) {
            for (BrownianObservable what : RELAXING) {
                List<double[]> series = done.stream()
                        .map(replica -> replica.blocks().stream()
                                .mapToDouble(block -> block.values().getOrDefault(what, Double.NaN))
                                .toArray())
                        .toList();
                relaxation.put(what, Relaxation.of(series, before, blockSeconds));
            }
        }
        return new BrownianMemory(
                Estimate.of(done.stream().map(Replica::bondSurvival).toList()),
                Estimate.of(done.stream().map(Replica::pairSurvival).toList()),
                relaxation.buildOrThrow());
    }

    private static Estimate current(List<BrownianTally> samples) {
        return Estimate.of(samples.stream().map(BrownianTally::meanCurrent).toList());
    }

    private static BrownianTally sum(List<BrownianTally> parts) {
        var whole = new BrownianTally();
        parts.forEach(whole::add);
        return whole;
    }

    private static ImmutableMap<BrownianObservable, Estimate> values(List<BrownianTally> samples) {
        List<Map<BrownianObservable, Double>> all =
                samples.stream().map(BrownianTally::values).toList();
        var values = ImmutableMap.<BrownianObservable, Estimate>builder();
        for (BrownianObservable what : BrownianObservable.values()) {
            values.put(
                    what,
                    Estimate.of(all.stream()
                            .map(v -> v.getOrDefault(what, Double.NaN))
                            .toList()));
        }
        return values.buildOrThrow();
    }
}
