package org.ionspike.benchmarks.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.benchmarks.sweep.DeviceSweep;
import org.ionspike.benchmarks.sweep.SweepPoint;
import org.ionspike.benchmarks.task.Evaluation;
import org.ionspike.benchmarks.task.EvaluationRun;
import org.ionspike.benchmarks.task.RunSettings;
import org.ionspike.benchmarks.task.TaskResult;
import org.ionspike.benchmarks.task.TaskRun;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.datasets.CsvOptions;
import org.ionspike.datasets.Dataset;
import org.ionspike.engine.units.Time;

/** One training of a sweep with its test, of devices that may have aged in between. */
final class SweepTrial implements DeviceSweep.Trial {
    private final String task;
    private final CsvOptions csv;
    private final Dataset dataset;
    private final RunSettings run;
    private final Time age;
    private final AtomicReference<ObjectNode> model = new AtomicReference<>();

    SweepTrial(String task, CsvOptions csv, Dataset dataset, RunSettings run, Time age) {
        this.task = task;
        this.csv = csv;
        this.dataset = dataset;
        this.run = run;
        this.age = age;
    }

    @Override
    public SweepPoint.Run run(TrainSettings settings) {
        TrainedTask result = TaskRun.of(dataset, settings, run, Optional.empty(), Progress.silent())
                .run();
        if (model.get() == null) {
            ObjectNode described = TaskResult.ofTraining(task, dataset, settings, result);
            model.compareAndSet(null, ((ObjectNode) described.get("model")).without("device"));
        }
        Evaluation tested = age.si() == 0 ? result.evaluation() : aged(settings, result);
        return new SweepPoint.Run(
                settings.seed(),
                settings.draw(),
                tested.confusion().accuracy(),
                tested.energy().neurons() + tested.energy().synapses());
    }

    private Evaluation aged(TrainSettings settings, TrainedTask result) {
        var trained = TrainedModel.of(task, csv, dataset, settings, result);
        return new EvaluationRun(trained, run, Progress.silent())
                .evaluate(dataset, result.split().held(), result.network(), age);
    }

    /** The model of the network without its devices, the same in all runs; known after the first. */
    ObjectNode model() {
        return Objects.requireNonNull(model.get(), "no run was made");
    }
}
