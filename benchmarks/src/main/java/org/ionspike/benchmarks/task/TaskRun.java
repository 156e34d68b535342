package org.ionspike.benchmarks.task;

import java.util.Optional;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;

/** A training on a data set with its evaluation, before it begins. */
abstract class TaskRun {
    final Dataset dataset;
    final TrainSettings settings;
    final RunSettings run;
    final Optional<TrainingCheckpoints> checkpoints;
    final Progress progress;

    TaskRun(
            Dataset dataset,
            TrainSettings settings,
            RunSettings run,
            Optional<TrainingCheckpoints> checkpoints,
            Progress progress) {
        this.dataset = dataset;
        this.settings = settings;
        this.run = run;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /** Runs from split to evaluation. */
    abstract TrainedTask run();
}
