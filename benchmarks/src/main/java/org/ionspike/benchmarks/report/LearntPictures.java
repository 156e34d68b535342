package org.ionspike.benchmarks.report;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Floats;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.ionspike.benchmarks.report.ResponsePicture.Shown;
import org.ionspike.benchmarks.task.Evaluation;
import org.ionspike.benchmarks.task.LearningCurve;
import org.ionspike.benchmarks.task.NeuronAnswers;
import org.ionspike.benchmarks.task.TrainSettings;
import org.ionspike.benchmarks.task.TrainedModel;
import org.ionspike.benchmarks.task.TrainingRun;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.Scaler;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Weights;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.ionspike.networks.readout.Readout;

/** Pictures of what a winner-take-all network has learnt. */
public final class LearntPictures {
    private static final int SAMPLES = 5;
    private static final double PERCENT = 100;

    private final Path folder;
    private final String ending;
    private final List<Path> written = new ArrayList<>();

    /**
     * Pictures into a folder.
     *
     * @param ending png or svg
     */
    public LearntPictures(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /**
     * What is drawn.
     *
     * @param samples that were tested
     * @param evaluation what they were answered
     * @param answers which classes the neurons answered
     * @param curve how the accuracy went while the network learnt, where that is known
     * @param model the model in words
     */
    public record Learnt(
            Dataset dataset,
            ImmutableIntArray samples,
            Evaluation evaluation,
            NeuronAnswers answers,
            Network network,
            Readout readout,
            Scaler scaler,
            Optional<LearningCurve> curve,
            String model) {
        /** What a training run gave; preferred classes are from the training part. */
        public static Learnt of(String task, Dataset dataset, TrainSettings settings, TrainingRun.Result result) {
            return new Learnt(
                    dataset,
                    result.split().held(),
                    result.evaluation(),
                    result.answers(),
                    result.trained().network(),
                    result.readout(),
                    result.scaler(),
                    Optional.of(result.curve()),
                    String.format(
                            Locale.ROOT,
                            "ionspike train %s, network wta, %d %s neurons, %s synapses, encoder %s, seed %d, preferred"
                                    + " classes from the training part",
                            task,
                            settings.neurons(),
                            settings.fidelity().name().toLowerCase(Locale.ROOT),
                            settings.deviceName(),
                            result.encoder().name(),
                            settings.seed()));
        }

        /** What evaluating a model gave; preferred classes are from the samples tested. */
        public static Learnt of(TrainedModel model, Dataset dataset, ImmutableIntArray samples, Evaluation evaluation) {
            int[] labels = samples.stream().map(dataset::label).toArray();
            int neurons = model.network().group(WinnerTakeAll.NEURONS).size();
            return new Learnt(
                    dataset,
                    samples,
                    evaluation,
                    NeuronAnswers.of(neurons, dataset.classCount(), labels, evaluation.readings()),
                    model.network(),
                    model.readout(),
                    model.scaler(),
                    Optional.empty(),
                    String.format(
                            Locale.ROOT,
                            "ionspike evaluate, trained on %s, network wta, %d neurons, encoder %s, seed %d, tested on %s,"
                                    + " preferred classes from the %d samples tested",
                            model.task(),
                            neurons,
                            model.encoder().name(),
                            model.seed(),
                            dataset.name(),
                            samples.length()));
        }

        private String[] classes() {
            return dataset.classNames().toArray(String[]::new);
        }

        private float[][] weights() {
            return ((Weights.Given) network.projection(WinnerTakeAll.CROSSBAR).weights()).values();
        }
    }

    /** Draws all that can be drawn; returns the files. */
    public ImmutableList<Path> write(Learnt learnt) {
        drawWeights(learnt);
        LabelPicture.write(file("neuron-labels"), learnt.answers(), learnt.classes(), learnt.model());
        List<Shown> shown = shown(learnt);
        if (shown.stream().anyMatch(sample -> sample.response().size() > 0)) {
            new ResponsePicture(
                            learnt.answers(), learnt.classes(), learnt.dataset().imageShape())
                    .write(file("first-spikes"), shown, learnt.model());
        }
        ConfusionPicture.write(file("confusion"), learnt.evaluation().confusion(), learnt.model());
        learnt.curve().ifPresent(curve -> drawCurve(curve, learnt.model()));
        return ImmutableList.copyOf(written);
    }

    private Path file(String name) {
        Path file = folder.resolve(name + "." + ending);
        written.add(file);
        return file;
    }

    /** Fields where the lines of a pixel stand together; else the weights of all lines. */
    private void drawWeights(Learnt learnt) {
        float[][] weights = learnt.weights();
        boolean fields = learnt.dataset()
                .imageShape()
                .filter(shape -> weights.length % shape.pixels() == 0)
                .isPresent();
        if (fields) {
            new FieldPicture(weights, learnt.dataset().imageShape().orElseThrow())
                    .write(file("receptive-fields"), learnt.answers(), learnt.classes(), learnt.model());
        } else {
            WeightPicture.write("Weights of the neurons", weights, learnt.model(), file("weights"));
        }
    }

    private void drawCurve(LearningCurve curve, String model) {
        new Chart(
                        "Accuracy of the winners' votes while the network learns",
                        "samples shown",
                        "accuracy over the last " + curve.window() + " samples (%)")
                .line(
                        "accuracy",
                        curve.presentations().stream().asDoubleStream().toArray(),
                        curve.accuracy().stream().map(share -> PERCENT * share).toArray())
                .upFromZero()
                .caption(model + ", training labels for display only")
                .write(file("accuracy"));
    }

    /** The first sample of some classes, and the first wrong one where there is any. */
    private static List<Shown> shown(Learnt learnt) {
        int classes = learnt.dataset().classCount();
        int count = Math.min(SAMPLES, classes);
        List<Shown> shown = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            int label = (int) ((long) k * classes / count);
            first(learnt, sample -> sample.label() == label).ifPresent(shown::add);
        }
        first(learnt, sample -> sample.label() != sample.answer()).ifPresent(wrong -> {
            if (shown.size() == SAMPLES) {
                shown.remove(SAMPLES - 1);
            }
            shown.removeIf(sample -> sample.index() == wrong.index());
            shown.add(wrong);
        });
        return shown;
    }

    private static Optional<Shown> first(Learnt learnt, Predicate<Shown> wanted) {
        for (int s = 0; s < learnt.samples().length(); s++) {
            int index = learnt.samples().get(s);
            var response = learnt.evaluation().readings().get(s).response();
            var sample = new Shown(
                    index,
                    learnt.dataset().label(index),
                    learnt.readout().classify(response),
                    Floats.asList(learnt.scaler().apply(learnt.dataset(), index)),
                    response);
            if (wanted.test(sample)) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }
}
