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

class SlitCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "steady | --points 5 | V_volt,kd_per_s,ka_per_s,n_inf,tau_s,I_amp,G_siemens | 5",
                "step | --points 5 | t_s,V_volt,n,I_amp | 10",
                "loop | --points 8 --frequency 1kHz | t_s,V_volt,n,I_amp | 9",
                "retention | --points 7 | t_s,n,n_one_over_t_law,kept_share | 7",
                "pulses | --points 3 | isi_s,n_rest,n_peak1,n_peak2,ratio | 3",
                "steady | --slit conical --points 5 | V_volt,g_inf,tau_s,I_amp,G_siemens,least_relative_concentration | 5",
                "step | --slit conical-fast --points 5 | t_s,V_volt,g,I_amp | 10",
                "loop | --slit conical --points 8 --frequency 30Hz | t_s,V_volt,g,I_amp | 9",
                "retention | --slit conical-slow --points 7 | t_s,g,kept_share | 7",
                "pulses | --slit conical --points 3 | isi_s,g_rest,g_peak1,g_peak2,ratio | 3",
                "pulses | --programme write-erase --points 2 | pulse,t_s,V_write,w_after_read | 4"
            })
    void writesTablePictureAndJson(String verb, String options, String header, int rows) throws IOException {
        Path csv = folder.resolve("table.csv");
        Path json = folder.resolve("table.json");
        Path plot = folder.resolve("picture.png");
        String line = "slit " + verb + " " + options;
        Object[] words = (line + " --csv " + csv + " --json " + json + " --plot " + plot).split(" ");
        CommandRun run = CommandRun.of(words);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("ionspike slit " + verb).contains(header.substring(0, header.indexOf(',')));
        assertThat(Files.readAllLines(csv)).hasSize(rows + 1).first().isEqualTo(header);
        assertThat(ImageIO.read(plot.toFile()).getWidth()).isEqualTo(1200);
        JsonNode written = TableFile.read(json);
        assertThat(written.get("columns").get(header.substring(0, header.indexOf(','))))
                .hasSize(rows);
    }

    @Test
    void printsTheEnergyOfTheReferenceLoop() {
        CommandRun run = CommandRun.of("slit", "loop", "--amplitude", "0.4 V", "--frequency", "10 kHz", "--quiet");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).containsPattern("energy_per_cycle_J +1.2066.e-14").doesNotContain("t_s");
    }

    @Test
    void readsASlitFromAFile() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, "format: 1\nlength: 40 nm\n");
        CommandRun longer = CommandRun.of("slit", "steady", "--slit", file, "--points", 2, "--quiet");
        CommandRun usual = CommandRun.of("slit", "steady", "--points", 2, "--quiet");
        assertThat(longer.exitCode()).as(longer.err()).isZero();
        assertThat(longer.out()).contains("amplitude 800 mV");
        assertThat(field(longer.out(), "n_at_amplitude")).isEqualTo(field(usual.out(), "n_at_amplitude"));

        Files.writeString(file, "format: 1\nlenght: 40 nm\n");
        CommandRun wrong = CommandRun.of("slit", "steady", "--slit", file);
        assertThat(wrong.exitCode()).isNotZero();
        assertThat(wrong.err()).contains("lenght").contains("length").doesNotContain("\tat ");
    }

    @Test
    void readsAConicalChannelAndACoverageFromFiles() throws IOException {
        Path cone = folder.resolve("cone.yaml");
        Files.writeString(cone, "format: 1\nlength: 20 um\nviscosity: 2 mPa s\nconcentration: 0.2 mol/m^3\n");
        CommandRun longer = CommandRun.of("slit", "steady", "--slit", "conical:" + cone, "--points", 2, "--quiet");
        assertThat(longer.exitCode()).as(longer.err()).isZero();
        // L^2 / (12 D) at 20 um, and G_0 of twice the length and twice the salt
        assertThat(longer.out())
                .containsPattern("tau_rest_s +0.0190476")
                .containsPattern("G_rest_siemens +4.19968e-12");

        Path coverage = folder.resolve("coverage.yaml");
        Files.writeString(coverage, "format: 1\nequilibrium: 0.4\n");
        CommandRun written =
                CommandRun.of("slit", "pulses", "--programme", "write-erase", "--coverage", coverage, "--quiet");
        assertThat(written.exitCode()).as(written.err()).isZero();
        assertThat(written.out()).containsPattern("w_start +0.400000");
        CommandRun unknown = CommandRun.of("slit", "pulses", "--programme", "write-erase", "--coverage", "gold");
        assertThat(unknown.err()).contains("No coverage is named 'gold'. Known: [experiment, network]");
        assertThat(CommandRun.of("slit", "pulses", "--coverage", "network").err())
                .contains("belongs to --programme write-erase");
    }

    @Test
    void saysWhenAConicalChannelLeavesTheRangeOfItsTheory() {
        assertThat(CommandRun.of("slit", "loop", "--slit", "conical", "--quiet").out())
                .containsPattern("V_depletion_volt +-0.582253")
                .doesNotContain("negative concentration");
        assertThat(CommandRun.of("slit", "loop", "--slit", "conical", "--amplitude", "0.9V", "--quiet")
                        .out())
                .contains("negative concentration");
        CommandRun refused = CommandRun.of("slit", "steady", "--slit", "conical", "--amplitude", "60V");
        assertThat(refused.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(refused.err()).contains("(-60 V) drives out more salt").contains("-582.253 mV");
    }

    private static String field(String out, String name) {
        return out.lines().filter(line -> line.contains(name)).findFirst().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loop | --frequency | -1 kHz | frequency (-1 kHz) must be above 0",
                "loop | --frequency | 1000 | Hz",
                "loop | --amplitude | 0.4 Hz | V",
                "loop | --points | 10 | multiple of 4",
                "loop | --slit | calcium | No slit is named 'calcium'. Known: [potassium",
                "loop | --plot | loop.gif | must end in .png or .svg",
                "steady | --points | 1 | --points (1) must lie between 2",
                "steady | --amplitude | -1 V | --amplitude (-1 V) must be above 0",
                "step | --duration | -1 ms | --duration (-1 ms) must be above 0",
                "retention | --amplitude | 0 V | --amplitude (0 V) must be finite and not 0",
                "retention | --after | 5 | s",
                "pulses | --duration | 1 us | must be above the head of a spike",
                "pulses | --programme | triplets | Known: [pairs, write-erase]"
            })
    void refusesWrongValuesInOneSentence(String verb, String option, String value, String sentence) {
        CommandRun run = CommandRun.of("slit", verb, option + "=" + value);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains(sentence).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysWhatItKnowsAndWhatHasNoPart() {
        assertThat(CommandRun.of("slit").err()).contains("Known: [steady, step, loop, retention, pulses]");
        CommandRun run = CommandRun.of("slit", "pulses", "--programme", "write-erase", "--slit", "sodium");
        assertThat(run.exitCode()).isEqualTo(IonspikeCli.WRONG_USAGE);
        assertThat(run.err()).contains("leave it out");
    }
}
