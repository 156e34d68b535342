package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theResultOfATrainingBecomesAPage() throws IOException {
        Path json = folder.resolve("r.json");
        Path page = file("page.html", "an old page");
        var train = CommandRun.of(
                "train",
                "iris",
                "--neurons",
                5,
                "--epochs",
                1,
                "--quiet",
                "--out",
                folder.resolve("m"),
                "--json",
                json);
        assertThat(train.exitCode()).as(train.err()).isZero();
        var run = CommandRun.of("report", json, "--out", page);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("page.html: 1 document");
        assertThat(page)
                .content()
                .startsWith("<!DOCTYPE html>")
                .contains("wta-5 on iris")
                .endsWith("</html>\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(left -> left.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void aMissingFileIsNamed() {
        var run = CommandRun.of("report", folder.resolve("none.json"));
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains("none.json not found. Name a file that --json wrote");
    }

    @Test
    void whatIsNoJsonIsNamedWithItsLine() throws IOException {
        var run = CommandRun.of("report", file("broken.json", "{\"schema\":\n oops}"));
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains("broken.json is not JSON: line 2");
    }

    @Test
    void anEmptyFileIsNoResult() throws IOException {
        var run = CommandRun.of("report", file("empty.json", ""));
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains("empty.json has no schema");
    }

    @Test
    void anUnknownSchemaIsNamedWithTheKnownOnes() throws IOException {
        var run = CommandRun.of("report", file("other.json", "{\"schema\": \"ionspike-table/1\"}"));
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err())
                .contains("other.json has schema 'ionspike-table/1'", "[ionspike-compare/1, ionspike-sweep/1, ");
    }

    @Test
    void otherFilesOfAFolderArePassedOver() throws IOException {
        file("a-table.json", "{\"schema\": \"ionspike-table/1\"}");
        file("notes.txt", "no JSON");
        file("b-compare.json", "{\"schema\": \"ionspike-compare/1\", \"run\": {\"task\": \"digits\"}}");
        Path page = folder.resolve("new/page.html");
        var run = CommandRun.of("report", folder, "--out", page);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("Passed over", "a-table.json").doesNotContain("notes.txt");
        assertThat(page).content().contains("Ionic and conventional models on digits");
    }

    @Test
    void aFolderWithoutResultsIsAnError() {
        var run = CommandRun.of("report", folder);
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains("holds no results");
    }

    @Test
    void aFileIsNeeded() {
        assertThat(CommandRun.of("report").exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
    }
}
