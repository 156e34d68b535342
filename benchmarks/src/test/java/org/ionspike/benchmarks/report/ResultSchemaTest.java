package org.ionspike.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.ionspike.benchmarks.cli.IonspikeCli;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultSchemaTest {
    @TempDir
    private Path folder;

    private static void run(Object... arguments) {
        var err = new StringWriter();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode = IonspikeCli.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(words);
        assertThat(exitCode).as(err.toString()).isZero();
    }

    @Test
    void resultsOfTrainingAndEvaluationAreAsTheSchemaSays() throws IOException {
        Path model = folder.resolve("model");
        Path trained = folder.resolve("trained.json");
        Path evaluated = folder.resolve("evaluated.json");
        run("train", "iris", "--neurons", 5, "--epochs", 1, "--quiet", "--out", model, "--json", trained);
        run("evaluate", model, "--fidelity", "circuit", "--age", "1 h", "--refresh", "--quiet", "--json", evaluated);
        var mapper = new ObjectMapper();
        JsonNode schemaFile = mapper.readTree(
                Path.of("..", "docs", "schema", "result-1.schema.json").toFile());
        JsonSchema schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaFile);

        assertThat(schema.validate(mapper.readTree(trained.toFile()))).isEmpty();
        assertThat(schema.validate(mapper.readTree(evaluated.toFile()))).isEmpty();
        for (String network : List.of("conv-stdp", "diehl-cook-2015")) {
            run(
                    "train",
                    "digits",
                    "--network",
                    network,
                    "--limit",
                    50,
                    "--neurons",
                    5,
                    "--epochs",
                    1,
                    "--quiet",
                    "--out",
                    model,
                    "--json",
                    trained);
            run("evaluate", model, "--quiet", "--json", evaluated);
            assertThat(schema.validate(mapper.readTree(trained.toFile())))
                    .as(network)
                    .isEmpty();
            assertThat(schema.validate(mapper.readTree(evaluated.toFile())))
                    .as(network)
                    .isEmpty();
        }
        JsonNode wrong = mapper.readTree("{\"schema\": \"ionspike-result/1\", \"speed\": 1}");
        assertThat(schema.validate(wrong)).isNotEmpty();
    }
}
