package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Accuracy over energy, one plane for each price table, all with the same axes. */
final class FrontChart {
    private static final int HEIGHT = 190;
    private static final int MOST_SHOWN = 8;

    private FrontChart() {}

    /** A model by one price table. */
    private record Point(Model model, String hardware, double low, double typical, double high) {
        String words() {
            return model.name() + " on " + hardware + ": " + model.accuracyInWords() + ", " + Amount.joules(typical)
                    + " (" + Amount.joules(low) + " to " + Amount.joules(high) + ")";
        }
    }

    static Optional<Element> of(JsonNode document) {
        List<Model> models = Model.all(document);
        List<Point> points = models.stream()
                .flatMap(model -> model.energies().stream()
                        .map(energy -> new Point(
                                model,
                                Fields.text(energy, "hardware"),
                                Fields.number(energy, "low"),
                                Fields.number(energy, "typical"),
                                Fields.number(energy, "high"))))
                .filter(point -> point.typical() > 0)
                .toList();
        if (points.isEmpty()) {
            return Optional.empty();
        }
        Axis x = Axis.decades(
                "energy of one sample",
                points.stream()
                        .flatMapToDouble(p -> DoubleStream.of(p.low(), p.typical(), p.high()))
                        .toArray(),
                Amount::tick);
        Axis y = Axis.even(
                "accuracy (%)",
                points.stream().mapToDouble(p -> 100 * p.model().accuracy()).toArray());
        Element content = Element.of("div");
        content.add(
                "p",
                "To the upper left is better: more accurate for less energy. Bars reach from the lowest to the highest"
                        + " prices; the line joins the models that no other beats in both by the same prices. Faint dots"
                        + " are the models by all other price tables, ionic ones in their colour.");
        content.add(Model.key(models));
        Element shown = Element.of("div").style("pair");
        Element others = Element.of("div").style("pair");
        int count = 0;
        for (Map.Entry<String, String> table :
                EnergyTable.tables(document, "energy").entrySet()) {
            Element figure = figure(points, table.getKey(), table.getValue(), x, y, Caption.seeds(document));
            (count < MOST_SHOWN ? shown : others).add(figure);
            count++;
        }
        content.add(shown);
        if (!others.isEmpty()) {
            content.add(Element.of("details")
                    .add("summary", "By " + (count - MOST_SHOWN) + " more price tables")
                    .add(others));
        }
        return Optional.of(content);
    }

    private static Element figure(List<Point> all, String hardware, String title, Axis x, Axis y, String seeds) {
        List<Point> points =
                all.stream().filter(p -> p.hardware().equals(hardware)).toList();
        var plot = new Plot("Accuracy over energy by the prices of " + hardware, x, y, HEIGHT);
        all.stream()
                .filter(p -> !p.hardware().equals(hardware))
                .forEach(p -> plot.ghost(
                        p.typical(), 100 * p.model().accuracy(), p.model().tone()));
        List<Point> front = front(points);
        plot.stairs(
                front.stream().mapToDouble(Point::typical).toArray(),
                front.stream().mapToDouble(p -> 100 * p.model().accuracy()).toArray(),
                "front");
        for (Point p : points) {
            plot.rangeX(p.low(), p.high(), 100 * p.model().accuracy(), p.model().tone());
        }
        for (Point p : points) {
            plot.mark(
                    p.typical(),
                    100 * p.model().accuracy(),
                    p.model().letter(),
                    p.model().tone(),
                    p.model().ionic(),
                    p.words());
        }
        return Caption.figure(
                title,
                plot.svg(),
                "Prices of " + hardware + "; accuracy is the mean over " + seeds
                        + ". Squares: ionic; circles: conventional.");
    }

    /** Points that no other beats in accuracy and energy, by energy. */
    private static List<Point> front(List<Point> points) {
        List<Point> front = new ArrayList<>();
        points.stream()
                .sorted(Comparator.comparingDouble(Point::typical)
                        .thenComparing(Comparator.comparingDouble(
                                        (Point p) -> p.model().accuracy())
                                .reversed()))
                .forEach(p -> {
                    if (front.isEmpty()
                            || p.model().accuracy()
                                    > front.get(front.size() - 1).model().accuracy()) {
                        front.add(p);
                    }
                });
        return front;
    }
}
