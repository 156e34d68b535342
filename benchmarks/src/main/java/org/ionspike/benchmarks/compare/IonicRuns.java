package org.ionspike.benchmarks.compare;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.task.Evaluation;
import org.ionspike.benchmarks.task.EvaluationRun;
import org.ionspike.benchmarks.task.ModelSize;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.TaskRun;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.benchmarks.workload.CpuClock;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Split;
import org.ionspike.networks.readout.CountReadout;

/** Trains networks for one seed and tests them, with the readout in single precision and in whole numbers of 8 bits. */
final class IonicRuns {
    private final Dataset dataset;
    private final ComparisonSettings settings;
    private final RunSettings run;

    IonicRuns(Dataset dataset, ComparisonSettings settings, RunSettings run) {
        this.dataset = dataset;
        this.settings = settings;
        this.run = run;
    }

    TrainedContender train(Contender contender, long seed) {
        TrainSettings own = contender.settings(settings, seed);
        var results = new ArrayList<TrainedTask>();
        double cpuSeconds =
                CpuClock.seconds(() -> results.add(TaskRun.of(dataset, own, run, Optional.empty(), Progress.silent())
                        .run()));
        TrainedTask task = results.get(0);
        TrainedModel model = TrainedModel.of(dataset.name(), new CsvOptions(), dataset, own, task);
        String words = String.format(
                Locale.ROOT,
                "%d %s, %s devices",
                contender.neurons(),
                contender.network().toString().equals("conv-stdp") ? "filters" : "reduced ionic neurons",
                own.deviceName());
        var subject = new Subject(
                contender.name(), contender.network().toString(), words, model, task.trainingTally(), cpuSeconds);
        return new TrainedContender(contender.name(), own, task, test(subject));
    }

    /**
     * Tests a saved model on its own held samples; its training was elsewhere, so this machine's time for it is unknown.
     *
     * @param split of the comparison; a model of another one is marked
     */
    ImmutableList<ModelRun> test(LoadedModel loaded, Split split) {
        return test(new Subject(
                loaded.name() + (loaded.isOf(split) ? "" : " OTHER SPLIT"),
                loaded.family(),
                loaded.description(),
                loaded.model(),
                loaded.training(),
                Double.NaN));
    }

    /** What is tested, as {@link ModelRun} has it. */
    private record Subject(
            String name, String family, String words, TrainedModel model, Tally training, double trainCpuSeconds) {}

    /** Tests a model with each precision of its readout. */
    private ImmutableList<ModelRun> test(Subject subject) {
        var whole = new EvaluationRun(subject.model(), run, Progress.silent());
        ModelRun single = test(subject, whole, Precision.FLOAT32);
        return subject.model().readout() instanceof CountReadout
                ? ImmutableList.of(single)
                : ImmutableList.of(single, test(subject, whole.withReadout(Precision.INT8), Precision.INT8));
    }

    private ModelRun test(Subject subject, EvaluationRun evaluationRun, Precision precision) {
        TrainedModel model = subject.model();
        var results = new ArrayList<Evaluation>();
        double cpuSeconds =
                CpuClock.seconds(() -> results.add(evaluationRun.evaluate(dataset, model.held(), model.network())));
        Evaluation evaluation = results.get(0);
        ModelSize size = ModelSize.of(model.network(), model.convolution(), model.readout());
        boolean ionic = evaluation.energy().total() > 0;
        return new ModelRun(
                subject.name() + " " + precision,
                subject.name(),
                subject.family(),
                ionic ? ImmutableSet.of(ModelKind.IONIC, ModelKind.SPIKING) : ImmutableSet.of(ModelKind.SPIKING),
                subject.words() + ", readout " + model.readout().name() + " in " + precision,
                precision,
                model.seed(),
                evaluation.confusion(),
                size.parameters(),
                size.bytes(precision),
                size.zeroWeights() / (double) size.parameters(),
                1 - evaluation.neuronsFired() / size.neurons(),
                evaluation.tally(),
                subject.training(),
                evaluation.activeSeconds(),
                subject.trainCpuSeconds(),
                cpuSeconds / model.held().length());
    }
}
