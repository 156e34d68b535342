package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Words that stand below a picture, and the picture with them. */
final class Caption {
    private Caption() {}

    /** A picture, its title above and its caption below. */
    static Element figure(String title, Element picture, String caption) {
        return Element.of("figure").add(Element.of("h3", title)).add(picture).add("figcaption", caption);
    }

    /** {@code seeds 1, 2, 3}. */
    static String seeds(JsonNode document) {
        List<JsonNode> seeds = Fields.list(document.path("run"), "seeds");
        if (seeds.isEmpty()) {
            return Fields.has(document, "run", "seed") ? "seed " + Fields.text(document, "run", "seed") : "";
        }
        String all = String.join(", ", seeds.stream().map(JsonNode::asText).toList());
        return (seeds.size() == 1 ? "seed " : "seeds ") + all;
    }

    /** {@code Model wta-200, seed 1}. */
    static String model(JsonNode node) {
        String seed = Fields.text(node, "seed");
        return "Model " + Fields.text(node, "model") + (seed.isEmpty() ? "" : ", seed " + seed);
    }
}
