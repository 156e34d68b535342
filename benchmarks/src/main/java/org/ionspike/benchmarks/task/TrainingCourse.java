package org.ionspike.benchmarks.task;

import java.util.Locale;
import java.util.Optional;
import org.ionspike.benchmarks.report.Progress;
import org.ionspike.networks.learning.Training;

/**
 * Carries a training of any network from its first sample, or from a checkpoint, to its last: shows how far it has come and
 * how well it does, and leaves checkpoints. None of this reaches the network.
 */
public final class TrainingCourse {
    private final Training training;
    private final int[] labels;
    private final RunningAccuracy accuracy;
    private final Optional<TrainingCheckpoints> checkpoints;
    private boolean accuracyIsShown = true;

    /**
     * A course.
     *
     * @param training before its first sample, also where it goes on from a checkpoint
     * @param labels class of each sample, in the order of the training's samples
     * @param neurons so many may win
     */
    public TrainingCourse(
            Training training, int[] labels, int neurons, int classes, Optional<TrainingCheckpoints> checkpoints) {
        this.training = training;
        this.labels = labels.clone();
        this.accuracy = new RunningAccuracy(neurons, classes, training.total());
        this.checkpoints = checkpoints;
    }

    /** Leaves the accuracy so far out of the progress, where winners of single pieces tell no classes. */
    public TrainingCourse withoutAccuracy() {
        accuracyIsShown = false;
        return this;
    }

    /** Shows all samples that are left. */
    public LearningCurve run(Progress progress) {
        checkpoints
                .filter(TrainingCheckpoints::resume)
                .ifPresent(from -> TrainingCheckpoint.load(from.file(), from.origin(), accuracy, training));
        progress.begin("Training", training.shown(), training.total(), "samples");
        long begun = System.nanoTime();
        long written = begun;
        while (!training.isDone()) {
            int sample = training.show();
            accuracy.add(training.winner(), labels[sample], training.isDone());
            progress.at(training.shown(), this::note);
            long now = System.nanoTime();
            if (checkpoints.isPresent() && isDue(checkpoints.get(), now - begun, now - written)) {
                write(checkpoints.get());
                written = System.nanoTime();
            }
        }
        progress.end();
        return accuracy.curve();
    }

    private boolean isDue(TrainingCheckpoints to, long nanosSinceTheStart, long nanosSinceTheLast) {
        return training.isDone() ? to.isDueAtTheEnd(nanosSinceTheStart) : to.isDue(training.shown(), nanosSinceTheLast);
    }

    private void write(TrainingCheckpoints to) {
        TrainingCheckpoint.write(to.file(), to.origin(), accuracy, training);
    }

    private String note() {
        return accuracyIsShown ? String.format(Locale.ROOT, "accuracy so far %.1f %%", 100 * accuracy.value()) : "";
    }
}
