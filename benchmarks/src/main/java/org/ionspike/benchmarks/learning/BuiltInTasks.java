package org.ionspike.benchmarks.learning;

import com.google.auto.service.AutoService;
import org.ionspike.benchmarks.task.NetworkKind;
import org.ionspike.benchmarks.task.TrainSettings.ReadoutKind;

/** The tasks that ship with Ionspike. A new one is a class here, or one of the user's own. */
public final class BuiltInTasks {
    private BuiltInTasks() {}

    /** Flowers by four lengths. */
    @AutoService(LearningTask.class)
    public static final class Iris extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public Iris() {
            super("iris", "iris", NetworkKind.WTA, 200, ReadoutKind.DELTA);
        }
    }

    /** Wines by thirteen measurements. */
    @AutoService(LearningTask.class)
    public static final class Wine extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public Wine() {
            super("wine", "wine", NetworkKind.WTA, 200, ReadoutKind.DELTA);
        }
    }

    /** Tumours by thirty measurements. */
    @AutoService(LearningTask.class)
    public static final class BreastCancer extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public BreastCancer() {
            super("breast-cancer", "breast-cancer", NetworkKind.WTA, 200, ReadoutKind.DELTA);
        }
    }

    /** Digits of 8 by 8 pixels, a layer taught by the delta rule. */
    @AutoService(LearningTask.class)
    public static final class DigitsDelta extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public DigitsDelta() {
            super("digits", "digits", NetworkKind.WTA, 200, ReadoutKind.DELTA);
        }
    }

    /** Digits with labels used for nothing but naming the neurons. */
    @AutoService(LearningTask.class)
    public static final class DigitsVote extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public DigitsVote() {
            super("digits-vote-100", "digits", NetworkKind.WTA, 100, ReadoutKind.VOTE);
        }
    }

    /** Digits with a larger layer. */
    @AutoService(LearningTask.class)
    public static final class Digits400 extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public Digits400() {
            super("digits-400", "digits", NetworkKind.WTA, 400, ReadoutKind.DELTA);
        }
    }

    /** Digits with filters that share their weights; as many pieces as take some seconds. */
    @AutoService(LearningTask.class)
    public static final class DigitsFilters extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public DigitsFilters() {
            super("digits-conv", "digits", NetworkKind.CONV_STDP, 128, ReadoutKind.DELTA);
            setEpochs(200);
        }
    }

    /** MNIST with labels used for nothing but naming the neurons, where it is. */
    @AutoService(LearningTask.class)
    public static final class MnistVote extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public MnistVote() {
            super("mnist-vote-100", "mnist", NetworkKind.WTA, 100, ReadoutKind.VOTE);
            setLimit(10_000);
        }
    }

    /** A sixth of MNIST, where it is. */
    @AutoService(LearningTask.class)
    public static final class Mnist10k extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public Mnist10k() {
            super("mnist-10k-400", "mnist", NetworkKind.WTA, 400, ReadoutKind.DELTA);
            setLimit(10_000);
        }
    }

    /** All of MNIST, where it is; minutes a seed. */
    @AutoService(LearningTask.class)
    public static final class Mnist extends DatasetTask {
        /** For {@code ServiceLoader}. */
        public Mnist() {
            super("mnist-400", "mnist", NetworkKind.WTA, 400, ReadoutKind.DELTA);
        }
    }
}
