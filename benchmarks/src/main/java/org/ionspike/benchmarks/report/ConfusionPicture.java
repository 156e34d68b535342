package org.ionspike.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.nio.file.Path;
import java.util.Locale;
import org.ionspike.benchmarks.metric.ConfusionMatrix;

/** A confusion matrix: numbers of samples, shaded by their share of the true class. */
final class ConfusionPicture {
    private static final int WIDTH = 1000;
    private static final int LEFT = 200;
    private static final int RIGHT = 120;
    private static final int BOTTOM = 70;

    private ConfusionPicture() {}

    static void write(Path file, ConfusionMatrix confusion, String caption) {
        int classes = confusion.classNames().size();
        boolean gaps = false;
        for (int c = 0; c < classes; c++) {
            gaps |= confusion.unanswered(c) > 0;
        }
        int columns = classes + (gaps ? 1 : 0);
        int pitch = Math.min(160, (WIDTH - LEFT - RIGHT) / columns);
        int height = Painting.TITLE + Math.max(220, classes * pitch) + BOTTOM + 60;
        String title = String.format(
                Locale.ROOT, "Confusion: %.2f %% of %d samples right", 100 * confusion.accuracy(), confusion.total());
        Painting.write(file, WIDTH, height, title, caption, (graphics, width, above) -> {
            int size = Math.max(9, Math.min(20, pitch / 3));
            for (int row = 0; row < classes; row++) {
                double all = 0;
                for (int column = 0; column <= classes; column++) {
                    all += count(confusion, row, column);
                }
                for (int column = 0; column < columns; column++) {
                    int count = count(confusion, row, column);
                    double share = all == 0 ? 0 : count / all;
                    double x = LEFT + column * pitch;
                    double y = row * pitch;
                    Painting.fill(graphics, ColorRamp.BLUE.at(share), x, y, pitch - 1, pitch - 1);
                    graphics.setColor(count == 0 ? Color.LIGHT_GRAY : ColorRamp.BLUE.ink(share));
                    Painting.text(
                            graphics,
                            Integer.toString(count),
                            x + pitch / 2.0,
                            y + pitch / 2.0 + size / 3.0,
                            0.5,
                            size,
                            Font.PLAIN);
                }
                graphics.setColor(Color.BLACK);
                String name = confusion.classNames().get(row);
                Painting.text(graphics, cut(name, 14), LEFT - 10, (row + 0.5) * pitch + 6, 1, 17, Font.PLAIN);
            }
            graphics.setColor(Color.BLACK);
            for (int column = 0; column < columns; column++) {
                String name =
                        column == classes ? "none" : confusion.classNames().get(column);
                Painting.text(
                        graphics,
                        cut(name, Math.max(2, pitch / 10)),
                        LEFT + (column + 0.5) * pitch,
                        classes * pitch + 24,
                        0.5,
                        17,
                        Font.PLAIN);
            }
            Painting.text(graphics, "answer", LEFT + columns * pitch / 2.0, classes * pitch + 56, 0.5, 20, Font.PLAIN);
            Painting.upwards(graphics, "true class", 40, classes * pitch / 2.0, 20);
            Painting.scale(
                    graphics,
                    ColorRamp.BLUE,
                    "share of the true class",
                    LEFT + columns * pitch + 16,
                    0,
                    Math.max(200, Math.min(420, classes * pitch)));
        });
    }

    private static int count(ConfusionMatrix confusion, int actual, int column) {
        return column == confusion.classNames().size() ? confusion.unanswered(actual) : confusion.count(actual, column);
    }

    private static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, Math.max(1, most - 1)) + ".";
    }
}
