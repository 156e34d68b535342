package org.ionspike.benchmarks.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader's browser makes of the page. Skipped where no Chromium is. */
@Timeout(120)
class ReportInBrowserTest {
    private static final int TELEPHONE = 390;
    private static final int SCREEN = 1280;
    private static final int SMALLEST_LETTERS = 14;

    /** Opens all that is folded and measures. */
    private static final String MEASURE = """
            (() => {
              document.querySelectorAll('details').forEach(d => d.open = true);
              const box = e => e.getBoundingClientRect();
              const name = e => (e.closest('section') || {id: ''}).id + ' ' + (e.getAttribute('aria-label') || e.tagName);
              const pictures = [...document.querySelectorAll('figure, svg[role=img], .fields img, .table')];
              const texts = [...document.querySelectorAll('body *')].filter(e => !['SCRIPT', 'STYLE', 'TITLE'].includes(e.tagName.toUpperCase())
                  && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()));
              return {
                page: document.documentElement.scrollWidth, screen: document.documentElement.clientWidth,
                pictures: pictures.length,
                empty: pictures.filter(e => !(box(e).width > 0 && box(e).height > 0)).map(name),
                small: texts.filter(e => parseFloat(getComputedStyle(e).fontSize) < %d).map(name),
                outside: [...document.querySelectorAll('svg text, h1, h2, h3, p, li, figcaption')]
                    .filter(e => !e.closest('.table') && (box(e).left < 0 || box(e).right > innerWidth)).map(name),
                images: [...document.images].filter(e => !(e.complete && e.naturalWidth > 0)).map(name)
              };
            })()
            """.formatted(SMALLEST_LETTERS);

    @TempDir
    private static Path profile;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static URI page;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> program = Browser.program();
        assumeTrue(
                program.isPresent(),
                "No Chromium: the page of 'ionspike report' is not tried in a browser. Install chromium, or name one in the"
                        + " variable CHROMIUM.");
        browser = Browser.start(program.orElseThrow(), profile);
        for (String domain : new String[] {"Page", "Runtime", "Log", "Network"}) {
            browser.send(domain + ".enable", Map.of());
        }
        Path file = folder.resolve("page.html");
        Files.writeString(
                file,
                Samples.page(folder, Samples.compare(), Samples.sweep(), Samples.seeds(), Samples.result(1, 0.9)));
        page = file.toUri();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {TELEPHONE, SCREEN})
    void everythingIsSeenAndNothingStandsOutOfThePage(int width) throws Exception {
        browser.open(page, width);
        JsonNode measured = browser.evaluate(MEASURE);
        assertThat(measured.path("screen").asInt()).isEqualTo(width);
        assertThat(measured.path("page").asInt()).as("width of the page").isEqualTo(width);
        assertThat(measured.path("pictures").asInt()).isGreaterThan(50);
        for (String fault : new String[] {"empty", "small", "outside", "images"}) {
            assertThat(measured.path(fault)).as(fault).isEmpty();
        }
    }

    @Test
    void theBrowserHasNothingToSayAndAsksForNothing() throws Exception {
        browser.open(page, SCREEN);
        browser.evaluate("new Promise(done => setTimeout(done, 300))");
        assertThat(browser.events("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown"))
                .isEmpty();
        assertThat(browser.events("Network.requestWillBeSent"))
                .extracting(event ->
                        event.path("params").path("request").path("url").asText())
                .isNotEmpty()
                .allMatch(url -> url.equals(page.toString()) || url.startsWith("data:"));
    }

    @Test
    void darkAndLightAreDifferentPapers() throws Exception {
        browser.open(page, SCREEN);
        String paper = "getComputedStyle(document.body).backgroundColor";
        scheme("light");
        String light = browser.evaluate(paper).asText();
        scheme("dark");
        assertThat(browser.evaluate(paper).asText()).isNotEqualTo(light);
        scheme("light");
    }

    private static void scheme(String name) throws Exception {
        browser.send(
                "Emulation.setEmulatedMedia",
                Map.of("features", new Object[] {Map.of("name", "prefers-color-scheme", "value", name)}));
    }

    @Test
    void aClickOnAHeadSortsByTheNumber() throws Exception {
        browser.open(page, SCREEN);
        String accuracies = """
                (() => {
                  const table = document.querySelector('section[id$=models] table');
                  table.querySelectorAll('thead th')[3].click();
                  return [...table.tBodies[0].rows].map(row => Number(row.cells[3].dataset.value));
                })()
                """;
        double[] rising = values(browser.evaluate(accuracies));
        assertThat(rising).hasSize(8).isSorted();
        double[] falling = values(browser.evaluate(accuracies));
        assertThat(falling[0]).isEqualTo(rising[rising.length - 1]);
    }

    private static double[] values(JsonNode array) {
        double[] values = new double[array.size()];
        for (int k = 0; k < values.length; k++) {
            values[k] = array.get(k).asDouble();
        }
        return values;
    }
}
