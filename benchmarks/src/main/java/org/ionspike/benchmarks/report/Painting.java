package org.ionspike.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;

/** A picture that no chart draws: painted by hand between a title and a caption, and written as PNG or SVG. */
final class Painting {
    /** Height of the title above what is painted. */
    static final int TITLE = 56;

    private Painting() {}

    /** Paints what stands between title and caption. */
    @FunctionalInterface
    interface Painter {
        /** Paints into a width and a height that begin at the origin. */
        void paint(Graphics2D graphics, int width, int height);
    }

    /**
     * Writes a picture; the file is complete or not there.
     *
     * @param height in pixels, title and caption included
     * @param file its name ends in .png or .svg
     */
    static void write(Path file, int width, int height, String title, String caption, Painter painter) {
        Chart.requireFormat(file);
        String format = file.toString().substring(file.toString().length() - 3);
        try {
            WholeFile.write(
                    file,
                    "picture",
                    ChartEncoder.getBytes(new Painted(width, height, title, caption, painter), format));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be encoded: " + e.getMessage(), e);
        }
    }

    /** Writes text with its left end, middle (0.5) or right end (1) at a point. */
    static void text(Graphics2D graphics, String text, double x, double baseline, double anchor, int size, int style) {
        var font = new Font(Font.SANS_SERIF, style, size);
        graphics.setFont(font);
        double width = graphics.getFontMetrics(font).stringWidth(text);
        graphics.drawString(text, (float) (x - anchor * width), (float) baseline);
    }

    /** Writes text upwards, with its middle at a point. */
    static void upwards(Graphics2D graphics, String text, double x, double middle, int size) {
        var before = graphics.getTransform();
        graphics.translate(x, middle);
        graphics.rotate(-Math.PI / 2);
        text(graphics, text, 0, 0, 0.5, size, Font.PLAIN);
        graphics.setTransform(before);
    }

    static void fill(Graphics2D graphics, Color color, double x, double y, double width, double height) {
        graphics.setColor(color);
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    /** A scale beside a picture, from 0 at the bottom to 1 at the top, with its name written upwards. */
    static void scale(Graphics2D graphics, ColorRamp ramp, String name, double x, double y, double height) {
        int parts = 64;
        for (int k = 0; k < parts; k++) {
            fill(
                    graphics,
                    ramp.at((k + 0.5) / parts),
                    x,
                    y + height - (k + 1) * height / parts,
                    20,
                    height / parts + 0.6);
        }
        graphics.setColor(Color.DARK_GRAY);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Rectangle2D.Double(x, y, 20, height));
        for (double value : new double[] {0, 0.5, 1}) {
            text(
                    graphics,
                    value == 0.5 ? "0.5" : Integer.toString((int) value),
                    x + 26,
                    y + height * (1 - value) + 6,
                    0,
                    16,
                    Font.PLAIN);
        }
        upwards(graphics, name, x + 78, y + height / 2, 18);
    }

    /** A chart of XChart of which nothing but the means to encode it is used. */
    private static final class Painted extends XYChart {
        private final String title;
        private final String caption;
        private final Painter painter;

        Painted(int width, int height, String title, String caption, Painter painter) {
            super(width, height);
            this.title = title;
            this.caption = caption;
            this.painter = painter;
        }

        @Override
        public void paint(Graphics2D graphics, int width, int height) {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            Caption.paint(graphics, width, height, caption, above -> {
                graphics.setColor(Color.BLACK);
                text(graphics, title, width / 2.0, 38, 0.5, 24, Font.BOLD);
                graphics.translate(0, TITLE);
                painter.paint(graphics, width, above - TITLE);
                graphics.translate(0, -TITLE);
            });
        }
    }
}
