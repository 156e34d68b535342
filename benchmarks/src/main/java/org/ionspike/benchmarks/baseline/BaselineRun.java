package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.units.Check;

/**
 * Trains conventional models on the training part of a split and reads the held part with each, in single precision and in
 * whole numbers of 8 bits. Features are scaled as for the ionic networks, on the training part alone.
 *
 * @param dataset with the labels that the run sees
 * @param split which samples are for what
 * @param seed the one seed of the run
 * @param progress shows how far it has come
 * @param threads how many models are trained at a time; reading held samples is timed, so one model at a time does it
 */
public record BaselineRun(Dataset dataset, Split split, long seed, Progress progress, int threads) {
    public BaselineRun {
        Check.between("BaselineRun.threads", threads, 1, 1024);
    }

    /** Tunes, trains and reads; results in the order of the models, single precision before whole numbers. */
    public ImmutableList<BaselineResult> run(List<BaselineModel> models) {
        return run(models, BaselineTuning.of(dataset, split, models, seed, progress, threads));
    }

    /** Trains and reads with settings that were found before, perhaps for another seed. */
    public ImmutableList<BaselineResult> run(List<BaselineModel> models, BaselineTuning tuning) {
        Map<BaselineModel, List<TrainedBaseline>> trained = train(models, tuning);
        ScaledSamples held = ScaledSamples.ofHeld(dataset, split);
        var results = ImmutableList.<BaselineResult>builder();
        progress.begin("Testing", models.size(), "models");
        for (int m = 0; m < models.size(); m++) {
            for (TrainedBaseline one : trained.getOrDefault(models.get(m), ImmutableList.of())) {
                results.add(one.read(dataset, held));
            }
            progress.at(m + 1);
        }
        progress.end();
        return results.build();
    }

    private Map<BaselineModel, List<TrainedBaseline>> train(List<BaselineModel> models, BaselineTuning tuning) {
        ScaledSamples samples = ScaledSamples.ofTraining(dataset, split);
        RandomStreams streams = new RandomStreams(seed).child("baseline");
        var trained = new HashMap<BaselineModel, List<TrainedBaseline>>();
        ImmutableList<BaselineModel> networks = BaselineTuning.costliestFirst(models);
        progress.begin("Training", networks.size(), "models");
        BaselineTuning.eachOnce(networks.size(), threads, progress, k -> {
            BaselineModel model = networks.get(k);
            var made = TrainedBaseline.ofNetwork(
                    model, dataset, samples, tuning.choice(model), streams.child(model.name()));
            synchronized (trained) {
                trained.put(model, made);
            }
        });
        progress.end();
        for (BaselineModel model : models) {
            if (!model.isTrained()) {
                trained.put(model, TrainedBaseline.ofNeighbours(model, dataset, samples));
            }
        }
        return trained;
    }
}
