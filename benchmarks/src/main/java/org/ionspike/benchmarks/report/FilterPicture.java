package org.ionspike.benchmarks.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.nio.file.Path;
import org.ionspike.networks.architecture.ConvStdp;

/** What each filter looks for: its weights as a square, filter beside filter. */
final class FilterPicture {
    private static final int WIDTH = 1200;
    private static final int MARGIN = 24;
    private static final int MOST = 400;
    private static final Color ON = new Color(0xD55E00);
    private static final Color OFF = new Color(0x0072B2);

    private final float[][] weights;
    private final ConvStdp architecture;

    /**
     * A picture.
     *
     * @param weights shape {@code [line][filter]}, 0 to 1
     */
    FilterPicture(float[][] weights, ConvStdp architecture) {
        this.weights = weights;
        this.architecture = architecture;
    }

    void write(Path file, String caption) {
        int count = Math.min(MOST, architecture.filters());
        int columns = Math.max(4, (int) Math.ceil(Math.sqrt(1.5 * count)));
        int pitch = (WIDTH - 2 * MARGIN) / columns;
        int cell = Math.max(1, (pitch - 4) / architecture.side());
        int rows = (count + columns - 1) / columns;
        String size = architecture.side() + "x" + architecture.side();
        String title = "Weights of " + count + " filters of " + size + " pixels (0 white, 1 full colour)";
        int height = Painting.TITLE + rows * pitch + 90;
        String planes = architecture.input().planes() == 2 ? ", orange: on lines, blue: off lines" : "";
        Painting.write(file, WIDTH, height, title, caption + planes, (graphics, width, above) -> {
            for (int k = 0; k < count; k++) {
                paint(graphics, k, MARGIN + k % columns * pitch, k / columns * pitch, cell);
            }
        });
    }

    private void paint(Graphics2D graphics, int filter, int left, int top, int cell) {
        int side = architecture.side();
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                Painting.fill(
                        graphics,
                        color(row * side + column, filter),
                        left + column * cell,
                        top + row * cell,
                        cell,
                        cell);
            }
        }
        graphics.setColor(new Color(0xBBBBBB));
        graphics.drawRect(left, top, side * cell, side * cell);
    }

    /** Two planes as two inks on white paper; any other number as grey, by their mean. */
    private Color color(int pixel, int filter) {
        int planes = architecture.input().planes();
        if (planes == 2) {
            double on = weights[2 * pixel][filter];
            double off = weights[2 * pixel + 1][filter];
            return new Color(
                    ink(on, ON.getRed()) * ink(off, OFF.getRed()),
                    ink(on, ON.getGreen()) * ink(off, OFF.getGreen()),
                    ink(on, ON.getBlue()) * ink(off, OFF.getBlue()));
        }
        double sum = 0;
        for (int plane = 0; plane < planes; plane++) {
            sum += weights[planes * pixel + plane][filter];
        }
        return ColorRamp.GREY.at(sum / planes);
    }

    /** Share of the light that an ink leaves. */
    private static float ink(double weight, int channel) {
        return (float) (1 - weight * (1 - channel / 255.0));
    }
}
