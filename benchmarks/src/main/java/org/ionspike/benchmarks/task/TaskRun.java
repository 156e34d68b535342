package org.ionspike.benchmarks.task;

import java.util.Optional;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.datasets.Dataset;

/** A training on a data set with its evaluation, before it begins. */
public abstract class TaskRun {
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

    /** The run of the network that the settings name. */
    public static TaskRun of(
            Dataset dataset,
            TrainSettings settings,
            RunSettings run,
            Optional<TrainingCheckpoints> checkpoints,
            Progress progress) {
        return switch (settings.network()) {
            case WTA -> new WinnerTakeAllRun(dataset, settings, run, checkpoints, progress);
            case CONV_STDP -> new ConvolutionRun(dataset, settings, run, checkpoints, progress);
            case DIEHL_COOK_2015 -> new DiehlCookRun(dataset, settings, run, checkpoints, progress);
            case RESERVOIR -> throw new IllegalStateException("A reservoir has a command of its own.");
        };
    }

    /** Runs from split to evaluation. */
    public abstract TrainedTask run();
}
