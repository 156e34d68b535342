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
import org.ionspike.benchmarks.task.TrainedTask;
import org.ionspike.benchmarks.task.WinnerTakeAllRun;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.Scaler;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.network.Weights;
import org.ionspike.networks.architecture.ConvStdp;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.ionspike.networks.readout.SpikeReadout;

/** Pictures of what a network has learnt. */
public final class LearntPictures {
    private static final int SAMPLES = 5;
    private static final double PERCENT = 100;

    private final Path folder;
    private final String ending;
    private final List<Path> written = new ArrayList<>();

    private LearntPictures(Path folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /**
     * Draws what a training gave into a folder; returns the files. Preferred classes are from the training part.
     *
     * @param ending png or svg
     */
    public static ImmutableList<Path> write(
            Path folder, String ending, String task, Dataset dataset, TrainSettings settings, TrainedTask result) {
        var pictures = new LearntPictures(folder, ending);
        String words = String.format(
                Locale.ROOT,
                "ionspike train %s, network %s, %d %s neurons, %s synapses, encoder %s, seed %d",
                task,
                settings.network(),
                settings.neurons(),
                settings.fidelity().name().toLowerCase(Locale.ROOT),
                settings.deviceName(),
                result.encoder().name(),
                settings.seed());
        if (result instanceof WinnerTakeAllRun.Result layer) {
            pictures.draw(Learnt.of(dataset, layer, words + ", preferred classes from the training part"));
        } else {
            result.convolution().ifPresent(filters -> pictures.drawFilters(filters, result.network(), words));
            pictures.drawConfusion(result.evaluation(), words);
            result.curve().ifPresent(curve -> pictures.drawCurve(curve, words));
        }
        return ImmutableList.copyOf(pictures.written);
    }

    /**
     * Draws a model and what testing it gave into a folder; returns the files. Preferred classes are from the samples tested.
     *
     * @param ending png or svg
     */
    public static ImmutableList<Path> write(
            Path folder,
            String ending,
            TrainedModel model,
            Dataset dataset,
            ImmutableIntArray samples,
            Evaluation evaluation) {
        var pictures = new LearntPictures(folder, ending);
        String words = String.format(
                Locale.ROOT,
                "ionspike evaluate, trained on %s, network %s, %d neurons, encoder %s, seed %d, tested on %s",
                model.task(),
                model.network().name(),
                model.network().groups().get(0).size(),
                model.encoder().name(),
                model.seed(),
                dataset.name());
        if (model.readout() instanceof SpikeReadout readout) {
            pictures.draw(Learnt.of(
                    model,
                    readout,
                    dataset,
                    samples,
                    evaluation,
                    words + ", preferred classes from the " + samples.length() + " samples tested"));
        } else {
            model.convolution().ifPresent(filters -> pictures.drawFilters(filters, model.network(), words));
            pictures.drawConfusion(evaluation, words);
        }
        return ImmutableList.copyOf(pictures.written);
    }

    private void drawFilters(ConvStdp architecture, Network network, String words) {
        new FilterPicture(weights(network, ConvStdp.KERNEL), architecture).write(file("filters"), words);
    }

    private void drawConfusion(Evaluation evaluation, String words) {
        ConfusionPicture.write(file("confusion"), evaluation.confusion(), words);
    }

    private static float[][] weights(Network network, String projection) {
        return ((Weights.Given) network.projection(projection).weights()).values();
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
    private record Learnt(
            Dataset dataset,
            ImmutableIntArray samples,
            Evaluation evaluation,
            NeuronAnswers answers,
            Network network,
            SpikeReadout readout,
            Scaler scaler,
            Optional<LearningCurve> curve,
            String model) {
        static Learnt of(Dataset dataset, WinnerTakeAllRun.Result result, String model) {
            return new Learnt(
                    dataset,
                    result.split().held(),
                    result.evaluation(),
                    result.answers(),
                    result.network(),
                    result.readout(),
                    result.scaler(),
                    result.curve(),
                    model);
        }

        static Learnt of(
                TrainedModel model,
                SpikeReadout readout,
                Dataset dataset,
                ImmutableIntArray samples,
                Evaluation evaluation,
                String words) {
            int[] labels = samples.stream().map(dataset::label).toArray();
            int neurons = model.network().group(WinnerTakeAll.NEURONS).size();
            return new Learnt(
                    dataset,
                    samples,
                    evaluation,
                    NeuronAnswers.of(neurons, dataset.classCount(), labels, evaluation.readings()),
                    model.network(),
                    readout,
                    model.scaler(),
                    Optional.empty(),
                    words);
        }

        private Optional<ImageShape> plane() {
            return dataset.imageShape().filter(ImageShape::isPlane);
        }

        private String[] classes() {
            return dataset.classNames().toArray(String[]::new);
        }

        private float[][] weights() {
            return LearntPictures.weights(network, WinnerTakeAll.CROSSBAR);
        }
    }

    private void draw(Learnt learnt) {
        drawWeights(learnt);
        LabelPicture.write(file("neuron-labels"), learnt.answers(), learnt.classes(), learnt.model());
        List<Shown> shown = shown(learnt);
        if (shown.stream().anyMatch(sample -> sample.response().size() > 0)) {
            new ResponsePicture(learnt.answers(), learnt.classes(), learnt.plane())
                    .write(file("first-spikes"), shown, learnt.model());
        }
        drawConfusion(learnt.evaluation(), learnt.model());
        learnt.curve().ifPresent(curve -> drawCurve(curve, learnt.model()));
    }

    private Path file(String name) {
        Path file = folder.resolve(name + "." + ending);
        written.add(file);
        return file;
    }

    /** Fields where the lines of a pixel stand together; else the weights of all lines. */
    private void drawWeights(Learnt learnt) {
        float[][] weights = learnt.weights();
        boolean fields = learnt.plane()
                .filter(shape -> weights.length % shape.pixels() == 0)
                .isPresent();
        if (fields) {
            new FieldPicture(weights, learnt.plane().orElseThrow())
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
