package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.report.AxisUnit;

/** Accuracy and energy while one setting takes several values. */
final class SweepChart {
    private static final int HEIGHT = 220;

    private SweepChart() {}

    static Optional<Element> of(JsonNode document) {
        List<JsonNode> points = Fields.list(document, "points");
        if (points.isEmpty() || !Fields.has(document, "effect")) {
            return Optional.empty();
        }
        Element charts = Element.of("div").style("pair");
        figure(document, points, "accuracy", "Accuracy", 100, "accuracy (%)").ifPresent(charts::add);
        AxisUnit unit = AxisUnit.of(
                "J",
                points.stream()
                        .mapToDouble(point -> Fields.number(point, "energy_J", "mean"))
                        .toArray());
        String axis = "energy (" + Amount.symbol(unit) + ")";
        figure(document, points, "energy_J", "Energy of one sample", unit.perUnit(), axis)
                .ifPresent(charts::add);
        return Optional.of(Element.of("div").add(charts).add(table(document, points)));
    }

    private static Optional<Element> figure(
            JsonNode document, List<JsonNode> points, String field, String title, double scale, String axis) {
        double[] means = points.stream()
                .mapToDouble(point -> scale * Fields.number(point, field, "mean"))
                .toArray();
        if (Arrays.stream(means).allMatch(Double::isNaN)) {
            return Optional.empty();
        }
        double[] spreads = points.stream()
                .mapToDouble(point -> scale * Math.max(0, Fields.number(point, field, "sd")))
                .map(sd -> Double.isNaN(sd) ? 0 : sd)
                .toArray();
        int count = points.size();
        double[] places = IntStream.range(0, count).asDoubleStream().toArray();
        var ticks = ImmutableList.<Axis.Tick>builder();
        int every = (count + 5) / 6;
        for (int k = 0; k < count; k += every) {
            ticks.add(new Axis.Tick(k, Fields.text(points.get(k), "label")));
        }
        Axis x = new Axis(effect(document), -0.5, count - 0.5, false, ticks.build());
        Axis y = Axis.even(
                axis,
                DoubleStream.concat(
                                DoubleStream.of(scale * Fields.number(document, "unswept", field, "mean")),
                                IntStream.range(0, 2 * count)
                                        .mapToDouble(k -> means[k / 2] + (k % 2 == 0 ? 1 : -1) * spreads[k / 2]))
                        .toArray());
        var plot = new Plot(title + " over " + x.title(), x, y, HEIGHT);
        double base = scale * Fields.number(document, "unswept", field, "mean");
        if (!Double.isNaN(base)) {
            plot.curve(new double[] {x.low(), x.high()}, new double[] {base, base}, "base");
        }
        plot.curve(places, means, "ionic");
        for (int k = 0; k < count; k++) {
            boolean known = Fields.has(points.get(k), field, "sd");
            if (known) {
                plot.rangeY(places[k], means[k] - spreads[k], means[k] + spreads[k], "ionic");
            }
            plot.dot(
                    places[k],
                    means[k],
                    "ionic",
                    Fields.text(points.get(k), "label") + ": " + Amount.number(means[k])
                            + (known ? " \u00B1 " + Amount.number(spreads[k]) : ""));
        }
        return Optional.of(Caption.figure(
                title,
                plot.svg(),
                "Mean and standard deviation over runs (" + runs(points) + "). " + modelWords(document) + "."));
    }

    private static String runs(List<JsonNode> points) {
        long runs = points.stream()
                .mapToLong(point -> Fields.list(point, "runs").size())
                .max()
                .orElse(0);
        String seeds = String.join(
                ", ",
                points.stream()
                        .flatMap(point -> Fields.list(point, "runs").stream())
                        .map(run -> Fields.text(run, "seed"))
                        .distinct()
                        .toList());
        return runs + " at each value" + (seeds.isEmpty() ? "" : ", seeds " + seeds);
    }

    /** The effect in words, with its unit. */
    static String effect(JsonNode document) {
        String words = Fields.text(document, "effect_words");
        return words.isEmpty() ? Fields.text(document, "effect") : words;
    }

    private static String modelWords(JsonNode document) {
        String base = Fields.text(document, "unswept", "label");
        return "Model " + ReportDocument.name(document)
                + (base.isEmpty() ? "" : "; dashed: the devices as they are (" + base + ")");
    }

    private static Element table(JsonNode document, List<JsonNode> points) {
        var table = new DataTable(
                "The same in numbers.", List.of(effect(document), "accuracy", "energy of one sample", "runs"));
        for (JsonNode point : points) {
            double accuracy = Fields.number(point, "accuracy", "mean");
            double energy = Fields.number(point, "energy_J", "mean");
            table.row(Fields.text(point, "label"))
                    .number(
                            accuracy,
                            Amount.percent(accuracy)
                                    + spread(Amount.fixed(100 * Fields.number(point, "accuracy", "sd"), 1)))
                    .number(
                            energy,
                            Amount.joules(energy) + spread(Amount.joules(Fields.number(point, "energy_J", "sd"))))
                    .number(
                            Fields.list(point, "runs").size(),
                            String.valueOf(Fields.list(point, "runs").size()));
        }
        return table.element();
    }

    private static String spread(String sd) {
        return sd.startsWith("NaN") || sd.startsWith("unknown") ? "" : " \u00B1" + Amount.SPACE + sd;
    }
}
