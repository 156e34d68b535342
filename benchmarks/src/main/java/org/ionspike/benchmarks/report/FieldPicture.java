package org.ionspike.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.ionspike.benchmarks.task.NeuronAnswers;
import org.ionspike.datasets.ImageShape;

/** What each neuron looks for in an image: its weights, those of the levels of a pixel taken together, neuron beside neuron. */
final class FieldPicture {
    private static final int WIDTH = 1200;
    private static final int LEFT = 24;
    private static final int RIGHT = 110;
    private static final int LABEL = 18;
    private static final int MOST = 400;

    private final float[][] weights;
    private final ImageShape shape;
    private final int levels;

    /**
     * A picture.
     *
     * @param weights shape {@code [line][neuron]}, 0 to 1; the lines of a pixel stand together
     */
    FieldPicture(float[][] weights, ImageShape shape) {
        this.weights = weights;
        this.shape = shape;
        this.levels = weights.length / shape.pixels();
    }

    void write(Path file, NeuronAnswers answers, String[] classes, String caption) {
        int count = Math.min(MOST, answers.neurons());
        int columns = Math.max(6, (int) Math.ceil(Math.sqrt(1.5 * count)));
        int pitch = (WIDTH - LEFT - RIGHT) / columns;
        int rows = (count + columns - 1) / columns;
        int height = Painting.TITLE + rows * (pitch + LABEL) + 90;
        String order = count < answers.neurons() ? " (" + count + " of " + answers.neurons() + " neurons)" : "";
        String title = "Receptive fields; below each the class that the neuron answers most often" + order;
        Painting.write(file, WIDTH, height, title, caption, (graphics, width, above) -> {
            var byClass = answers.byClass();
            for (int k = 0; k < count; k++) {
                int neuron = byClass.get((int) ((long) k * answers.neurons() / count));
                int x = LEFT + k % columns * pitch;
                int y = k / columns * (pitch + LABEL);
                paintField(graphics, neuron, x, y, pitch - 6);
                int preferred = answers.preferred(neuron);
                graphics.setColor(Color.DARK_GRAY);
                String name = preferred < 0 ? "-" : classes[preferred];
                Painting.text(graphics, name, x + (pitch - 6) / 2.0, y + pitch + 8, 0.5, 13, Font.PLAIN);
            }
            String scale = levels == 1 ? "weight" : "mean weight of the " + levels + " levels of a pixel";
            Painting.scale(
                    graphics,
                    ColorRamp.GREY,
                    scale,
                    WIDTH - RIGHT + 16,
                    0,
                    Math.min(420, rows * (pitch + LABEL) - LABEL));
        });
    }

    private void paintField(Graphics2D graphics, int neuron, int x, int y, int side) {
        int cell = Math.max(1, side / Math.max(shape.width(), shape.height()));
        var image = new BufferedImage(shape.width() * cell, shape.height() * cell, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                double value = weight(row / cell * shape.width() + column / cell, neuron);
                image.setRGB(column, row, ColorRamp.GREY.at(value).getRGB());
            }
        }
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION,
                scale < 1
                        ? RenderingHints.VALUE_INTERPOLATION_BILINEAR
                        : RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        int wide = (int) Math.round(scale * image.getWidth());
        int high = (int) Math.round(scale * image.getHeight());
        graphics.drawImage(image, x, y, wide, high, null);
        graphics.setColor(new Color(0xBBBBBB));
        graphics.drawRect(x, y, wide, high);
    }

    /** Mean weight of the lines of a pixel. */
    double weight(int pixel, int neuron) {
        double sum = 0;
        for (int level = 0; level < levels; level++) {
            sum += weights[pixel * levels + level][neuron];
        }
        return sum / levels;
    }
}
