package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Weights of neurons as small images of the pixels that they read: the more ink, the stronger. */
final class FieldImages {
    private static final int INK = 0x1F77C8;

    private FieldImages() {}

    static Optional<Element> of(JsonNode document) {
        Element content = Element.of("div");
        for (JsonNode node : Fields.list(document, "receptive_fields")) {
            int rows = (int) Fields.number(node, "rows");
            int columns = (int) Fields.number(node, "columns");
            List<JsonNode> fields = Fields.list(node, "fields");
            if (!fields.isEmpty() && rows > 0 && columns > 0) {
                content.add(figure(node, fields, rows, columns));
            }
        }
        return content.isEmpty() ? Optional.empty() : Optional.of(content);
    }

    private static Element figure(JsonNode node, List<JsonNode> fields, int rows, int columns) {
        List<JsonNode> labels = Fields.list(node, "labels");
        Element grid = Element.of("div").style("fields");
        for (int k = 0; k < fields.size(); k++) {
            String label = k < labels.size() ? labels.get(k).asText() : "";
            double[] weights = Fields.list(fields.get(k)).stream()
                    .mapToDouble(JsonNode::asDouble)
                    .toArray();
            grid.add(Element.of("div")
                    .add(Element.of("img")
                            .with("alt", "neuron " + k)
                            .with("src", "data:image/png;base64," + png(weights, rows, columns)))
                    .add("span", label));
        }
        return Caption.figure(
                Fields.text(node, "model"),
                grid,
                Caption.model(node) + ": weights of " + fields.size() + " neurons, " + rows + " x " + columns
                        + " pixels, from 0 (no ink) to 1; below each the class that it prefers.");
    }

    private static String png(double[] weights, int rows, int columns) {
        var image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_ARGB);
        for (int k = 0; k < Math.min(weights.length, rows * columns); k++) {
            int alpha = (int) Math.round(255 * Math.max(0, Math.min(1, weights[k])));
            image.setRGB(k % columns, k / columns, alpha << 24 | INK);
        }
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("An image could not be encoded: " + e.getMessage(), e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
