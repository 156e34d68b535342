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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                    assertThat(price.high()).isPositive();
                });
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void everyTableIsAsTheSchemaSays(HardwareProfile table) throws IOException {
        var schemaFile = Path.of("..", "docs", "schema", "hardware-1.schema.json");
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(new ObjectMapper().readTree(schemaFile.toFile()));
        var yaml = Resources.getResource(Hardware.class, "hardware/" + table.name() + ".yaml");

        assertThat(schema.validate(new YAMLMapper().readTree(Resources.toString(yaml, StandardCharsets.UTF_8))))
                .isEmpty();
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
                assertThat(table.energyOf(table.skipsZeros() ? Count.EFFECTIVE_ACS : Count.DENSE_ACS, precision))
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
        assertThat(typical("cmos45", Count.DENSE_ACS, Precision.FLOAT32)).isEqualTo(0.9e-12);
        assertThat(typical("cmos45", Count.DENSE_MACS, Precision.INT8)).isEqualTo(0.23e-12);
        assertThat(typical("cmos45", Count.DENSE_ACS, Precision.INT8)).isEqualTo(0.03e-12);
        assertThat(typical("cmos45", Count.DENSE_ACS, Precision.ofStates(32))).isEqualTo(0.03e-12);
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
