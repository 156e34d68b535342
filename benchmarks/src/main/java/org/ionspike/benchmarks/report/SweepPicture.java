package org.ionspike.benchmarks.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.ionspike.benchmarks.reservoir.MeanAndSpread;
import org.ionspike.benchmarks.sweep.DeviceEffect;
import org.ionspike.benchmarks.sweep.SweepPoint;
import org.ionspike.benchmarks.sweep.SweepSetup;

/**
 * Accuracy above and energy below, a column an effect, with error bars of one standard deviation; values stand at equal
 * distances in their order. The base is a line across, its standard deviation a band. All columns have one scale.
 */
public final class SweepPicture {
    private static final int LEFT = 96;
    private static final int RIGHT = 24;
    private static final int GAP = 18;
    private static final int COLUMN_GAP = 14;
    private static final int PANEL = 300;
    private static final int HEAD = 30;
    private static final int FOOT = 64;
    private static final int PITCH = 50;
    private static final int LEAST_COLUMN = 240;
    private static final Color POINT = new Color(0x0072B2);
    private static final Color BASE = new Color(0xD55E00);
    private static final Color BAND = new Color(0xF8E0D0);
    private static final Color GRID = new Color(0xDDDDDD);

    private SweepPicture() {}

    /** Writes the picture; its name ends in .png or .svg. */
    public static void write(
            Path file,
            SweepSetup setup,
            SweepPoint base,
            List<DeviceEffect> effects,
            List<? extends List<SweepPoint>> points) {
        int widest = points.stream().mapToInt(List::size).max().orElse(1);
        int column = Math.max(LEAST_COLUMN, widest * PITCH);
        int width = Math.max(900, LEFT + RIGHT + effects.size() * (column + COLUMN_GAP));
        int height = Painting.TITLE + HEAD + 2 * PANEL + GAP + FOOT + 56;
        int across = (width - LEFT - RIGHT) / effects.size() - COLUMN_GAP;
        List<SweepPoint> all = new ArrayList<>(List.of(base));
        points.forEach(all::addAll);
        AxisUnit unit = AxisUnit.of(
                "J", all.stream().mapToDouble(point -> point.joules().mean()).toArray());
        Panel accuracy = panel("accuracy (%)", HEAD, all, point -> scaled(point.accuracy(), 100));
        Panel energy = panel(
                "energy of a sample (" + unit.symbol() + ")",
                HEAD + PANEL + GAP,
                all,
                point -> scaled(point.joules(), unit.perUnit()));
        Painting.write(file, width, height, title(setup), caption(setup), (graphics, w, h) -> {
            for (int k = 0; k < effects.size(); k++) {
                int x = LEFT + k * (across + COLUMN_GAP);
                graphics.setColor(Color.BLACK);
                Painting.text(graphics, effects.get(k).toString(), x + across / 2.0, HEAD - 10, 0.5, 18, Font.BOLD);
                for (Panel panel : List.of(accuracy, energy)) {
                    panel.paint(graphics, x, across, base, points.get(k), k == 0);
                }
                values(graphics, effects.get(k), points.get(k), x, across);
            }
        });
    }

    private static void values(Graphics2D graphics, DeviceEffect effect, List<SweepPoint> points, int x, int across) {
        double bottom = HEAD + 2.0 * PANEL + GAP;
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < points.size(); i++) {
            String label = points.get(i).label();
            int size = label.length() > 6 ? 11 : 15;
            Painting.text(graphics, label, at(x, across, i, points.size()), bottom + 20, 0.5, size, Font.PLAIN);
        }
        Painting.text(graphics, effect.words(), x + across / 2.0, bottom + 46, 0.5, 14, Font.PLAIN);
    }

    private static double at(int x, int across, int index, int count) {
        return x + across * (index + 0.5) / count;
    }

    private static MeanAndSpread scaled(MeanAndSpread value, double factor) {
        return new MeanAndSpread(value.mean() * factor, Double.isNaN(value.sd()) ? 0 : value.sd() * factor);
    }

    private static Panel panel(String name, int top, List<SweepPoint> all, Function<SweepPoint, MeanAndSpread> figure) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (SweepPoint point : all) {
            MeanAndSpread value = figure.apply(point);
            low = Math.min(low, value.mean() - value.sd());
            high = Math.max(high, value.mean() + value.sd());
        }
        double margin = Math.max(0.06 * (high - low), 1e-3 * Math.abs(high) + 1e-9);
        return new Panel(name, top, low - margin, high + margin, figure);
    }

    /** One row of the picture. */
    private record Panel(String name, int top, double low, double high, Function<SweepPoint, MeanAndSpread> figure) {
        double y(double value) {
            return top + PANEL * (high - value) / (high - low);
        }

        void paint(Graphics2D graphics, int x, int across, SweepPoint base, List<SweepPoint> points, boolean isFirst) {
            MeanAndSpread usual = figure.apply(base);
            Painting.fill(graphics, BAND, x, y(usual.mean() + usual.sd()), across, y(0) - y(2 * usual.sd()));
            ticks(graphics, x, across, isFirst);
            graphics.setColor(BASE);
            graphics.setStroke(new BasicStroke(2));
            graphics.draw(new Line2D.Double(x, y(usual.mean()), x + (double) across, y(usual.mean())));
            graphics.setColor(POINT);
            for (int i = 0; i < points.size(); i++) {
                MeanAndSpread value = figure.apply(points.get(i));
                double middle = at(x, across, i, points.size());
                double above = y(value.mean() + value.sd());
                double below = y(value.mean() - value.sd());
                graphics.draw(new Line2D.Double(middle, above, middle, below));
                graphics.draw(new Line2D.Double(middle - 6, above, middle + 6, above));
                graphics.draw(new Line2D.Double(middle - 6, below, middle + 6, below));
                graphics.fill(new Ellipse2D.Double(middle - 5, y(value.mean()) - 5, 10, 10));
            }
            graphics.setColor(Color.DARK_GRAY);
            graphics.setStroke(new BasicStroke(1));
            graphics.drawRect(x, top, across, PANEL);
        }

        private void ticks(Graphics2D graphics, int x, int across, boolean isFirst) {
            double step = step((high - low) / 5);
            graphics.setStroke(new BasicStroke(1));
            for (double k = Math.ceil(low / step); k * step <= high; k++) {
                graphics.setColor(GRID);
                graphics.draw(new Line2D.Double(x, y(k * step), x + (double) across, y(k * step)));
                if (isFirst) {
                    graphics.setColor(Color.BLACK);
                    String text = step < 1
                            ? String.format(Locale.ROOT, "%." + (int) Math.ceil(-Math.log10(step)) + "f", k * step)
                            : Long.toString(Math.round(k * step));
                    Painting.text(graphics, text, x - 8.0, y(k * step) + 5, 1, 15, Font.PLAIN);
                }
            }
            if (isFirst) {
                Painting.upwards(graphics, name, 30, top + PANEL / 2.0, 18);
            }
        }

        /** The least of 1, 2 and 5 times a power of ten that is not below. */
        private static double step(double least) {
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (int factor : new int[] {1, 2, 5}) {
                if (factor * power >= least) {
                    return factor * power;
                }
            }
            return 10 * power;
        }
    }

    private static String title(SweepSetup setup) {
        return setup.dataset().name() + ": accuracy and energy against each effect of the devices";
    }

    private static String caption(SweepSetup setup) {
        int last = setup.seeds().size() - 1;
        return "points: mean, bars: one standard deviation over seeds "
                + setup.seeds().get(0)
                + (last == 0 ? "" : " to " + setup.seeds().get(last))
                + " and " + setup.draws() + " draws of the devices of each, line and band: the base ("
                + setup.baseName() + ") and its standard deviation, network "
                + setup.model().path("network").asText() + ", "
                + setup.model().path("neurons").asText()
                + " neurons, readout " + setup.model().path("readout").asText()
                + (setup.age().si() > 0 ? ", aged for " + setup.age() : "");
    }
}
