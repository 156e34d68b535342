package org.ionspike.benchmarks.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HardwareTest {
    private static final int SHORTEST_SOURCE = 20;

    static Stream<HardwareProfile> builtIn() {
        return Hardware.builtIn().stream();
    }

    private static double typical(String table, Count count, Precision precision) {
        return Hardware.named(table).energyOf(count, precision).orElseThrow().typical();
    }

    @Test
    void listsEveryTableInTheStatedOrderUnderItsOwnName() {
        assertThat(Hardware.builtIn()).extracting(HardwareProfile::name).containsExactlyElementsOf(Hardware.names());
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyPriceOfATableHasASourceAndARangeThatRises(HardwareProfile table) {
        assertThat(table.title()).isNotBlank();
        assertThat(table.note()).isNotBlank();
        assertThat(Stream.concat(table.energies().values().stream(), table.times().values().stream()))
                .isNotEmpty()
                .allSatisfy(price -> {
                    assertThat(price.source()).hasSizeGreaterThan(SHORTEST_SOURCE);
                    assertThat(price.low()).isLessThanOrEqualTo(price.typical());
                    assertThat(price.typical()).isLessThanOrEqualTo(price.high());
                    assertThat(price.high() > 0 || price.source().startsWith("included in"))
                            .as(price.toString())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyTableIsAsTheSchemaSays(HardwareProfile table) throws IOException {
        assertThat(faults(text(table.name()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: loihi|name: Loihi 1",
                "runs: [spiking]|runs: [spikes]",
                "zeros: skipped|zeros: none",
                "unit: nW|unit: nJ",
                "unit: s/s|unit: s",
                "mac-int8:|mac-int16:",
                "neuron-second:|read-joule:",
                "kind: literature|kind: rumour",
                "low: 23.6|low: -23.6",
                "low: 23.6|lowest: 23.6",
                "high: 54.2|hi: 54.2"
            })
    void theSchemaRefusesWhatTheReaderRefuses(String good, String bad) throws IOException {
        String text = text("loihi");
        assertThat(text).contains(good);

        assertThat(faults(text.replace(good, bad))).isNotEmpty();
        assertThatThrownBy(() -> HardwareFile.readText(text.replace(good, bad), "bad.yaml"))
                .hasMessageStartingWith("bad.yaml:");
    }

    private static String text(String table) throws IOException {
        return Resources.toString(
                Resources.getResource(Hardware.class, "hardware/" + table + ".yaml"), StandardCharsets.UTF_8);
    }

    private static Set<ValidationMessage> faults(String yaml) throws IOException {
        var schemaFile = Path.of("..", "docs", "schema", "hardware-1.schema.json");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(new ObjectMapper().readTree(schemaFile.toFile()))
                .validate(new YAMLMapper().readTree(yaml));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyTableCanPriceTheSynapsesOfTheModelsThatItSaysItRuns(HardwareProfile table) {
        var inference = table.energyOf(Count.INFERENCES, Precision.INT8);
        if (inference.isPresent()) {
            return;
        }
        for (Precision precision : new Precision[] {Precision.FLOAT32, Precision.INT8, new Precision(5, false)}) {
            assertThat(table.energyOf(table.skipsZeros() ? Count.EFFECTIVE_MACS : Count.DENSE_MACS, precision))
                    .as("multiply-accumulates, of readouts at least")
                    .isPresent();
            if (table.runs().contains(ModelKind.SPIKING)) {
                assertThat(table.energyOf(table.computesSilence() ? Count.DENSE_ACS : Count.EFFECTIVE_ACS, precision))
                        .isPresent();
            }
        }
        if (table.runs().contains(ModelKind.IONIC)) {
            assertThat(ImmutableSet.of("read-joule", "device-read")).anyMatch(table.energies()::containsKey);
            assertThat(table.energies()).doesNotContainKeys("ac", "ac-int8", "ac-float32");
        }
    }

    @Test
    void has45NanometreNumbersOfTheWorkedExample() {
        assertThat(typical("cmos45", Count.DENSE_MACS, Precision.FLOAT32)).isEqualTo(4.6e-12);
        assertThat(typical("cmos45", Count.EFFECTIVE_ACS, Precision.FLOAT32)).isEqualTo(0.9e-12);
        assertThat(typical("cmos45", Count.DENSE_MACS, Precision.INT8)).isEqualTo(0.23e-12);
        assertThat(typical("cmos45", Count.EFFECTIVE_ACS, Precision.INT8)).isEqualTo(0.03e-12);
        assertThat(typical("cmos45", Count.EFFECTIVE_ACS, Precision.ofStates(32)))
                .isEqualTo(0.03e-12);
        assertThat(typical("cmos45-sparse", Count.EFFECTIVE_ACS, Precision.FLOAT32))
                .isEqualTo(0.9e-12);
        // 5 pJ and 640 pJ per word of 32 bits; 1e-24 J is rounding
        assertThat(32 * typical("cmos45-sram", Count.WEIGHT_READ_BITS, Precision.INT8))
                .isCloseTo(5e-12, within(1e-24));
    }

    @Test
    void spansEightDecadesOfReads() {
        Price read = Hardware.named("ionic-range")
                .energyOf(Count.DEVICE_READS, Precision.FLOAT32)
                .orElseThrow();

        assertThat(read.low()).isEqualTo(10e-15);
        assertThat(read.typical()).isEqualTo(100e-12);
        assertThat(read.high()).isEqualTo(1e-6);
    }

    @Test
    void aNameThatIsNotKnownListsThoseThatAre() {
        assertThatThrownBy(() -> Hardware.find("cmos54-sram"))
                .hasMessage("No hardware is named 'cmos54-sram'. Did you mean 'cmos45-sram'? Known: " + Hardware.names()
                        + ", or a FILE.yaml with a table of your own.");
        assertThatThrownBy(() -> Hardware.find("abacus"))
                .hasMessage("No hardware is named 'abacus'. Known: " + Hardware.names()
                        + ", or a FILE.yaml with a table of your own.");
    }
}
