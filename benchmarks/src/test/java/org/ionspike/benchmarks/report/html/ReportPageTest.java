package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportPageTest {
    private static final Pattern SECTION = Pattern.compile("<section id=\"d\\d+-([a-z-]+)\"");

    @TempDir
    private Path folder;

    private static List<String> sections(String page) {
        return SECTION.matcher(page).results().map(match -> match.group(1)).toList();
    }

    private static String plain(String page) {
        return page.replaceAll("<[^>]*>", "").replace(Amount.SPACE, " ");
    }

    @Test
    void aComparisonShowsAllThatItHas() throws IOException {
        assertThat(sections(Samples.page(folder, Samples.compare())))
                .containsExactly(
                        "verdict",
                        "models",
                        "front",
                        "energy",
                        "break-even",
                        "sensitivity",
                        "training-energy",
                        "latency",
                        "host",
                        "people",
                        "learning",
                        "confusion",
                        "raster",
                        "fields",
                        "prices",
                        "provenance");
    }

    @Test
    void whatADocumentLacksIsLeftOut() throws IOException {
        ObjectNode compare = Samples.compare();
        compare.retain("schema", "run", "models");
        compare.path("models").forEach(model -> ((ObjectNode) model).retain("name", "kind", "accuracy"));
        assertThat(sections(Samples.page(folder, compare))).containsExactly("verdict", "models", "provenance");
    }

    @Test
    void anEmptyListIsNoSection() throws IOException {
        ObjectNode compare = Samples.compare();
        for (String field : List.of("models", "hardware", "break_even", "sensitivity", "learning", "confusion")) {
            compare.putArray(field);
        }
        compare.putArray("raster");
        compare.putArray("receptive_fields");
        compare.putObject("people");
        assertThat(sections(Samples.page(folder, compare))).containsExactly("provenance");
    }

    @Test
    void saysPlainlyWhereTheIonicNetworkLosesAndWins() throws IOException {
        String page = plain(Samples.page(folder, Samples.compare()));
        int wins = page.indexOf("Where it wins");
        String losing = page.substring(page.indexOf("Where the ionic network loses"), wins);
        String winning = page.substring(wins, page.indexOf("Per sample, in the names of NeuroBench"));
        assertThat(losing)
                .contains(
                        "wta-200 is 1.9 points below the best conventional model, cnn",
                        "wta-200 on ionic-periphery takes more energy in 3 of 8 comparisons at equal accuracy",
                        "against logistic-int8 on cmos45: 14 times (2.11 nJ against 147 pJ)",
                        "30 000 times slower");
        assertThat(losing).doesNotContain("wta-50"); // the most accurate network stands for all
        assertThat(page).contains("this is wta-200, the most accurate; for the other see break-even.");
        assertThat(winning).contains("against mlp-32 on cmos45-sram: 11 times (2.11 nJ against 22.7 nJ)");
        assertThat(page)
                .contains(
                        "32 more comparisons are between models of different accuracy",
                        "No energies are compared at equal accuracy for wta-50: no conventional model is close enough");
    }

    @Test
    void aNetworkThatWinsNowhereIsSaidTo() throws IOException {
        ObjectNode compare = Samples.compare();
        compare.path("break_even").forEach(duel -> ((ObjectNode) duel).put("ionic_J", 1.0));
        assertThat(plain(Samples.page(folder, compare))).contains("Where it winsNowhere in this comparison.");
    }

    @Test
    void breakEvenIsToldInWords() throws IOException {
        assertThat(plain(Samples.page(folder, Samples.compare())))
                .contains(
                        "Would lose if the read of a device took more than 933 fJ (now 60.2 fJ), or with more than 1 830 input"
                                + " spikes (now 118), or if lines were held for more than 226 ms (now 21.0 ms).",
                        "Reads for nothing would not be enough. Would win if lines were held for less than 1.46 ms");
    }

    @Test
    void energiesStandWithRangeAndSortOfNumber() throws IOException {
        String page = Samples.page(folder, Samples.compare());
        assertThat(page.replace(Amount.SPACE, " "))
                .contains("<b>2.11 nJ</b><small>(1.14 nJ to 4.78 nJ)</small><span class=\"kinds\">"
                        + "<abbr class=\"kind simulated\" title=\"simulated: ");
        assertThat(plain(page)).contains("simulated: by a model of a device or chip", "assumed: chosen by us");
    }

    @Test
    void estimatedJoulesAreCalledEstimated() throws IOException {
        ObjectNode compare = Samples.compare();
        ((ObjectNode) compare.path("models").path(0).path("host")).put("kind", "measured-rapl");
        assertThat(Samples.page(folder, compare)).contains(">measured (RAPL)</td>", ">estimated</td>");
    }

    @Test
    void noValueBecomesMarkup() throws IOException {
        String evil = "<script>alert('x')</script>\"><img src=x>&";
        ObjectNode compare = (ObjectNode) Samples.MAPPER.readTree(Samples.compare()
                .toString()
                .replace("wta-200", Samples.MAPPER.writeValueAsString(evil).replaceAll("^\"|\"$", "")));
        ((ObjectNode) compare.path("run")).put("task", evil).put(evil, evil);
        ObjectNode sweep = Samples.sweep().put("effect", evil).put("effect_words", evil);
        ((ObjectNode) sweep.path("points").path(0)).put("label", evil);
        String page = Samples.page(folder, compare, sweep);
        assertThat(page).doesNotContain("<script>alert", "<img src=x").contains("&lt;script&gt;alert(&#39;x&#39;)");
        assertThat(page.split("<script>", -1)).hasSize(2); // the one of the page
    }

    @Test
    void nothingIsLoadedFromElsewhere() throws IOException {
        String page = Samples.page(folder, Samples.compare(), Samples.sweep(), Samples.seeds());
        assertThat(page).contains("default-src 'none'").doesNotContain("@import", "url(", "https:", "http:");
        assertThat(Pattern.compile(" (?:src|href)=\"(?!#|data:)").matcher(page).find())
                .isFalse();
    }

    @Test
    void everyLinkHasItsPlace() throws IOException {
        String page = Samples.page(folder, Samples.compare(), Samples.sweep());
        Pattern.compile("href=\"#([^\"]+)\"")
                .matcher(page)
                .results()
                .forEach(link -> assertThat(page).contains("id=\"" + link.group(1) + "\""));
    }

    @Test
    void aSingleRunShowsItsEnergyAndItsLearning() throws IOException {
        String page = Samples.page(folder, Samples.result(7, 0.9));
        assertThat(sections(page)).containsExactly("models", "device-energy", "learning", "confusion", "provenance");
        assertThat(plain(page))
                .contains("wta-10 on iris", "Accuracy 90.0 %.", "seed 7", "1 more had no answer.", "4.00 pJ");
    }

    @Test
    void seedsShowMeanAndSpread() throws IOException {
        String page = Samples.page(folder, Samples.seeds());
        assertThat(sections(page)).containsExactly("models", "seeds", "learning", "confusion", "provenance");
        assertThat(plain(page)).contains("Accuracy 87.5 % \u00B1 3.5.", "one line for each of the seeds 1, 2");
    }

    @Test
    void aSweepShowsErrorBars() throws IOException {
        String page = Samples.page(folder, Samples.sweep());
        assertThat(sections(page)).containsExactly("sweep", "provenance");
        assertThat(page.split("class=\"range ionic\"", -1)).hasSize(2 * 7 + 1);
    }

    @Test
    void aSweepShowsTheDevicesAsTheyAre() throws IOException {
        String page = Samples.page(folder, Samples.sweep());
        assertThat(page.split("class=\"curve base\"", -1)).hasSize(2 + 1);
        assertThat(plain(page)).contains("Model wta-200; dashed: the devices as they are (typical).");
    }

    @Test
    void anUnknownSpreadIsNotShown() throws IOException {
        ObjectNode sweep = Samples.sweep();
        sweep.path("points").forEach(point -> {
            ((ObjectNode) point.path("accuracy")).putNull("sd");
            ((ObjectNode) point.path("energy_J")).putNull("sd");
        });
        assertThat(plain(Samples.page(folder, sweep))).doesNotContain("NaN", "unknown", "\u00B1");
    }

    @Test
    void aFileMayHoldSeveralDocuments() throws IOException {
        Files.writeString(
                folder.resolve("sweeps.json"),
                "[" + Samples.sweep() + "," + Samples.sweep().put("effect", "stuck") + "]");
        String page = ReportPage.of(ReportFiles.read(List.of(folder.resolve("sweeps.json"))));
        assertThat(plain(page)).contains("Effect of states of the devices", "Effect of stuck of the devices");
    }

    @Test
    void comparisonsComeFirst() throws IOException {
        String page = Samples.page(folder, Samples.result(1, 0.9), Samples.sweep(), Samples.compare());
        assertThat(page.indexOf("Ionic and conventional models")).isLessThan(page.indexOf("Effect of states"));
        assertThat(page.indexOf("Effect of states")).isLessThan(page.indexOf("wta-10 on iris"));
    }
}
