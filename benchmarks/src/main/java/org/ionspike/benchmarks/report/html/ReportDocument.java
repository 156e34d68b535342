package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ionspike.benchmarks.report.ResultJson;
import org.ionspike.benchmarks.report.SeedReport;

/** Brings files of every schema that a page can show into the form of a comparison, whose sections then show them. */
final class ReportDocument {
    /** The field that names the file a document is from. */
    static final String FILE = "file";

    /** Schemas in the order of the page, and how each becomes a comparison. */
    static final ImmutableMap<String, UnaryOperator<ObjectNode>> SCHEMAS = ImmutableMap.of(
            "ionspike-compare/1",
            document -> document,
            "ionspike-sweep/1",
            document -> document,
            SeedReport.SCHEMA,
            ReportDocument::ofSeeds,
            ResultJson.SCHEMA,
            ReportDocument::ofResult);

    private ReportDocument() {}

    /** A document in the form of a comparison. Its schema is one of {@link #SCHEMAS}. */
    static ObjectNode of(ObjectNode document, String file) {
        UnaryOperator<ObjectNode> form = SCHEMAS.get(Fields.text(document, "schema"));
        if (form == null) {
            throw new IllegalArgumentException("No page shows schema '" + Fields.text(document, "schema") + "'.");
        }
        return form.apply(document.deepCopy()).put(FILE, file);
    }

    private static ObjectNode ofResult(ObjectNode result) {
        ObjectNode model = modelOf(result);
        model.putObject("accuracy").set("mean", result.path("ClassificationAccuracy"));
        result.putArray("models").add(model);
        addPictures(result, List.of(result.deepCopy()));
        return result;
    }

    private static ObjectNode ofSeeds(ObjectNode seeds) {
        List<JsonNode> results = Fields.list(seeds, "runs").stream()
                .map(run -> run.path("result"))
                .toList();
        if (!results.isEmpty()) {
            JsonNode first = results.get(0);
            ObjectNode model = modelOf(first);
            model.set("accuracy", seeds.path("accuracy"));
            seeds.putArray("models").add(model);
            ObjectNode run = seeds.putObject("run");
            first.path("run").properties().forEach(field -> run.set(field.getKey(), field.getValue()));
            run.remove("seed");
            var numbers = run.putArray("seeds");
            Fields.list(seeds, "runs").forEach(one -> numbers.add(one.path("seed")));
            addPictures(seeds, results);
        }
        return seeds;
    }

    private static ObjectNode modelOf(JsonNode result) {
        ObjectNode model = JsonNodeFactory.instance.objectNode();
        model.put("name", name(result)).put("kind", "ionic").put("description", description(result));
        for (String metric : List.of(
                "ParameterCount", "Footprint", "ConnectionSparsity", "ActivationSparsity", "SynapticOperations")) {
            model.set(metric, result.path(metric));
        }
        return model;
    }

    /** A model by its network and its neurons. */
    static String name(JsonNode result) {
        String network = Fields.text(result, "model", "network");
        return (network.isEmpty() ? Fields.text(result, "model", "family") : network)
                + (Fields.has(result, "model", "neurons") ? "-" + Fields.text(result, "model", "neurons") : "");
    }

    private static String description(JsonNode result) {
        JsonNode model = result.path("model");
        return Fields.text(model, "neurons") + " neurons (" + Fields.text(model, "fidelity") + "), readout "
                + Fields.text(model, "readout") + ", encoder " + Fields.text(model, "encoder", "name") + ", devices "
                + Fields.text(model, "device", "name") + ", " + Fields.text(model, "epochs") + " epochs";
    }

    /** Learning curves of all runs, and what the first took for what. */
    private static void addPictures(ObjectNode to, List<JsonNode> results) {
        ObjectNode confusion = JsonNodeFactory.instance.objectNode();
        if (results.get(0).path("confusion") instanceof ObjectNode counts) {
            confusion.setAll(counts);
        }
        describe(confusion, results.get(0));
        to.putArray("confusion").add(confusion);
        var learning = to.putArray("learning");
        for (JsonNode result : results) {
            if (result.path("training").path("curve") instanceof ObjectNode curve) {
                describe(curve, result);
                learning.add(curve);
            }
        }
    }

    private static void describe(ObjectNode node, JsonNode result) {
        node.put("model", name(result)).put("seed", Fields.text(result, "run", "seed"));
    }
}
