package org.ionspike.benchmarks.report.html;

import java.util.Locale;

/**
 * A plane between two axes as SVG whose positions are shares of its width, so that it fills a telephone or a screen and
 * its text keeps its size. Its letters hang out into margins that the style sheet leaves.
 */
final class Plot {
    private static final double THOUSAND = 1000;
    private static final int RADIUS = 11;

    private final Axis x;
    private final Axis y;
    private final Element svg;
    private final Element ground = Element.of("g");
    private final Element marks = Element.of("g");

    /**
     * An empty plane.
     *
     * @param description what it shows, for those who do not see it
     * @param heightPixels of the plane without its margins
     */
    Plot(String description, Axis x, Axis y, int heightPixels) {
        this.x = x;
        this.y = y;
        svg = Element.of("svg")
                .style("plot")
                .with("role", "img")
                .with("aria-label", description)
                .with("style", "height:" + heightPixels + "px");
        grid();
    }

    private void grid() {
        for (Axis.Tick tick : x.ticks()) {
            double at = x.share(tick.value());
            ground.add(line(at, 0, at, 1).style("grid"));
            String anchor = at > 0.97 ? "tick end" : "tick middle";
            ground.add(text(at, 1, tick.label(), anchor).with("dy", 20));
        }
        for (Axis.Tick tick : y.ticks()) {
            double at = 1 - y.share(tick.value());
            ground.add(line(0, at, 1, at).style("grid"));
            ground.add(text(0, at, tick.label(), "tick end").with("dx", -8).with("dy", 5));
        }
        ground.add(line(0, 1, 1, 1).style("axis"));
        ground.add(text(0.5, 1, x.title(), "axis-title middle").with("dy", 42));
        ground.add(text(0, 0, y.title(), "axis-title start").with("dx", -44).with("dy", -14));
    }

    /** A faint dot without name. */
    Plot ghost(double atX, double atY, String tone) {
        ground.add(Element.of("circle")
                .percent("cx", x.share(atX))
                .percent("cy", 1 - y.share(atY))
                .with("r", 3)
                .style("ghost " + tone));
        return this;
    }

    /** A horizontal bar from one value to another. */
    Plot rangeX(double from, double to, double atY, String tone) {
        double at = 1 - y.share(atY);
        marks.add(line(x.share(from), at, x.share(to), at).style("range " + tone));
        return this;
    }

    /** A vertical bar from one value to another. */
    Plot rangeY(double atX, double from, double to, String tone) {
        double at = x.share(atX);
        marks.add(line(at, 1 - y.share(from), at, 1 - y.share(to)).style("range " + tone));
        return this;
    }

    /** A mark with a letter in it: round, or a square that stands on its corner. */
    Plot mark(double atX, double atY, String letter, String tone, boolean square, String title) {
        Element at = Element.of("svg")
                .percent("x", x.share(atX))
                .percent("y", 1 - y.share(atY))
                .style("mark " + tone);
        at.add(Element.of("title", title));
        if (square) {
            at.add(Element.of("rect")
                    .with("x", -9.5)
                    .with("y", -9.5)
                    .with("width", 19)
                    .with("height", 19)
                    .with("rx", 2)
                    .with("transform", "rotate(45)"));
        } else {
            at.add(Element.of("circle").with("r", RADIUS));
        }
        at.add(Element.of("text", letter).with("dy", 5).style("middle"));
        marks.add(at);
        return this;
    }

    /** A small dot. */
    Plot dot(double atX, double atY, String tone, String title) {
        marks.add(Element.of("circle")
                .percent("cx", x.share(atX))
                .percent("cy", 1 - y.share(atY))
                .with("r", 4.5)
                .style("dot " + tone)
                .add(Element.of("title", title)));
        return this;
    }

    /** A line through points. */
    Plot curve(double[] xs, double[] ys, String tone) {
        var path = new StringBuilder();
        for (int k = 0; k < xs.length; k++) {
            path.append(path.length() == 0 ? "M" : "L").append(place(xs[k], ys[k]));
        }
        return stretched(path.toString(), "curve " + tone);
    }

    /** The lower right border of points in order: what is reached at most with so much of x. */
    Plot stairs(double[] xs, double[] ys, String tone) {
        var path = new StringBuilder();
        for (int k = 0; k < xs.length; k++) {
            String corner = k == 0 ? "M" : "L" + place(xs[k], ys[k - 1]) + "L";
            path.append(corner).append(place(xs[k], ys[k]));
        }
        if (xs.length > 0) {
            path.append("L").append(place(x.high(), ys[xs.length - 1]));
        }
        return stretched(path.toString(), "stairs " + tone);
    }

    /** Short upright strokes, one for each point. */
    Plot strokes(double[] xs, double[] ys, double height, String tone) {
        var path = new StringBuilder();
        for (int k = 0; k < xs.length; k++) {
            path.append("M").append(place(xs[k], ys[k])).append("v").append(Element.rounded(-THOUSAND * height));
        }
        return stretched(path.toString(), "stroke " + tone);
    }

    private Plot stretched(String path, String classes) {
        marks.add(Element.of("svg")
                .with("viewBox", "0 0 1000 1000")
                .with("preserveAspectRatio", "none")
                .with("width", "100%")
                .with("height", "100%")
                .style("stretched")
                .add(Element.of("path")
                        .with("d", path)
                        .with("vector-effect", "non-scaling-stroke")
                        .style(classes)));
        return this;
    }

    private String place(double atX, double atY) {
        return String.format(Locale.ROOT, "%.1f %.1f", THOUSAND * x.share(atX), THOUSAND * (1 - y.share(atY)));
    }

    private static Element line(double fromX, double fromY, double toX, double toY) {
        return Element.of("line")
                .percent("x1", fromX)
                .percent("y1", fromY)
                .percent("x2", toX)
                .percent("y2", toY);
    }

    private static Element text(double atX, double atY, String text, String classes) {
        return Element.of("text", text).percent("x", atX).percent("y", atY).style(classes);
    }

    /** The picture. */
    Element svg() {
        return svg.add(ground).add(marks);
    }
}
