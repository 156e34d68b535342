package org.ionspike.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A picture of named series over two axes, 1200 by 800, drawn without a display. Series take the colours of Okabe and
 * Ito, which people with any colour vision can tell apart; points have different markers besides.
 *
 * <pre>new Chart("Loop", "V (V)", "I (nA)").line("100 Hz", volts, nanoamperes).caption("potassium slit").write(file);</pre>
 *
 * Axis titles carry the unit in brackets. On a logarithmic axis points at 0 or below are left out.
 */
public final class Chart {
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int SQUARE_WIDTH = 1100;
    private static final int SQUARE_HEIGHT = 1240; // room for title, caption and the legend of two
    private static final int DOT = 3;

    private static final List<Color> OKABE_ITO = List.of(
            new Color(0x0072B2),
            new Color(0xD55E00),
            new Color(0x009E73),
            new Color(0xCC79A7),
            new Color(0xE69F00),
            new Color(0x56B4E9),
            new Color(0x000000),
            new Color(0xF0E442));

    /** How many colours {@link #symbols} tells apart, besides grey. */
    static final int COLORS = OKABE_ITO.size() - 2; // without black, and without yellow, faint on white

    private static final List<Marker> MARKERS = List.of(
            SeriesMarkers.CIRCLE,
            SeriesMarkers.SQUARE,
            SeriesMarkers.TRIANGLE_UP,
            SeriesMarkers.DIAMOND,
            SeriesMarkers.TRIANGLE_DOWN);

    private static final Color GREY = new Color(0x9A9A9A);

    /** The outline of a square, in the colour of the series. */
    private static final Marker OPEN_SQUARE = new Marker() {
        @Override
        public void paint(Graphics2D graphics, double x, double y, int size) {
            graphics.setStroke(new BasicStroke(Math.max(1f, size / 5f)));
            graphics.draw(new Rectangle2D.Double(x - size / 2.0, y - size / 2.0, size, size));
        }
    };

    private final Captioned chart;
    private boolean logX;
    private boolean logY;
    private float lineWidth = 3;
    private int count;

    /**
     * An empty chart.
     *
     * @param title what is shown
     * @param xTitle name and unit of the horizontal axis, such as {@code "t (ms)"}
     * @param yTitle name and unit of the vertical axis
     */
    public Chart(String title, String xTitle, String yTitle) {
        chart = new Captioned();
        chart.setTitle(title);
        chart.setXAxisTitle(xTitle);
        chart.setYAxisTitle(yTitle);
        chart.style();
    }

    /** Makes the horizontal axis logarithmic; call it before the first series. */
    public Chart logX() {
        requireNoSeries();
        logX = true;
        chart.getStyler().setXAxisLogarithmic(true);
        return this;
    }

    /** Makes the vertical axis logarithmic; call it before the first series. */
    public Chart logY() {
        requireNoSeries();
        logY = true;
        chart.getStyler().setYAxisLogarithmic(true);
        return this;
    }

    /** A line below the picture: model, parameters, and the seed where one matters. */
    public Chart caption(String text) {
        chart.caption = text;
        return this;
    }

    /**
     * Adds a line.
     *
     * @param name name in the legend
     * @param x horizontal values
     * @param y as many vertical values
     */
    public Chart line(String name, double[] x, double[] y) {
        XYSeries series = add(name, x, y, (xs, ys) -> chart.addSeries(name, unevenly(xs, logX), unevenly(ys, logY)));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setMarker(SeriesMarkers.NONE);
        series.setLineStyle(new BasicStroke(lineWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        return this;
    }

    /** Adds points that are not joined; see {@link #line}. */
    public Chart scatter(String name, double[] x, double[] y) {
        return points(add(name, x, y, (xs, ys) -> chart.addSeries(name, xs, ys)));
    }

    private Chart points(XYSeries series) {
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(MARKERS.get((count - 1) % MARKERS.size()));
        return this;
    }

    /** Adds many points as small dots, such as the spikes of a raster; see {@link #line}. */
    public Chart dots(String name, double[] x, double[] y) {
        XYSeries series = add(name, x, y, (xs, ys) -> chart.addSeries(name, xs, ys));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(SeriesMarkers.CIRCLE);
        chart.getStyler().setMarkerSize(DOT);
        return this;
    }

    /**
     * Adds points with error bars; a value without a finite error has no bar.
     *
     * @param name name in the legend
     * @param x horizontal values
     * @param y as many vertical values
     * @param standardError as many half lengths of the bars
     */
    public Chart scatter(String name, double[] x, double[] y, double[] standardError) {
        double[] bars = IntStream.range(0, x.length)
                .filter(k -> isDrawn(x[k], y[k]))
                .mapToDouble(k -> Double.isFinite(standardError[k]) ? standardError[k] : 0)
                .toArray();
        return points(add(name, x, y, (xs, ys) -> chart.addSeries(name, xs, ys, bars)));
    }

    /** What stands at a point. */
    enum Symbol {
        FILLED_CIRCLE,
        EMPTY_SQUARE
    }

    /** Adds points of one symbol and colour, from 0 to {@link #COLORS} - 1, or grey for -1; the legend names grey ones. */
    Chart symbols(String name, double[] x, double[] y, Symbol symbol, int color) {
        XYSeries series = add(name, x, y, (xs, ys) -> chart.addSeries(name, xs, ys));
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
        series.setMarker(symbol == Symbol.FILLED_CIRCLE ? SeriesMarkers.CIRCLE : OPEN_SQUARE);
        series.setMarkerColor(color < 0 ? GREY : OKABE_ITO.get(color));
        series.setShowInLegend(color < 0);
        return this;
    }

    /** Shows this span of the horizontal axis, whatever the values. */
    Chart horizontally(double from, double to) {
        chart.getStyler().setXAxisMin(from).setXAxisMax(to);
        return this;
    }

    /** Lets the vertical axis begin at 0. */
    Chart upFromZero() {
        chart.getStyler().setYAxisMin(0.0);
        return this;
    }

    /** Draws the lines so wide; 3 pixels unless it is set. Call it before the first series. */
    Chart lineWidth(float pixels) {
        requireNoSeries();
        lineWidth = pixels;
        return this;
    }

    /** Makes the picture a square of a side in the units of both axes, with the legend below. */
    Chart square(double side) {
        chart.square(side);
        return this;
    }

    /** The size of the symbols in pixels; 10 unless it is set. */
    Chart markerSize(int pixels) {
        chart.getStyler().setMarkerSize(pixels);
        return this;
    }

    /**
     * Writes the picture; the file is complete or not there.
     *
     * @param file its ending, {@code .png} or {@code .svg}, chooses the format
     * @throws IllegalArgumentException if the ending is another
     */
    public void write(Path file) {
        requireFormat(file);
        if (count == 0) {
            throw new IllegalStateException("A chart without a series cannot be drawn.");
        }
        chart.getStyler().setLegendVisible(count > 1);
        WholeFile.write(file, "picture", bytes(ending(file)));
    }

    /** Throws an {@link IllegalArgumentException} unless the ending of the file is one that can be written. */
    public static void requireFormat(Path file) {
        if (!Set.of("png", "svg").contains(ending(file))) {
            throw new IllegalArgumentException("No picture can be written to " + file
                    + ": its name must end in .png or .svg. Name it FILE.png, for example.");
        }
    }

    private byte[] bytes(String format) {
        try {
            return ChartEncoder.getBytes(chart, format);
        } catch (IOException e) {
            throw new UncheckedIOException("The picture could not be encoded: " + e.getMessage(), e);
        } catch (InternalError | LinkageError e) {
            // what AWT throws where no fonts or no graphics libraries are installed
            String message =
                    "This Java cannot draw pictures (" + e + "). Install a full JDK with fontconfig and a font.";
            throw new UncheckedIOException(message, new IOException(message, e));
        }
    }

    private XYSeries add(String name, double[] x, double[] y, BiFunction<double[], double[], XYSeries> addition) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("Series '" + name + "' has " + x.length + " x and " + y.length
                    + " y values; give as many of both.");
        }
        int[] drawn =
                IntStream.range(0, x.length).filter(k -> isDrawn(x[k], y[k])).toArray();
        if (drawn.length == 0) {
            throw new IllegalArgumentException("Series '" + name + "' has no point that can be drawn on these axes.");
        }
        double[] xs = IntStream.of(drawn).mapToDouble(k -> x[k]).toArray();
        double[] ys = IntStream.of(drawn).mapToDouble(k -> y[k]).toArray();
        XYSeries series = addition.apply(xs, ys);
        Color color = OKABE_ITO.get(count % OKABE_ITO.size());
        series.setLineColor(color);
        series.setMarkerColor(color);
        count++;
        return series;
    }

    private boolean isDrawn(double x, double y) {
        return Double.isFinite(x) && Double.isFinite(y) && (!logX || x > 0) && (!logY || y > 0);
    }

    /**
     * The values with one more after the first, on the way to the second. XChart puts the ticks of evenly spaced values
     * on the values, whatever their digits; with an uneven one among them it chooses round numbers.
     */
    private static double[] unevenly(double[] values, boolean log) {
        double[] out = new double[values.length + 1];
        out[0] = values[0];
        System.arraycopy(values, 0, out, 1, values.length);
        if (values.length > 1) {
            double share = 0.3718;
            out[1] = log
                    ? values[0] * Math.pow(values[1] / values[0], share)
                    : values[0] + share * (values[1] - values[0]);
            System.arraycopy(values, 1, out, 2, values.length - 1);
        }
        return out;
    }

    private void requireNoSeries() {
        if (count > 0) {
            throw new IllegalStateException("Choose the axes of a chart before its first series.");
        }
    }

    private static String ending(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** A chart of XChart with a line of text below. */
    private static final class Captioned extends XYChart {
        private String caption = "";

        Captioned() {
            super(WIDTH, HEIGHT, ChartTheme.Matlab);
        }

        void square(double side) {
            setWidth(SQUARE_WIDTH);
            setHeight(SQUARE_HEIGHT);
            var styler = getStyler();
            styler.setLegendPosition(LegendPosition.OutsideS);
            styler.setXAxisMin(0.0).setXAxisMax(side).setYAxisMin(0.0).setYAxisMax(side);
        }

        void style() {
            var styler = getStyler();
            styler.setChartBackgroundColor(Color.WHITE);
            styler.setChartPadding(16);
            styler.setChartTitlePadding(8);
            styler.setChartTitleFont(font(Font.BOLD, 24));
            styler.setLegendFont(font(Font.PLAIN, 20));
            styler.setLegendPosition(LegendPosition.OutsideE);
            styler.setLegendBackgroundColor(Color.WHITE);
            styler.setLegendBorderColor(Color.WHITE);
            styler.setLegendSeriesLineLength(48);
            styler.setMarkerSize(10);
            styler.setLocale(Locale.ROOT);
            styler.setDecimalPattern("0.##########");
            styler.setAxisTitleFont(font(Font.PLAIN, 22));
            styler.setAxisTickLabelsFont(font(Font.PLAIN, 18));
            styler.setPlotGridLinesColor(new Color(0xDDDDDD));
            styler.setPlotMargin(4);
            styler.setXAxisTickMarkSpacingHint(110);
            styler.setYAxisTickMarkSpacingHint(60);
        }

        @Override
        public void paint(Graphics2D graphics, int width, int height) {
            Caption.paint(graphics, width, height, caption, above -> super.paint(graphics, width, above));
            setHeight(height); // painting sets it, and an SVG is cut there
        }

        private static Font font(int style, int size) {
            return new Font(Font.SANS_SERIF, style, size);
        }
    }
}
