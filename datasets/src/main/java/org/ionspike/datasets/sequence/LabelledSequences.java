package org.ionspike.datasets.sequence;

import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.ionspike.datasets.Dataset;
import org.ionspike.datasets.ImageShape;
import org.ionspike.datasets.ValueRange;
import org.ionspike.engine.units.Check;

/** Sequences of equal length, each with the index of its class. */
public final class LabelledSequences {
    private final double[][][] inputs;
    private final int[] labels;
    private final int classes;

    /**
     * Sequences.
     *
     * @param inputs {@code [sequence][step][input]}, one sequence or more; not copied
     * @param labels class of each, below {@code classes}
     * @param classes how many classes there are, at least 2
     */
    LabelledSequences(double[][][] inputs, int[] labels, int classes) {
        Check.atLeast("LabelledSequences.inputs", inputs.length, 1);
        Check.atLeast("LabelledSequences.classes", classes, 2);
        this.inputs = inputs;
        this.labels = labels;
        this.classes = classes;
    }

    /**
     * Images read column by column from the left: each step is a column, its inputs are the pixels from top to bottom, 0 to 1
     * over the range of the data set.
     *
     * @param images a data set of images
     * @param samples which of them, in this order
     * @throws IllegalArgumentException if the data set holds no images with a defined range
     */
    public static LabelledSequences columns(Dataset images, ImmutableIntArray samples) {
        if (images.imageShape().filter(ImageShape::isPlane).isEmpty()
                || images.valueRange().isEmpty()) {
            throw new IllegalArgumentException("Data set " + images.name()
                    + " holds no images, which alone have columns. Take digits, mnist or idx:FOLDER.");
        }
        ImageShape shape = images.imageShape().get();
        ValueRange range = images.valueRange().get();
        double[][][] inputs = new double[samples.length()][shape.width()][shape.height()];
        for (int s = 0; s < inputs.length; s++) {
            for (int column = 0; column < shape.width(); column++) {
                for (int row = 0; row < shape.height(); row++) {
                    double value = images.feature(samples.get(s), row * shape.width() + column);
                    inputs[s][column][row] = (value - range.low()) / (range.high() - range.low());
                }
            }
        }
        int[] labels = samples.stream().map(images::label).toArray();
        return new LabelledSequences(inputs, labels, images.classCount());
    }

    /** Number of sequences. */
    public int size() {
        return inputs.length;
    }

    /** Number of classes. */
    public int classes() {
        return classes;
    }

    /** Steps of every sequence. */
    public int steps() {
        return inputs[0].length;
    }

    /** Inputs of every step. */
    public int inputs() {
        return inputs[0][0].length;
    }

    /** A copy of one sequence, {@code [step][input]}. */
    public double[][] sequence(int index) {
        return IntStream.range(0, steps())
                .mapToObj(step -> inputs[index][step].clone())
                .toArray(double[][]::new);
    }

    /** Class of one sequence. */
    public int label(int index) {
        return labels[index];
    }
}
