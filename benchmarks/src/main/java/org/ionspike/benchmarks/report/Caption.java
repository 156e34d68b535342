package org.ionspike.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A line of text below a picture, or several where it is long. */
final class Caption {
    private static final int HEIGHT = 34;
    private static final int LINE_HEIGHT = 20;
    private static final int LEFT = 20;

    private Caption() {}

    /**
     * Paints a picture and its caption.
     *
     * @param picture paints what stands above the caption, in a height in pixels
     */
    static void paint(Graphics2D graphics, int width, int height, String caption, IntConsumer picture) {
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        var small = new Font(Font.SANS_SERIF, Font.PLAIN, 16);
        List<String> lines = lines(caption, graphics.getFontMetrics(small), width - 2 * LEFT);
        int above = (lines.size() - 1) * LINE_HEIGHT;
        picture.accept(height - HEIGHT - above);
        graphics.setColor(Color.DARK_GRAY);
        graphics.setFont(small);
        for (int k = 0; k < lines.size(); k++) {
            graphics.drawString(lines.get(k), LEFT, height - 14 - above + k * LINE_HEIGHT);
        }
    }

    /** The caption, broken at its commas. */
    private static List<String> lines(String caption, FontMetrics metrics, int width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String part : caption.split("(?<=, )", -1)) {
            if (!line.isEmpty() && metrics.stringWidth(line + part) > width) {
                lines.add(line);
                line = "";
            }
            line += part;
        }
        lines.add(line);
        return lines;
    }
}
