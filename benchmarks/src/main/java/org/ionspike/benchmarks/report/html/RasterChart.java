package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.ionspike.benchmarks.report.AxisUnit;

/** When input lines and neurons spike in one sample. */
final class RasterChart {
    private static final int HEIGHT = 200;
    private static final double LEAST_STROKE = 0.025;

    private RasterChart() {}

    static Optional<Element> of(JsonNode document) {
        Element content = Element.of("div");
        for (JsonNode node : Fields.list(document, "raster")) {
            double[] in = Fields.numbers(node.path("input"), "time_s");
            double[] out = Fields.numbers(node.path("output"), "time_s");
            AxisUnit unit = AxisUnit.of(
                    "s",
                    DoubleStream.concat(Arrays.stream(in), Arrays.stream(out)).toArray());
            Axis time = Axis.even(
                    "time in the sample (" + Amount.symbol(unit) + ")",
                    unit.in(DoubleStream.concat(
                                    DoubleStream.of(0), DoubleStream.concat(Arrays.stream(in), Arrays.stream(out)))
                            .toArray()));
            Element pair = Element.of("div").style("pair");
            pair.add(figure(node, "input", "line", "lines", "Input", time, unit));
            pair.add(figure(node, "output", "neuron", "neurons", "Neurons", time, unit));
            content.add(pair);
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private static Element figure(
            JsonNode node, String part, String row, String rows, String title, Axis time, AxisUnit unit) {
        JsonNode spikes = node.path(part);
        double[] times = unit.in(Fields.numbers(spikes, "time_s"));
        double[] indices = Fields.numbers(spikes, row);
        double count = Math.max(1, Fields.number(spikes, rows));
        Axis y = Axis.even(row, new double[] {0, Double.isNaN(count) ? 1 : count});
        var plot = new Plot("Spikes of " + rows + " over time", time, y, HEIGHT);
        int shown = Math.min(times.length, indices.length);
        plot.strokes(
                Arrays.copyOf(times, shown),
                Arrays.copyOf(indices, shown),
                Math.max(LEAST_STROKE, 1 / (y.high() - y.low())),
                "output".equals(part) ? "ionic" : "conventional");
        return Caption.figure(
                title,
                plot.svg(),
                Caption.model(node) + ", sample " + Fields.text(node, "sample") + " of class "
                        + Fields.text(node, "class") + ": " + Amount.number(shown)
                        + (shown == 1 ? " spike." : " spikes."));
    }
}
