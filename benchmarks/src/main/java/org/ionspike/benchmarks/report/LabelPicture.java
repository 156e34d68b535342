package org.ionspike.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.nio.file.Path;
import org.ionspike.benchmarks.task.NeuronAnswers;

/** The class that each neuron answers most often, and how much of its answers that is. */
final class LabelPicture {
    private static final int WIDTH = 1200;
    private static final int LEFT = 110;
    private static final int RIGHT = 130;
    private static final int BOTTOM = 56;
    private static final int MOST_ROWS = 60;

    private LabelPicture() {}

    /** Writes the picture; names of classes that do not fit become their numbers, counted from 1. */
    static void write(Path file, NeuronAnswers answers, String[] classes, String caption) {
        int columns = 20;
        while (columns * MOST_ROWS < answers.neurons()) {
            columns *= 2;
        }
        int across = columns;
        int pitch = (WIDTH - LEFT - RIGHT) / across;
        int rowHeight = Math.min(pitch, 36);
        int rows = (answers.neurons() + across - 1) / across;
        int height = Painting.TITLE + Math.max(220, rows * rowHeight) + BOTTOM + 70;
        Painting.write(
                file,
                WIDTH,
                height,
                "Class that each neuron answers first most often",
                caption,
                (graphics, width, above) -> {
                    int size = Math.min(18, rowHeight / 2);
                    for (int j = 0; j < answers.neurons(); j++) {
                        cell(
                                graphics,
                                answers,
                                j,
                                classes,
                                LEFT + j % across * pitch,
                                j / across * rowHeight,
                                pitch,
                                rowHeight);
                    }
                    graphics.setColor(Color.BLACK);
                    for (int column = 0; column < across; column += across > 20 ? 10 : 1) {
                        Painting.text(
                                graphics,
                                Integer.toString(column),
                                LEFT + (column + 0.5) * pitch,
                                rows * rowHeight + 20,
                                0.5,
                                15,
                                Font.PLAIN);
                    }
                    for (int row = 0; row < rows; row += rows > 20 ? 5 : 1) {
                        Painting.text(
                                graphics,
                                Integer.toString(row * across),
                                LEFT - 8,
                                (row + 0.5) * rowHeight + size / 3.0,
                                1,
                                15,
                                Font.PLAIN);
                    }
                    Painting.text(
                            graphics,
                            "neuron: number of its row + number of its column",
                            LEFT + across * pitch / 2.0,
                            rows * rowHeight + 48,
                            0.5,
                            18,
                            Font.PLAIN);
                    Painting.upwards(
                            graphics,
                            "neuron at the start of the row",
                            36,
                            rows * rowHeight / 2.0,
                            rows * rowHeight < 260 ? 14 : 18);
                    Painting.scale(
                            graphics,
                            ColorRamp.BLUE,
                            "share of its answers",
                            WIDTH - RIGHT + 24,
                            0,
                            Math.min(360, Math.max(200, rows * rowHeight)));
                });
    }

    private static void cell(
            Graphics2D graphics,
            NeuronAnswers answers,
            int neuron,
            String[] classes,
            double x,
            double y,
            double width,
            double height) {
        int preferred = answers.preferred(neuron);
        double share = preferred < 0 ? 0 : answers.share(neuron);
        Painting.fill(graphics, ColorRamp.BLUE.at(share), x, y, width - 1, height - 1);
        graphics.setColor(ColorRamp.BLUE.ink(share));
        String name = preferred < 0 ? "-" : classes[preferred];
        if (name.length() > 3) {
            name = Integer.toString(preferred + 1);
        }
        int size = (int) Math.min(18, height / 2);
        Painting.text(graphics, name, x + width / 2, y + height / 2 + size / 3.0, 0.5, size, Font.PLAIN);
    }
}
