package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;

/** Accuracy over the samples shown while a model learns, one line for each seed. */
final class LearningChart {
    private static final int HEIGHT = 220;

    private LearningChart() {}

    static Optional<Element> of(JsonNode document) {
        List<JsonNode> curves = Fields.list(document, "learning").stream()
                .filter(curve -> Fields.numbers(curve, "presentations").length > 1
                        && Fields.numbers(curve, "presentations").length == percent(curve).length)
                .toList();
        Set<String> models = new LinkedHashSet<>();
        curves.forEach(curve -> models.add(Fields.text(curve, "model")));
        Element content = Element.of("div").style("pair");
        for (String model : models) {
            content.add(figure(
                    model,
                    curves.stream()
                            .filter(curve -> model.equals(Fields.text(curve, "model")))
                            .toList()));
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private static Element figure(String model, List<JsonNode> curves) {
        Axis x = Axis.even(
                "samples shown",
                DoubleStream.concat(
                                DoubleStream.of(0),
                                curves.stream()
                                        .flatMapToDouble(
                                                curve -> DoubleStream.of(Fields.numbers(curve, "presentations"))))
                        .toArray());
        Axis y = Axis.even(
                "accuracy while learning (%)",
                DoubleStream.concat(
                                DoubleStream.of(0),
                                curves.stream().flatMapToDouble(curve -> DoubleStream.of(percent(curve))))
                        .toArray());
        var plot = new Plot("Accuracy of " + model + " while it learns", x, y, HEIGHT);
        for (int k = 0; k < curves.size(); k++) {
            plot.curve(Fields.numbers(curves.get(k), "presentations"), percent(curves.get(k)), "line" + k % 5);
        }
        String seeds = String.join(
                ", ", curves.stream().map(curve -> Fields.text(curve, "seed")).toList());
        return Caption.figure(
                model,
                plot.svg(),
                "Model " + model + ", " + (curves.size() == 1 ? "seed " : "one line for each of the seeds ") + seeds
                        + ". From labels of the training part, for display only.");
    }

    private static double[] percent(JsonNode curve) {
        return DoubleStream.of(Fields.numbers(curve, "accuracy"))
                .map(share -> 100 * share)
                .toArray();
    }
}
