package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ionspike.benchmarks.Version;

/** The page: everything in one file, nothing from elsewhere. */
public final class ReportPage {
    /** Forbids the browser to load anything. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private ReportPage() {}

    /** The page of these documents, in this order. */
    public static String of(ReportFiles files) {
        ImmutableList<JsonNode> documents = files.documents();
        String title = "Ionspike: " + title(documents.get(0));
        Element main = Element.of("main");
        for (int k = 0; k < documents.size(); k++) {
            main.add(part(documents.get(k), "d" + k + "-"));
        }
        main.add(Element.of("footer").add("p", "Written by ionspike " + Version.number() + "."));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + POLICY + "\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<link rel=\"icon\" href=\"data:,\">\n"
                + Element.of("title", title) + "\n<style>\n" + resource("report.css") + "</style>\n</head>\n<body>\n"
                + main + "\n<script>\n" + resource("report.js") + "</script>\n</body>\n</html>\n";
    }

    private static Element part(JsonNode document, String prefix) {
        Element links = Element.of("nav").with("aria-label", "sections");
        Element sections = Element.of("div");
        for (Section section : Section.ALL) {
            Optional<Element> content = section.content().apply(document);
            content.ifPresent(element -> {
                String id = prefix + section.id();
                links.add(Element.of("a", section.title()).with("href", "#" + id));
                sections.add(Element.of("section")
                        .with("id", id)
                        .add("h2", section.title())
                        .add(element));
            });
        }
        return Element.of("article")
                .add(Element.of("header")
                        .add(Element.of("p", kind(document)).style("kicker"))
                        .add("h1", title(document))
                        .add(Element.of("p", lede(document)).style("lede"))
                        .add(links))
                .add(sections);
    }

    private static String kind(JsonNode document) {
        String schema = Fields.text(document, "schema");
        return switch (schema) {
            case "ionspike-compare/1" -> "Comparison";
            case "ionspike-sweep/1" -> "Sweep";
            case "ionspike-seeds/1" -> "One model, several seeds";
            default -> "One run";
        };
    }

    private static String title(JsonNode document) {
        String task = Fields.text(document, "run", "task");
        String schema = Fields.text(document, "schema");
        if (schema.equals("ionspike-compare/1")) {
            return "Ionic and conventional models on " + task;
        } else if (schema.equals("ionspike-sweep/1")) {
            return "Effect of " + Fields.text(document, "effect") + " of the devices on " + task;
        }
        return Model.all(document).stream().map(Model::name).findFirst().orElse("Result") + " on " + task;
    }

    private static String lede(JsonNode document) {
        List<Model> models = Model.all(document);
        long ionic = models.stream().filter(Model::ionic).count();
        String split = Fields.has(document, "split")
                ? split(document.path("split"))
                : split(document.path("run").path("split"));
        String seeds = Caption.seeds(document);
        String words = models.isEmpty()
                ? "Runs of one network while one setting takes "
                        + Fields.list(document, "points").size() + " values."
                : models.size() == 1
                        ? "Accuracy " + models.get(0).accuracyInWords() + "."
                        : ionic + " ionic and " + (models.size() - ionic)
                                + " conventional models learn the same samples of the same split; what they count is"
                                + " priced by "
                                + Fields.list(document, "hardware").size() + " price tables.";
        return words + split + (seeds.isEmpty() ? "" : " " + capital(seeds) + ".");
    }

    private static String split(JsonNode split) {
        double train = Fields.number(split, "train");
        double test = Fields.number(split, "test");
        return Double.isNaN(train) || Double.isNaN(test)
                ? ""
                : " " + Amount.number(train) + " samples to learn from, " + Amount.number(test) + " to test with"
                        + (split.path("official").asBoolean() ? " (the official split)." : ".");
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1);
    }

    private static String resource(String name) {
        try {
            return Resources.toString(Resources.getResource(ReportPage.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Ionspike's own file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }
}
