package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Documents with invented numbers, in the formats of the commands. */
final class Samples {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Samples() {}

    static ObjectNode read(String name) throws IOException {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return (ObjectNode) MAPPER.readTree(in);
        }
    }

    /** A comparison with everything that a page can show. */
    static ObjectNode compare() throws IOException {
        return read("sample-compare.json");
    }

    static ObjectNode sweep() throws IOException {
        return read("sample-sweep.json");
    }

    /** A result of one run. */
    static ObjectNode result(int seed, double accuracy) throws IOException {
        return (ObjectNode) MAPPER.readTree("""
                {"schema": "ionspike-result/1",
                 "run": {"command": "train", "task": "iris", "dataset": "iris", "data_sha256": "ab", "seed": %d,
                         "ionspike": "0", "split": {"train": 120, "test": 30}},
                 "machine": {"os": "Linux", "arch": "amd64", "java": "17", "processors": 2},
                 "model": {"family": "wta", "network": "wta", "neurons": 10, "fidelity": "reduced", "readout": "delta",
                           "epochs": 2, "encoder": {"name": "latency"}, "device": {"name": "typical"}},
                 "ClassificationAccuracy": %s, "ActivationSparsity": 0.8,
                 "SynapticOperations": {"Effective_MACs": 0, "Effective_ACs": 40, "Dense": 80},
                 "energy_J": {"kind": "simulated", "scope": "devices only", "neurons": 1e-12, "synapses": 3e-12,
                              "total": 4e-12},
                 "confusion": {"classes": ["a", "b"], "counts": [[14, 1], [2, 12]], "unanswered": [0, 1]},
                 "training": {"presentations": 240, "unanswered": 0, "simulated_s": 1,
                              "curve": {"window": 20, "presentations": [100, 200], "accuracy": [0.5, 0.9]}},
                 "timing": {"wall_s": 1.5}}
                """.formatted(seed, accuracy));
    }

    /** Results of two seeds. */
    static ObjectNode seeds() throws IOException {
        ObjectNode seeds = MAPPER.createObjectNode().put("schema", "ionspike-seeds/1");
        seeds.set("machine", result(1, 0.9).path("machine"));
        seeds.putObject("accuracy").put("seeds", 2).put("mean", 0.875).put("sd", 0.035);
        var runs = seeds.putArray("runs");
        double[] accuracies = {0.9, 0.85};
        for (int k = 0; k < accuracies.length; k++) {
            runs.addObject()
                    .put("seed", k + 1)
                    .put("ClassificationAccuracy", accuracies[k])
                    .put("wall_s", 1.25)
                    .set("result", result(k + 1, accuracies[k]));
        }
        return seeds;
    }

    /** The page of documents that lie in files of a folder. */
    static String page(Path folder, ObjectNode... documents) throws IOException {
        for (int k = 0; k < documents.length; k++) {
            Files.writeString(folder.resolve("document" + k + ".json"), documents[k].toString());
        }
        return ReportPage.of(ReportFiles.read(List.of(folder)));
    }
}
