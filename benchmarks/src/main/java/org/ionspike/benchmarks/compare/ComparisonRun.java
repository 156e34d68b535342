package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.ionspike.benchmarks.baseline.BaselineModel;
import org.ionspike.benchmarks.baseline.BaselineResult;
import org.ionspike.benchmarks.baseline.BaselineRun;
import org.ionspike.benchmarks.baseline.BaselineTuning;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.energy.HostEnergy;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;
import org.ionspike.engine.simulation.SideBySide;

/**
 * Trains and tests networks and conventional models on the same split of every seed. Seeds run side by side, each on one
 * thread, so that its processor time is its own.
 */
public final class ComparisonRun {
    private final Dataset dataset;
    private final ComparisonSettings settings;
    private final RunSettings run;
    private final ImmutableList<LoadedModel> loaded;
    private final ImmutableList<BaselineModel> baselines;
    private final Progress progress;

    /**
     * A comparison before it begins.
     *
     * @param run its threads are how many seeds run side by side
     * @param loaded saved networks; of another split than that of the only seed they are refused, or marked where unequal
     *     models are asked for
     * @param baselines conventional models
     */
    public ComparisonRun(
            Dataset dataset,
            ComparisonSettings settings,
            RunSettings run,
            List<LoadedModel> loaded,
            List<BaselineModel> baselines,
            Progress progress) {
        this.dataset = dataset;
        this.settings = settings;
        this.run = run;
        this.loaded = ImmutableList.copyOf(loaded);
        this.baselines = ImmutableList.copyOf(baselines);
        this.progress = progress;
    }

    /** What a seed gave. */
    private record Seed(
            Split split,
            ImmutableList<ModelRun> saved,
            ImmutableList<TrainedContender> networks,
            ImmutableList<ModelRun> conventional) {
        ImmutableList<ModelRun> runs() {
            var all = ImmutableList.<ModelRun>builder().addAll(saved);
            networks.forEach(one -> all.addAll(one.runs()));
            return all.addAll(conventional).build();
        }
    }

    /** Trains and tests everything. */
    public Comparison run() {
        HostEnergy host = HostEnergy.begin();
        var seeds = new Seed[settings.seeds()];
        int parts = settings.contenders().size() + 1;
        var done = new AtomicInteger();
        progress.begin("Comparing", (long) seeds.length * parts, "trainings");
        var tuning = new Tuning();
        var next = new AtomicInteger();
        SideBySide.run(Math.min(run.threads(), seeds.length), thread -> {
            for (int k = next.getAndIncrement(); k < seeds.length; k = next.getAndIncrement()) {
                seeds[k] = seed(settings.firstSeed() + k, tuning, done);
            }
        });
        progress.end();
        ImmutableList<ComparedModel> models = together(Arrays.asList(seeds));
        return new Comparison(
                dataset, settings, seeds[0].split(), models, seeds[0].networks(), host.joulesPerCpuSecond());
    }

    private Seed seed(long seed, Tuning tuning, AtomicInteger done) {
        var ofSeed = new IonicRuns(dataset, settings, run.withThreads(1));
        Split split = settings.split(dataset, seed);
        var saved = ImmutableList.<ModelRun>builder();
        for (LoadedModel one : loaded) {
            one.requireData(dataset);
            if (!settings.unequal()) {
                one.requireSplit(split, seed);
            }
            saved.addAll(ofSeed.test(one, split));
        }
        var networks = new ArrayList<TrainedContender>();
        for (Contender contender : settings.contenders()) {
            networks.add(ofSeed.train(contender, seed));
            step(done);
        }
        ImmutableList<ModelRun> conventional = ImmutableList.of();
        if (!baselines.isEmpty()) {
            BaselineTuning found = tuning.of(split, seed);
            conventional = new BaselineRun(dataset, split, seed, Progress.silent(), 1)
                    .run(baselines, found).stream()
                            .map(result -> of(result, seed))
                            .collect(ImmutableList.toImmutableList());
        }
        step(done);
        return new Seed(split, saved.build(), ImmutableList.copyOf(networks), conventional);
    }

    private void step(AtomicInteger done) {
        synchronized (done) {
            progress.at(done.incrementAndGet());
        }
    }

    /** Where all seeds hold back the same samples one tuning serves all; otherwise each seed tunes for itself. */
    private final class Tuning {
        private Optional<BaselineTuning> shared = Optional.empty();

        BaselineTuning of(Split split, long seed) {
            return split.official() ? shared(split) : tune(split, seed);
        }

        private synchronized BaselineTuning shared(Split split) {
            BaselineTuning found = shared.orElseGet(() -> tune(split, settings.firstSeed()));
            shared = Optional.of(found);
            return found;
        }

        private BaselineTuning tune(Split split, long seed) {
            return BaselineTuning.of(dataset, split, baselines, seed, Progress.silent(), 1);
        }
    }

    private static ModelRun of(BaselineResult result, long seed) {
        return new ModelRun(
                result.name(),
                result.model().name(),
                result.model().family().toString(),
                ImmutableSet.of(ModelKind.CONVENTIONAL),
                result.description(),
                result.precision(),
                seed,
                result.confusion(),
                result.parameters(),
                result.footprintBytes(),
                result.connectionSparsity(),
                result.activationSparsity(),
                result.inference(),
                result.training(),
                0,
                result.trainCpuSeconds(),
                result.inferenceCpuSecondsPerSample());
    }

    private static ImmutableList<ComparedModel> together(List<Seed> seeds) {
        var models = ImmutableList.<ComparedModel>builder();
        int count = seeds.get(0).runs().size();
        for (int m = 0; m < count; m++) {
            int model = m;
            models.add(new ComparedModel(
                    seeds.stream().map(seed -> seed.runs().get(model)).collect(ImmutableList.toImmutableList())));
        }
        return models.build();
    }
}
