package org.ionspike.benchmarks.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.ionspike.benchmarks.Version;

/** Tables as files of schema {@code ionspike-table/1} (docs/schema/table-1.schema.json). */
public final class TableJson {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private TableJson() {}

    /**
     * Writes a table; the file is complete or not there.
     *
     * @param command what made it, such as {@code slit loop}
     * @param parameters what it was made with, values with units
     * @param summary numbers about the whole, names with units; one that is not finite becomes null
     * @param lists finite numbers of one kind, such as spike times, whose count is not that of the rows
     */
    public static void write(
            Path file,
            String command,
            Map<String, String> parameters,
            Map<String, Double> summary,
            Map<String, double[]> lists,
            Table table) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("schema", "ionspike-table/1")
                .put("ionspike", Version.number())
                .put("command", command);
        ObjectNode given = root.putObject("parameters");
        parameters.forEach(given::put);
        ObjectNode numbers = root.putObject("summary");
        summary.forEach((name, value) -> numbers.put(name, Double.isFinite(value) ? value : null));
        ObjectNode arrays = root.putObject("lists");
        lists.forEach((name, values) -> Arrays.stream(values).forEach(arrays.putArray(name)::add));
        table.addTo(root.putObject("columns"));
        try {
            WholeFile.write(file, "table", MAPPER.writeValueAsString(root) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A table could not be written as JSON.", e);
        }
    }
}
