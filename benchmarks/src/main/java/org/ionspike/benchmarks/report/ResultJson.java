package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.ionspike.benchmarks.metric.ConfusionMatrix;
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
    static ObjectNode create(String schema) {
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
     * @param denseOperations devices that a sample with every line on reaches
     */
    public static void addMetrics(ObjectNode result, Evaluation evaluation, long neurons, long denseOperations) {
        result.put("ClassificationAccuracy", evaluation.confusion().accuracy());
        result.put("ActivationSparsity", 1 - evaluation.spikesOut() / neurons);
        result.putObject("SynapticOperations")
                .put("Effective_MACs", 0)
                .put("Effective_ACs", evaluation.synapticOperations())
                .put("Dense", denseOperations);
        result.putObject("events").put("spikes_in", evaluation.spikesIn()).put("spikes_out", evaluation.spikesOut());
        result.put("latency_s", evaluation.activeSeconds());
        if (evaluation.energy().total() > 0) {
            addEnergy(result.putObject("energy_J"), evaluation);
        }
        addConfusion(result.putObject("confusion"), evaluation.confusion());
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
                .put("synapses", synapses)
                .put("total", neurons + synapses);
    }

    private static void addConfusion(ObjectNode node, ConfusionMatrix confusion) {
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
