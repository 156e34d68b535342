package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import java.nio.file.Path;
import java.util.EnumMap;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.benchmarks.task.Evaluation;

/**
 * Result files of schema {@code ionspike-result/1} (docs/schema/result-1.schema.json). Names of metrics are those of
 * NeuroBench where it has one. All that depends on the machine and the moment stands in {@code machine} and {@code timing};
 * the rest is the same for the same seed.
 */
public final class ResultJson {
    /** Name and version of the format. */
    public static final String SCHEMA = "ionspike-result/1";

    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultJson() {}

    /** A result that says so far what it is and which machine made it. */
    public static ObjectNode create() {
        return create(SCHEMA);
    }

    /** As {@link #create()}, of another schema. */
    public static ObjectNode create(String schema) {
        ObjectNode result = MAPPER.createObjectNode().put("schema", schema);
        result.putObject("machine")
                .put("os", System.getProperty("os.name"))
                .put("arch", System.getProperty("os.arch"))
                .put("java", System.getProperty("java.version"))
                .put("processors", Runtime.getRuntime().availableProcessors());
        return result;
    }

    /**
     * Adds the metrics of an evaluation.
     *
     * @param neurons neurons of the network
     */
    public static void addMetrics(ObjectNode result, Evaluation evaluation, long neurons) {
        result.put("ClassificationAccuracy", evaluation.confusion().accuracy());
        result.put("ActivationSparsity", 1 - evaluation.neuronsFired() / neurons);
        addOperations(result, evaluation.tally());
        result.putObject("events").put("spikes_in", evaluation.spikesIn()).put("spikes_out", evaluation.spikesOut());
        result.put("latency_s", evaluation.activeSeconds());
        if (evaluation.energy().total() > 0) {
            addEnergy(result.putObject("energy_J"), evaluation);
        }
        addConfusion(result.putObject("confusion"), evaluation.confusion());
    }

    /** Adds what NeuroBench counts, means per sample. */
    public static void addOperations(ObjectNode result, Tally tally) {
        result.putObject("SynapticOperations")
                .put("Effective_MACs", tally.get(Count.EFFECTIVE_MACS))
                .put("Effective_ACs", tally.get(Count.EFFECTIVE_ACS))
                .put("Dense", tally.get(Count.DENSE_MACS) + tally.get(Count.DENSE_ACS));
        result.put("MembraneUpdates", tally.get(Count.NEURON_UPDATES));
    }

    /** Everything counted, part by part. */
    public static ArrayNode counts(Tally tally) {
        ArrayNode parts = MAPPER.createArrayNode();
        for (Tally.Part part : tally.parts()) {
            ObjectNode counts = parts.addObject()
                    .put("part", part.name())
                    .put("precision", part.precision().toString())
                    .putObject("counts");
            part.counts().forEach((count, amount) -> counts.put(count.toString(), amount));
        }
        return parts;
    }

    /** What {@link #counts} wrote; nothing where nothing is. */
    public static Tally tally(JsonNode parts) {
        Tally tally = Tally.NONE;
        for (JsonNode part : parts) {
            var counts = new EnumMap<Count, Double>(Count.class);
            part.path("counts")
                    .properties()
                    .forEach(entry -> counts.put(
                            Count.valueOf(Ascii.toUpperCase(entry.getKey()).replace('-', '_')),
                            entry.getValue().asDouble()));
            Precision precision = Precision.parse(part.path("precision").asText());
            tally = tally.plus(Tally.of(Tally.Part.of(part.path("part").asText(), precision, counts)));
        }
        return tally;
    }

    private static void addEnergy(ObjectNode energy, Evaluation evaluation) {
        double neurons = evaluation.energy().neurons();
        double synapses = evaluation.energy().synapses();
        energy.put("kind", "simulated")
                .put(
                        "scope",
                        "dissipation in the ionic devices per sample, " + evaluation.energyScope()
                                + "; no periphery, no readout")
                .put("neurons", neurons)
                .put("neurons_at_rest", evaluation.energy().rest())
                .put("synapses", synapses)
                .put("total", neurons + synapses);
    }

    /** Adds names of classes, counts of answers by true class, and samples without an answer. */
    public static void addConfusion(ObjectNode node, ConfusionMatrix confusion) {
        ArrayNode names = node.putArray("classes");
        confusion.classNames().forEach(names::add);
        ArrayNode rows = node.putArray("counts");
        ArrayNode unanswered = node.putArray("unanswered");
        for (int actual = 0; actual < confusion.classNames().size(); actual++) {
            ArrayNode row = rows.addArray();
            for (int predicted = 0; predicted < confusion.classNames().size(); predicted++) {
                row.add(confusion.count(actual, predicted));
            }
            unanswered.add(confusion.unanswered(actual));
        }
    }

    /** Writes a result; the file is complete or not there. */
    public static void write(JsonNode result, Path file) {
        try {
            WholeFile.write(file, "result", MAPPER.writeValueAsString(result) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A result could not be written as JSON.", e);
        }
    }
}
