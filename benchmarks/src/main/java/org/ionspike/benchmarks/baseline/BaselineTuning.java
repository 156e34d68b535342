package org.ionspike.benchmarks.baseline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;
import org.ionspike.engine.random.RandomStreams;
import org.ionspike.engine.simulation.SideBySide;
import org.ionspike.engine.units.Check;

/**
 * Settings chosen for models, the same effort for each: Adam at the rates 0.003, 0.01 and 0.03, each with the number of epochs
 * after which the last fifth of the training part, on which it was not trained, is answered best. Models are then trained
 * anew on the whole training part with the settings found. Held samples are not looked at.
 *
 * <p>A tuning may serve several seeds. Where seeds split a data set in different ways, samples held by one seed were then
 * among those on which another chose these two numbers; who minds tunes for every seed.
 *
 * @param choices by model; none for nearest neighbours, which have nothing to tune
 */
public record BaselineTuning(ImmutableMap<BaselineModel, Choice> choices) {
    private static final ImmutableList<Double> RATES = ImmutableList.of(0.003, 0.01, 0.03);
    private static final int ASIDE = 5;

    /**
     * What was chosen for a model.
     *
     * @param rate of learning
     * @param epochs over the training part
     * @param accuracy on the fifth set aside
     * @param tally what all rates together computed, answering included
     * @param cpuSeconds of that
     */
    public record Choice(double rate, int epochs, double accuracy, Tally tally, double cpuSeconds) {}

    /**
     * Tunes models on the training part of a split.
     *
     * @param threads how many trials at a time
     */
    public static BaselineTuning of(
            Dataset dataset, Split split, List<BaselineModel> models, long seed, Progress progress, int threads) {
        Check.atLeast("BaselineTuning: training samples", split.train().length(), 2);
        ScaledSamples all = ScaledSamples.ofTraining(dataset, split);
        int kept = all.size() - Math.max(1, all.size() / ASIDE);
        ScaledSamples training = all.part(0, kept);
        ScaledSamples aside = all.part(kept, all.size());
        RandomStreams streams = new RandomStreams(seed).child("baseline-tuning");
        ImmutableList<BaselineModel> trained = costliestFirst(models);
        var trials = new TuningTrial[trained.size() * RATES.size()];
        progress.begin("Tuning", trials.length, "trials");
        eachOnce(trials.length, threads, progress, k -> {
            BaselineModel model = trained.get(k / RATES.size());
            double rate = RATES.get(k % RATES.size());
            trials[k] = TuningTrial.of(model, dataset, rate, training, aside, streams.child(model.name()));
        });
        progress.end();
        var choices = ImmutableMap.<BaselineModel, Choice>builder();
        for (int m = 0; m < trained.size(); m++) {
            var ofModel = ImmutableList.copyOf(trials).subList(m * RATES.size(), (m + 1) * RATES.size());
            choices.put(trained.get(m), choice(ofModel, aside.size()));
        }
        return new BaselineTuning(choices.buildOrThrow());
    }

    /** Networks with filters before others, so that no thread waits for the last of them. */
    static ImmutableList<BaselineModel> costliestFirst(List<BaselineModel> models) {
        return models.stream()
                .distinct()
                .filter(BaselineModel::isTrained)
                .sorted((a, b) -> b.family() == a.family()
                        ? Integer.compare(b.size(), a.size())
                        : b.family().compareTo(a.family()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Does pieces of work in their order, as many at a time as there are threads. */
    static void eachOnce(int count, int threads, Progress progress, IntConsumer work) {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        SideBySide.run(Math.max(1, Math.min(threads, count)), thread -> {
            for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
                work.accept(k);
                synchronized (done) {
                    progress.at(done.incrementAndGet());
                }
            }
        });
    }

    private static Choice choice(List<TuningTrial> trials, int aside) {
        TuningTrial best = trials.get(0);
        Tally tally = Tally.NONE;
        double cpuSeconds = 0;
        for (TuningTrial trial : trials) {
            best = trial.isBetterThan(best) ? trial : best;
            tally = tally.plus(trial.tally());
            cpuSeconds += trial.cpuSeconds();
        }
        return new Choice(best.rate(), best.epochs(), best.right() / (double) aside, tally, cpuSeconds);
    }

    /** What was chosen for a model. */
    Choice choice(BaselineModel model) {
        Choice choice = choices.get(model);
        if (choice == null) {
            throw new IllegalArgumentException("Model " + model.name() + " was not tuned. Tuned: "
                    + choices.keySet().stream().map(BaselineModel::name).toList() + ".");
        }
        return choice;
    }
}
