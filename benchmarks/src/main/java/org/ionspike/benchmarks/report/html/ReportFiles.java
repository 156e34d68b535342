package org.ionspike.benchmarks.report.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files of results.
 *
 * @param documents what they hold, in the form that the page shows, comparisons first
 * @param passedOver files of a folder that hold something else
 */
public record ReportFiles(ImmutableList<JsonNode> documents, ImmutableList<Path> passedOver) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * Reads files, and all files of folders whose names end in .json.
     *
     * @throws IllegalArgumentException where one is missing, is no JSON, or has a schema that no page shows
     */
    public static ReportFiles read(List<Path> paths) {
        List<ObjectNode> documents = new ArrayList<>();
        List<Path> passedOver = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> files = filesOf(path);
                int before = documents.size();
                for (Path file : files) {
                    List<JsonNode> found = documentsOf(parsed(file));
                    if (found.stream().allMatch(ReportFiles::isShown)) {
                        found.forEach(json -> documents.add(document(file, json)));
                    } else {
                        passedOver.add(file);
                    }
                }
                if (documents.size() == before) {
                    throw new IllegalArgumentException("Folder " + path + " holds no results, only "
                            + files.size() + " other .json files. Results have one of the schemas " + known()
                            + "; 'ionspike train digits --json r.json' writes one.");
                }
            } else {
                documentsOf(parsed(path)).forEach(json -> documents.add(document(path, json)));
            }
        }
        List<String> order = ReportDocument.SCHEMAS.keySet().asList();
        documents.sort(Comparator.comparingInt(document -> order.indexOf(Fields.text(document, "schema"))));
        return new ReportFiles(ImmutableList.copyOf(documents), ImmutableList.copyOf(passedOver));
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list folder " + folder + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode parsed(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException(
                    "File " + file + " not found. Name a file that --json wrote, or a folder of such files.");
        }
        try {
            return MAPPER.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "File " + file + " is not JSON: line " + e.getLocation().getLineNr() + ", " + e.getOriginalMessage()
                            + ". Name a file that --json wrote.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read file " + file + ": " + e.getMessage(), e);
        }
    }

    /** A file holds one document, or a list of them. */
    private static List<JsonNode> documentsOf(JsonNode json) {
        return json.isArray() && !json.isEmpty() ? Fields.list(json) : List.of(json);
    }

    private static boolean isShown(JsonNode json) {
        return ReportDocument.SCHEMAS.containsKey(Fields.text(json, "schema"));
    }

    private static ObjectNode document(Path file, JsonNode json) {
        if (!isShown(json) || !(json instanceof ObjectNode object)) {
            throw new IllegalArgumentException("File " + file + " has "
                    + (Fields.has(json, "schema") ? "schema '" + Fields.text(json, "schema") + "'" : "no schema")
                    + ". A report shows files of the schemas " + known() + ".");
        }
        return ReportDocument.of(object, String.valueOf(file.getFileName()));
    }

    private static String known() {
        return ReportDocument.SCHEMAS.keySet().toString();
    }
}
