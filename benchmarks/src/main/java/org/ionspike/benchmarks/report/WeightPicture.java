package org.ionspike.benchmarks.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.style.Styler.ChartTheme;

/**
 * Weights of a projection as a map, one row a line and one column a neuron; of a large one the means of patches. White is
 * where no synapse is.
 */
public final class WeightPicture {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int MOST_CELLS = 160;

    private WeightPicture() {}

    /**
     * Draws and writes the picture.
     *
     * @param weights shape {@code [pre][post]}, 0 to 1, NaN for none
     * @param caption a line below it
     * @param file its name ends in .png or .svg
     */
    public static void write(String title, float[][] weights, String caption, Path file) {
        Chart.requireFormat(file);
        int perRow = patch(weights.length);
        int perColumn = patch(weights[0].length);
        int rows = (weights.length + perRow - 1) / perRow;
        int columns = (weights[0].length + perColumn - 1) / perColumn;
        List<Number[]> cells = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double mean = mean(weights, row * perRow, perRow, column * perColumn, perColumn);
                if (!Double.isNaN(mean)) {
                    cells.add(new Number[] {column, row, mean});
                }
            }
        }
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("The projection has no synapse, so there is no map of weights to draw.");
        }
        var chart = new Captioned(caption);
        chart.setTitle(title);
        chart.setXAxisTitle(axis("neuron", perColumn));
        chart.setYAxisTitle(axis("line", perRow));
        var styler = chart.getStyler();
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setMin(0);
        styler.setMax(1);
        styler.setRangeColors(new Color[] {
            new Color(0x440154), new Color(0x3B528B), new Color(0x21918C), new Color(0x5EC962), new Color(0xFDE725)
        });
        styler.setHeatMapValueDecimalPattern("0.##");
        styler.setShowValue(false);
        styler.setLocale(Locale.ROOT);
        styler.setDecimalPattern("0");
        styler.setChartPadding(16);
        styler.setChartTitlePadding(8);
        styler.setPlotGridLinesVisible(false);
        styler.setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        styler.setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 18));
        styler.setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 24));
        styler.setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 22));
        styler.setXAxisMaxLabelCount(9);
        chart.addSeries("weight", ticks(columns, perColumn), ticks(rows, perRow), cells);
        String format = file.toString().substring(file.toString().length() - 3);
        try {
            WholeFile.write(file, "picture", ChartEncoder.getBytes(chart, format));
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be encoded: " + e.getMessage(), e);
        }
    }

    /** A map of XChart with a line of text below. */
    private static final class Captioned extends HeatMapChart {
        private final String caption;

        Captioned(String caption) {
            super(WIDTH, HEIGHT, ChartTheme.Matlab);
            this.caption = caption;
        }

        @Override
        public void paint(Graphics2D graphics, int width, int height) {
            Caption.paint(graphics, width, height, caption, above -> super.paint(graphics, width, above));
            setHeight(height); // painting sets it, and an SVG is cut there
        }
    }

    private static int patch(int count) {
        return (count + MOST_CELLS - 1) / MOST_CELLS;
    }

    private static String axis(String what, int patch) {
        return patch == 1 ? what : what + " (means of " + patch + ")";
    }

    private static List<Integer> ticks(int count, int patch) {
        return IntStream.range(0, count).mapToObj(k -> k * patch).toList();
    }

    private static double mean(float[][] weights, int row, int rows, int column, int columns) {
        double sum = 0;
        int count = 0;
        for (int i = row; i < Math.min(weights.length, row + rows); i++) {
            for (int j = column; j < Math.min(weights[i].length, column + columns); j++) {
                if (!Float.isNaN(weights[i][j])) {
                    sum += weights[i][j];
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
