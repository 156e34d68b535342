package org.ionspike.benchmarks.report;

import com.google.common.primitives.ImmutableIntArray;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ionspike.benchmarks.task.NeuronAnswers;
import org.ionspike.datasets.ImageShape;
import org.ionspike.engine.simulation.Response;

/** The first spikes of the neurons for a few samples, side by side; neurons stand in the order of their preferred class. */
final class ResponsePicture {
    private static final int WIDTH = 1400;
    private static final int LEFT = 170;
    private static final int RIGHT = 30;
    private static final int IMAGE = 96;
    private static final int PLOT = 520;
    private static final int BOTTOM = 150;
    private static final double MS = 1e3;
    private static final Color SAME = new Color(0x0072B2);
    private static final Color OTHER = new Color(0xD55E00);

    private final NeuronAnswers answers;
    private final String[] classes;
    private final Optional<ImageShape> shape;
    private final int top;

    ResponsePicture(NeuronAnswers answers, String[] classes, Optional<ImageShape> shape) {
        this.answers = answers;
        this.classes = classes;
        this.shape = shape;
        this.top = shape.isPresent() ? IMAGE + 74 : 60;
    }

    /**
     * A sample and what it was answered.
     *
     * @param answer index of a class, or -1 for none
     * @param features scaled to 0 to 1
     */
    record Shown(int index, int label, int answer, List<Float> features, Response response) {}

    void write(Path file, List<Shown> samples, String caption) {
        double from = Double.POSITIVE_INFINITY;
        double to = 0;
        for (Shown sample : samples) {
            for (int k = 0; k < sample.response().size(); k++) {
                from = Math.min(from, MS * sample.response().timeSeconds().get(k));
                to = Math.max(to, MS * sample.response().timeSeconds().get(k));
            }
        }
        double margin = to > from ? 0.06 * (to - from) : 0.1;
        double left = Double.isInfinite(from) ? 0 : from - margin;
        double right = to + margin;
        int height = Painting.TITLE + top + PLOT + BOTTOM;
        String title = "First spikes of the neurons for samples of the test";
        Painting.write(file, WIDTH, height, title, caption, (graphics, width, above) -> {
            double pitch = (double) (WIDTH - LEFT - RIGHT) / samples.size();
            paintClasses(graphics);
            for (int s = 0; s < samples.size(); s++) {
                paintSample(graphics, samples.get(s), LEFT + s * pitch, pitch - 18, left, right);
            }
            graphics.setColor(Color.BLACK);
            Painting.text(
                    graphics,
                    "t since the start of the presentation (ms)",
                    (LEFT + WIDTH - RIGHT) / 2.0,
                    top + PLOT + 56,
                    0.5,
                    20,
                    Font.PLAIN);
            Painting.upwards(graphics, "neuron, by preferred class", 34, top + PLOT / 2.0, 20);
            double y = top + PLOT + 88;
            mark(graphics, true, LEFT + 10, y - 6);
            mark(graphics, false, LEFT + 440, y - 6);
            graphics.setColor(Color.BLACK);
            Painting.text(graphics, "neuron that prefers the class of the sample", LEFT + 24, y, 0, 17, Font.PLAIN);
            Painting.text(graphics, "neuron that prefers another class", LEFT + 454, y, 0, 17, Font.PLAIN);
        });
    }

    private double y(double place) {
        return top + PLOT * (1 - place / answers.neurons());
    }

    /** Bands of the classes, from the first at the bottom. */
    private void paintClasses(Graphics2D graphics) {
        ImmutableIntArray order = answers.byClass();
        int from = 0;
        for (int band = 0; from < order.length(); band++) {
            int preferred = answers.preferred(order.get(from));
            int to = from;
            while (to < order.length() && answers.preferred(order.get(to)) == preferred) {
                to++;
            }
            if (band % 2 == 0) {
                Painting.fill(graphics, new Color(0xEEEEEE), LEFT, y(to), WIDTH - LEFT - RIGHT - 18, y(from) - y(to));
            }
            String name = preferred < 0 ? "never first" : classes[preferred];
            graphics.setColor(Color.BLACK);
            if (y(from) - y(to) >= 14) {
                Painting.text(
                        graphics,
                        name.length() > 12 ? name.substring(0, 11) + "." : name,
                        LEFT - 10,
                        (y(from) + y(to)) / 2 + 6,
                        1,
                        17,
                        Font.PLAIN);
            }
            from = to;
        }
    }

    private void paintSample(Graphics2D graphics, Shown sample, double x, double width, double from, double to) {
        graphics.setColor(Color.BLACK);
        String answer = sample.answer() < 0 ? "none" : classes[sample.answer()];
        Painting.text(graphics, "sample " + sample.index(), x + width / 2, 16, 0.5, 17, Font.BOLD);
        Painting.text(
                graphics,
                "is " + classes[sample.label()] + ", read as " + answer,
                x + width / 2,
                38,
                0.5,
                17,
                Font.PLAIN);
        shape.ifPresent(image -> paintImage(graphics, sample.features(), image, x + (width - IMAGE) / 2, 50));
        graphics.setColor(Color.GRAY);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Rectangle2D.Double(x, top, width, PLOT));
        double step = tick((to - from) / 2.5);
        int digits = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
        for (double t = Math.ceil(from / step) * step; t <= to; t += step) {
            double at = x + width * (t - from) / (to - from);
            graphics.setColor(Color.GRAY);
            graphics.draw(new Line2D.Double(at, top + PLOT, at, top + PLOT + 6));
            graphics.setColor(Color.BLACK);
            Painting.text(
                    graphics,
                    String.format(Locale.ROOT, "%." + digits + "f", t),
                    at,
                    top + PLOT + 26,
                    0.5,
                    16,
                    Font.PLAIN);
        }
        int[] place = new int[answers.neurons()];
        ImmutableIntArray order = answers.byClass();
        for (int k = 0; k < place.length; k++) {
            place[order.get(k)] = k;
        }
        for (int k = 0; k < sample.response().size(); k++) {
            int neuron = sample.response().neuron().get(k);
            double t = MS * sample.response().timeSeconds().get(k);
            mark(
                    graphics,
                    answers.preferred(neuron) == sample.label(),
                    x + width * (t - from) / (to - from),
                    y(place[neuron] + 0.5));
        }
    }

    /** A blue disc, or an orange square. */
    private static void mark(Graphics2D graphics, boolean same, double x, double y) {
        graphics.setColor(same ? SAME : OTHER);
        graphics.fill(same ? new Ellipse2D.Double(x - 5, y - 5, 10, 10) : new Rectangle2D.Double(x - 4, y - 4, 8, 8));
    }

    private static void paintImage(Graphics2D graphics, List<Float> features, ImageShape image, double x, double y) {
        double cell = (double) IMAGE / Math.max(image.width(), image.height());
        for (int pixel = 0; pixel < image.pixels(); pixel++) {
            int row = pixel / image.width();
            int column = pixel % image.width();
            Painting.fill(
                    graphics,
                    ColorRamp.GREY.at(features.get(pixel)),
                    x + column * cell,
                    y + row * cell,
                    cell + 0.3,
                    cell + 0.3);
        }
        graphics.setColor(new Color(0xBBBBBB));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(new Rectangle2D.Double(x, y, image.width() * cell, image.height() * cell));
    }

    /** A step of 1, 2 or 5 times a power of ten, near a length. */
    private static double tick(double length) {
        double power = Math.pow(10, Math.floor(Math.log10(length)));
        double lead = length / power;
        return power * (lead < 1.5 ? 1 : lead < 3.5 ? 2 : lead < 7.5 ? 5 : 10);
    }
}
