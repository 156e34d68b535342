package org.ionspike.benchmarks.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ionspike.benchmarks.energy.HardwareProfile.ModelKind;
import org.ionspike.networks.io.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardwareFileTest {
    private static final String TABLE = """
            format: 1
            name: my-chip
            title: My chip
            runs: [conventional, spiking]
            zeros: computed
            energies:
              mac-int8: {low: 0.2, typical: 0.23, high: 0.3, unit: pJ, kind: literature, source: "a table"}
              neuron-second: {low: 8.1, typical: 81, high: 810, unit: nW, kind: assumed, source: "a guess"}
            times:
              device-second: {low: 1, typical: 1, high: 1, unit: s/s, kind: assumed, source: "a clock"}
            """;

    private static final String MAC = " Write for example: mac-int8: {low: 1, typical: 2, high: 5, unit: pJ,"
            + " kind: literature, source: \"author, title, year, table\"}";

    private static HardwareProfile read(String text) {
        return HardwareFile.readText(text, "my.yaml");
    }

    private static void assertRefused(String found, String replacement, String message) {
        assertThat(TABLE).contains(found);
        assertThatThrownBy(() -> read(TABLE.replace(found, replacement)))
                .isInstanceOf(FileFormatException.class)
                .hasMessage(message);
    }

    @Test
    void readsATableOfAUsersFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), TABLE);

        HardwareProfile table = Hardware.find(file.toString());

        assertThat(table.name()).isEqualTo("my-chip");
        assertThat(table.title()).isEqualTo("My chip");
        assertThat(table.note()).isEmpty();
        assertThat(table.runs()).containsExactly(ModelKind.CONVENTIONAL, ModelKind.SPIKING);
        assertThat(table.skipsZeros()).isFalse();
        assertThat(table.energies())
                .containsEntry(
                        "mac-int8",
                        new Price("mac-int8", 0.2e-12, 0.23e-12, 0.3e-12, "pJ", "a table", Price.Kind.LITERATURE))
                .containsEntry(
                        "neuron-second",
                        new Price("neuron-second", 8.1e-9, 81e-9, 810e-9, "nW", "a guess", Price.Kind.ASSUMED));
        assertThat(table.times())
                .containsEntry(
                        "device-second", new Price("device-second", 1, 1, 1, "s/s", "a clock", Price.Kind.ASSUMED));
    }

    @ParameterizedTest
    @CsvSource({
        "mac,J,1",
        "mac,mJ,1e-3",
        "mac,uJ,1e-6",
        "mac,nJ,1e-9",
        "mac,pJ,1e-12",
        "mac,fJ,1e-15",
        "mac,aJ,1e-18",
        "device-second,W,1",
        "neuron-second,mW,1e-3",
        "neuron-second,uW,1e-6",
        "neuron-second,pW,1e-12",
        "read-joule,J/J,1",
        "rest-joule,J/J,1"
    })
    void turnsUnitsOfEnergiesIntoJoules(String item, String unit, double si) {
        String line = item + ": {low: 0, typical: 0.23, high: 1, unit: " + unit + ", kind: assumed, source: x}";
        String text = TABLE.replace("neuron-second: ", "output-spike: ")
                .replace("nW", "nJ")
                .replaceFirst("mac-int8: .*", line);

        assertThat(read(text).energies().values())
                .filteredOn(price -> price.item().equals(item))
                .singleElement()
                .satisfies(price -> assertThat(price.typical()).isCloseTo(0.23 * si, within(1e-15 * si)));
    }

    @ParameterizedTest
    @CsvSource({"mac,s,1", "mac,ms,1e-3", "mac,us,1e-6", "mac,ns,1e-9", "inference,ps,1e-12", "device-second,s/s,1"})
    void turnsUnitsOfTimesIntoSeconds(String item, String unit, double si) {
        String text = TABLE.replace("  device-second: {low: 1, typical: 1", "  " + item + ": {low: 1, typical: 1")
                .replace("s/s", unit);

        assertThat(read(text).times().values()).singleElement().satisfies(price -> {
            assertThat(price.item()).isEqualTo(item);
            assertThat(price.typical()).isEqualTo(si);
        });
    }

    @Test
    void refusesAMissingUnit() {
        assertRefused("unit: pJ, ", "", "my.yaml:7:3: energies.mac-int8 lacks the key 'unit'. Add it." + MAC);
    }

    @Test
    void refusesAUnitOfSomethingElse() {
        assertRefused(
                "unit: pJ",
                "unit: kcal",
                "my.yaml:7:50: energies.mac-int8.unit ('kcal') is no unit for it."
                        + " Known here: [J, mJ, uJ, nJ, pJ, fJ, aJ]." + MAC);
        assertRefused(
                "unit: nW",
                "unit: nJ",
                "my.yaml:8:53: energies.neuron-second.unit ('nJ') is no unit for it."
                        + " Known here: [W, mW, uW, nW, pW, fW, aW]. Write for example: neuron-second: {low: 1, typical: 2,"
                        + " high: 5, unit: nW, kind: literature, source: \"author, title, year, table\"}");
        assertRefused(
                "unit: s/s",
                "unit: s",
                "my.yaml:10:48: times.device-second.unit ('s') is no unit for it. Known here: [s/s]. Write for example:"
                        + " device-second: {low: 1, typical: 2, high: 5, unit: s/s, kind: literature,"
                        + " source: \"author, title, year, table\"}");
    }

    @Test
    void refusesANegativeOrEndlessPrice() {
        assertRefused(
                "low: 0.2,",
                "low: -0.2,",
                "my.yaml:7:14: energies.mac-int8.low (-0.2 pJ) must be 0 or above and finite." + MAC);
        assertRefused(
                "high: 0.3",
                "high: .inf",
                "my.yaml:7:39: energies.mac-int8.high (.inf pJ) must be 0 or above and finite." + MAC);
    }

    @Test
    void refusesNumbersThatAreNone() {
        assertThatThrownBy(() -> read(TABLE.replace("low: 0.2,", "low: 0.2 pJ,")))
                .hasMessageStartingWith(
                        "my.yaml:7:14: energies.mac-int8.low (0.2 pJ) must be a number without unit, such as 0.4.");
        assertThatThrownBy(() -> read(TABLE.replace("low: 0.2,", "low: 1e-99999999999,")))
                .hasMessage(
                        "my.yaml:7:14: energies.mac-int8.low (1e-99999999999) is out of the range of numbers." + MAC);
    }

    @Test
    void refusesARangeThatFalls() {
        assertRefused(
                "low: 0.2,",
                "low: 0.25,",
                "my.yaml:7:25: energies.mac-int8.typical (0.23 pJ) must be at least low (0.25 pJ)." + MAC);
        assertRefused(
                "high: 0.3",
                "high: 0.22",
                "my.yaml:7:39: energies.mac-int8.high (0.22 pJ) must be at least typical (0.23 pJ)." + MAC);
    }

    @Test
    void refusesAnItemThatItDoesNotKnowAndSuggestsTheNearest() {
        assertRefused(
                "mac-int8",
                "macs-int8",
                "my.yaml:7:3: energies.macs-int8 is not known. Did you mean 'mac-int8'? Known here: "
                        + PriceItem.names().asList() + "." + MAC);
    }

    @Test
    void refusesATimeOfWhatTakesNone() {
        assertRefused(
                "device-second",
                "read-joule",
                "my.yaml:10:3: times.read-joule has no time: it is an energy, not something done. Leave it out.");
    }

    @Test
    void refusesKeysThatItDoesNotKnow() {
        assertRefused(
                "typical: 0.23",
                "typcial: 0.23",
                "my.yaml:7:24: energies.mac-int8.typcial is not known. Did you mean 'typical'?"
                        + " Known here: [high, kind, low, source, typical, unit]." + MAC);
        assertRefused(
                "zeros: computed",
                "zeroes: computed",
                "my.yaml:5:1: zeroes is not known. Did you mean 'zeros'?"
                        + " Known here: [energies, name, note, runs, silence, times, title, zeros]."
                        + " Prices belong below energies or times.");
    }

    @Test
    void refusesAPriceWithoutSourceOrKind() {
        assertRefused(
                ", source: \"a table\"", "", "my.yaml:7:3: energies.mac-int8 lacks the key 'source'. Add it." + MAC);
        assertRefused(
                "\"a table\"",
                "\" \"",
                "my.yaml:7:78: energies.mac-int8.source is blank; say where the number is from." + MAC);
        assertRefused("kind: literature, ", "", "my.yaml:7:3: energies.mac-int8 lacks the key 'kind'. Add it." + MAC);
    }

    @Test
    void refusesAKindThatItDoesNotKnow() {
        assertRefused(
                "kind: literature",
                "kind: literatur",
                "my.yaml:7:60: energies.mac-int8.kind ('literatur') is no kind of number. Did you mean 'literature'?"
                        + " Known: [assumed, literature, measured, simulated]." + MAC);
    }

    @Test
    void refusesAPriceThatIsNoMap() {
        assertThatThrownBy(() -> read(TABLE.replaceFirst("mac-int8: .*", "mac-int8: 0.23 pJ")))
                .hasMessage(
                        "my.yaml:7:3: energies.mac-int8 must be a map with low, typical, high, unit, kind and source."
                                + MAC);
    }

    @Test
    void refusesPricesBesideThatOfAWholeInference() {
        assertRefused(
                "mac-int8",
                "inference",
                "my.yaml:7:3: energies.inference has the whole cost of a sample in it, so other prices beside it would"
                        + " count twice. Leave out the one or the others.");
    }

    @Test
    void refusesATableWithoutPrices() {
        assertThatThrownBy(() -> read("format: 1\nname: a\ntitle: A\nruns: [spiking]\nzeros: skipped\nenergies: {}\n"))
                .hasMessageStartingWith("my.yaml:6:1: energies must have one price at least. Write for example: ac: {");
        assertThatThrownBy(() -> read("format: 1\nname: a\n"))
                .hasMessageStartingWith("my.yaml: the key 'energies' is missing. Write for example: energies:");
    }

    @Test
    void refusesHeadersThatSayNothingItKnows() {
        assertRefused(
                "runs: [conventional, spiking]",
                "runs: [convolutional]",
                "my.yaml:4:8: runs[0] ('convolutional') is no kind of model. Did you mean 'conventional'?"
                        + " Known: [conventional, ionic, spiking]. Write for example: runs: [conventional, spiking]");
        assertRefused(
                "runs: [conventional, spiking]",
                "runs: spiking",
                "my.yaml:4:1: runs must be a list of the kinds of models that it can run, of"
                        + " [conventional, ionic, spiking]. Write for example: runs: [conventional, spiking]");
        assertRefused(
                "zeros: computed",
                "zeros: ignored",
                "my.yaml:5:1: zeros ('ignored') must be computed (every operation costs) or skipped (only those whose"
                        + " input is not zero). Write for example: zeros: computed");
        assertRefused(
                "name: my-chip",
                "name: My Chip",
                "my.yaml:2:1: name ('My Chip') must be of small letters, digits and dashes."
                        + " Write for example: name: my-chip");
        assertRefused(
                "title: My chip",
                "title: \" \"",
                "my.yaml:3:1: title is blank. Give it a text, in quotes where it has a colon.");
        assertRefused("format: 1\n", "", "my.yaml: the key 'format' is missing. Put 'format: 1' at the top.");
    }
}
