package org.ionspike.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReservoirCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pulses | --sequences 100 --devices 6 --seeds 2 | features,count,accuracy,accuracy_sd | 7",
                "mackey-glass | --train 100 --test 50 --devices 6 --seeds 2 --horizon 1,6"
                        + " | features,horizon,nrmse,nrmse_sd,smape,smape_sd | 10",
                "digits | --limit 60 --devices 6 --seeds 2 | features,count,accuracy,accuracy_sd | 7"
            })
    void writesTablePictureAndJson(String task, String options, String header, int rows) throws IOException {
        Path csv = folder.resolve("table.csv");
        Path json = folder.resolve("table.json");
        Path plot = folder.resolve("picture.png");
        String line = "reservoir " + task + " " + options;
        CommandRun run =
                CommandRun.of((Object[]) (line + " --csv " + csv + " --json " + json + " --plot " + plot).split(" "));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("ionspike reservoir " + task).contains("devices 6", "seed 1, seeds 2");
        assertThat(Files.readAllLines(csv)).hasSize(rows + 1).first().isEqualTo(header);
        assertThat(ImageIO.read(plot.toFile()).getWidth()).isEqualTo(1200);
        JsonNode written = TableFile.read(json);
        assertThat(written.get("columns").get("features")).hasSize(rows);
    }

    @Test
    void aSeedRepeatsItselfAndOneSeedHasNoSpread() throws IOException {
        Path json = folder.resolve("one.json");
        Object[] words = {
            "reservoir", "pulses", "--sequences", 60, "--devices", 4, "--seeds", 1, "--seed", 7, "--json", json
        };
        CommandRun first = CommandRun.of(words);
        assertThat(CommandRun.of(words).out()).isEqualTo(first.out());
        assertThat(TableFile.read(json).get("columns").get("accuracy_sd").get(0).isNull())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pulses | --devices | 0 | --devices (0) must lie between 1 and 2000",
                "pulses | --seeds | 0 | --seeds (0) must lie between 1 and 1000",
                "pulses | --read-noise | -1 | --read-noise (-1.0) must lie between",
                "pulses | --sequences | 3 | --sequences (3) must lie between 20",
                "pulses | --slit | calcium | No slit is named 'calcium'",
                "mackey-glass | --horizon | 1,0 | --horizon (0) must lie between 1",
                "mackey-glass | --train | 5 | --train (5) must lie between 20",
                "mackey-glass | --plot | a.gif | must end in .png or .svg",
                "digits | --limit | 2 | --limit (2) must lie between 8",
                "digits | --dataset | iris | iris holds no images",
                "digits | --dataset | nothing | No data set is named 'nothing'"
            })
    void refusesWrongValuesInOneSentence(String task, String option, String value, String sentence) {
        CommandRun run = CommandRun.of("reservoir", task, option + "=" + value);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatItKnows() {
        assertThat(CommandRun.of("reservoir").err()).contains("Known: [pulses, mackey-glass, digits]");
    }
}
