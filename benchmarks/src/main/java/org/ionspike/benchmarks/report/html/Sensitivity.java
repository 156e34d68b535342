package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.ionspike.benchmarks.report.AxisUnit;

/** How far the energy moves when one price at a time goes from its lowest to its highest: the longest bar on top. */
final class Sensitivity {
    private static final double MANY = 20;

    private Sensitivity() {}

    static Optional<Element> of(JsonNode document) {
        Element shown = Element.of("div").style("pair");
        Element others = Element.of("div").style("pair");
        String headline = Model.headline(document).map(Model::name).orElse("");
        for (JsonNode node : Fields.list(document, "sensitivity")) {
            if (!Fields.list(node, "bars").isEmpty()) {
                (headline.equals(Fields.text(node, "model")) ? shown : others).add(figure(node));
            }
        }
        Element content = Element.of("div");
        if (!shown.isEmpty()) {
            content.add(shown);
        }
        if (!others.isEmpty()) {
            content.add(
                    Element.of("details").add("summary", "Other ionic networks").add(others));
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private static Element figure(JsonNode node) {
        List<JsonNode> bars = new ArrayList<>(Fields.list(node, "bars"));
        bars.sort(Comparator.comparingDouble(Sensitivity::length).reversed());
        double typical = Fields.number(node, "typical_J");
        Axis axis = axis(bars.stream()
                .flatMapToDouble(
                        bar -> DoubleStream.of(Fields.number(bar, "low_J"), Fields.number(bar, "high_J"), typical))
                .toArray());
        Element chart = Element.of("div").style("tornado");
        for (JsonNode bar : bars) {
            chart.add(bar(bar, axis, typical));
        }
        chart.add(scale(axis));
        String model = Fields.text(node, "model") + " on " + Fields.text(node, "hardware");
        return Caption.figure(
                model,
                chart,
                "Model " + Fields.text(node, "model") + ", prices of " + Fields.text(node, "hardware") + "; typical "
                        + Amount.joules(typical)
                        + " (the upright line). Each bar: one price from its lowest to its highest, the others typical.");
    }

    /** Even steps, or decades where the bars span many. */
    private static Axis axis(double[] joules) {
        double least = Arrays.stream(joules).min().orElse(0);
        double most = Arrays.stream(joules).max().orElse(1);
        if (least > 0 && most > MANY * least) {
            return Axis.decades("energy of one sample", joules, Amount::tick);
        }
        AxisUnit unit = AxisUnit.of("J", joules);
        return Axis.even("energy of one sample (" + Amount.symbol(unit) + ")", joules, unit.perUnit());
    }

    private static double length(JsonNode bar) {
        return Math.abs(Math.log(Fields.number(bar, "high_J") / Fields.number(bar, "low_J")));
    }

    private static Element bar(JsonNode bar, Axis axis, double typical) {
        double low = axis.share(Fields.number(bar, "low_J"));
        double high = axis.share(Fields.number(bar, "high_J"));
        double middle = axis.share(typical);
        String range =
                Amount.joules(Fields.number(bar, "low_J")) + " to " + Amount.joules(Fields.number(bar, "high_J"));
        Element svg = Element.of("svg")
                .style("bar")
                .with("role", "img")
                .with("aria-label", Fields.text(bar, "item") + ": " + range);
        svg.add(rect(Math.min(low, middle), Math.abs(middle - low), "low"));
        svg.add(rect(Math.min(high, middle), Math.abs(high - middle), "high"));
        svg.add(Element.of("line")
                .percent("x1", middle)
                .percent("x2", middle)
                .with("y1", "0")
                .with("y2", "100%")
                .style("typical"));
        return Element.of("div")
                .add(Element.of("p")
                        .add("b", Fields.text(bar, "item"))
                        .text(" ")
                        .add("small", range))
                .add(svg);
    }

    private static Element rect(double from, double width, String tone) {
        return Element.of("rect")
                .percent("x", from)
                .percent("width", width)
                .with("y", "2")
                .with("height", "14")
                .style(tone);
    }

    private static Element scale(Axis axis) {
        Element svg = Element.of("svg").style("scale").with("role", "img").with("aria-label", axis.title());
        for (Axis.Tick tick : axis.ticks()) {
            double at = axis.share(tick.value());
            svg.add(Element.of("line")
                    .percent("x1", at)
                    .percent("x2", at)
                    .with("y1", "0")
                    .with("y2", "6")
                    .style("axis"));
            svg.add(Element.of("text", tick.label())
                    .percent("x", at)
                    .with("y", "22")
                    .style(at > 0.97 ? "tick end" : at < 0.03 ? "tick start" : "tick middle"));
        }
        svg.add(Element.of("text", axis.title())
                .with("x", "50%")
                .with("y", "44")
                .style("axis-title middle"));
        return svg;
    }
}
