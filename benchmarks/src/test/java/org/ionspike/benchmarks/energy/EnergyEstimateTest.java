package org.ionspike.benchmarks.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnergyEstimateTest {
    private static final Precision INT5 = Precision.ofStates(32);

    /** 784-100-10 as 79 400 multiply-accumulates, a weight of 8 bits read for each. */
    private static final Tally MLP = tally(
            "layer",
            Precision.INT8,
            Map.of(
                    Count.INFERENCES,
                    1.0,
                    Count.DENSE_MACS,
                    79_400.0,
                    Count.EFFECTIVE_MACS,
                    15_600.0,
                    Count.WEIGHT_READ_BITS,
                    79_400.0 * 8));

    /** 400 neurons, 114 input spikes, weights of 5 bits of which 6 fit into a word. */
    private static final Tally SPIKING = tally(
            "layer",
            INT5,
            Map.of(
                    Count.INFERENCES,
                    1.0,
                    Count.DENSE_ACS,
                    313_600.0,
                    Count.EFFECTIVE_ACS,
                    45_700.0,
                    Count.WEIGHT_READ_BITS,
                    45_700 * 32 / 6.0,
                    Count.NEURON_SECONDS,
                    400 * 0.032,
                    Count.DEVICE_SECONDS,
                    0.032));

    private static final Tally IONIC = SPIKING.plus(tally(
            "layer",
            INT5,
            Map.of(
                    Count.DEVICE_READS,
                    45_700.0,
                    Count.LINE_EVENTS,
                    114.0,
                    Count.READ_JOULES,
                    3e-9,
                    Count.REST_JOULES,
                    0.6e-9,
                    Count.SPIKE_JOULES,
                    0.1e-9)));

    private static Tally tally(String part, Precision precision, Map<Count, Double> counts) {
        return Tally.of(Tally.Part.of(part, precision, counts));
    }

    private static EnergyEstimate estimate(Tally tally, String hardware) {
        return EnergyEstimate.of(tally, Hardware.named(hardware)).orElseThrow();
    }

    private static HardwareProfile table(String runs, String zeros, String prices) {
        var text = new StringBuilder("format: 1\nname: own\ntitle: Own\nruns: [" + runs + "]\nzeros: " + zeros + "\n");
        text.append("energies:\n");
        prices.lines().forEach(line -> {
            List<String> words = Splitter.on(' ').splitToList(line);
            text.append("  ")
                    .append(words.get(0))
                    .append(": {low: ")
                    .append(words.get(1))
                    .append(", typical: ")
                    .append(words.get(2));
            text.append(", high: ").append(words.get(3)).append(", unit: ").append(words.get(4));
            text.append(", kind: assumed, source: test}\n");
        });
        return HardwareFile.readText(text.toString(), "own.yaml");
    }

    /** The worked example of MNIST, in nJ: counts times prices by hand. */
    @ParameterizedTest
    @CsvSource({
        "cmos45, 18.262", // 79 400 x 0.23 pJ
        "cmos45-sparse, 3.588", // 15 600 x 0.23 pJ
        "cmos45-sram, 117.512", // + 79 400 x 8 bits x 5/32 pJ
        "cmos45-dram, 12722.262", // + 79 400 x 8 bits x 20 pJ
        "cpu-i7, 682840", // 79 400 x 8.6 nJ
        "gpu-titan, 23820" // 79 400 x 0.3 nJ
    })
    void aPerceptronCostsItsOperationsAndItsWeights(String hardware, double nanojoules) {
        // 1e-9 of the value is more than the rounding of three terms
        assertThat(estimate(MLP, hardware).typical() * 1e9).isCloseTo(nanojoules, within(1e-9 * nanojoules));
    }

    @Test
    void aPerceptronInFloatsCostsTwentyTimesAsMuch() {
        Tally floats = tally("layer", Precision.FLOAT32, Map.of(Count.DENSE_MACS, 79_400.0));

        assertThat(estimate(floats, "cmos45").typical()).isCloseTo(365.24e-9, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({
        "cmos45, 1.371", // 45 700 x 0.03 pJ: a spike that does not come costs nothing
        "cpu-i7, 2696960", // 313 600 x 8.6 nJ: the whole matrix
        "cmos45-sparse, 1.371", // 45 700 x 0.03 pJ
        "cmos45-sram-sparse, 39.454333333333", // + 45 700 / 6 words x 5 pJ
        "loihi, 2275.27", // 45 700 x 27.1 pJ + 12.8 neuron-seconds x 81 nW
        "odin, 580.39", // 45 700 x 12.7 pJ
        "brainscales2, 8400" // one inference
    })
    void aSpikingNetworkCostsItsAdditionsItsWeightsAndItsTime(String hardware, double nanojoules) {
        assertThat(estimate(SPIKING, hardware).typical() * 1e9).isCloseTo(nanojoules, within(1e-9 * nanojoules));
    }

    @Test
    void ionicReadsSpanWhatTheirSizeAndSpeedSpan() {
        EnergyEstimate reads = estimate(IONIC, "ionic-range");

        assertThat(reads.terms()).hasSize(1);
        assertThat(reads.low()).isCloseTo(0.457e-9, within(1e-18));
        assertThat(reads.typical()).isCloseTo(4.57e-6, within(1e-15));
        assertThat(reads.high()).isCloseTo(45.7e-3, within(1e-12));
        assertThat(reads.unpriced())
                .containsExactly(
                        Count.LINE_EVENTS,
                        Count.DEVICE_SECONDS,
                        Count.NEURON_SECONDS,
                        Count.REST_JOULES,
                        Count.SPIKE_JOULES);
    }

    @Test
    void ionicDevicesPayTheirEnergyInPlaceOfAdditionsAndMemory() {
        EnergyEstimate devices = estimate(IONIC, "ionic-slit");

        assertThat(devices.terms())
                .extracting(EnergyEstimate.Term::count)
                .containsExactly(Count.READ_JOULES, Count.REST_JOULES, Count.SPIKE_JOULES);
        assertThat(devices.typical()).isCloseTo(3.7e-9, within(1e-21));
        assertThat(devices.unpriced()).containsExactly(Count.LINE_EVENTS, Count.DEVICE_SECONDS, Count.NEURON_SECONDS);
        assertThat(devices.latencySeconds()).hasValue(0.032);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmos45", "cmos45-sram-sparse", "loihi", "seneca", "cortex"})
    void onElectronicsAnIonicNetworkCostsWhatItsSpikingNetworkCosts(String hardware) {
        assertThat(estimate(IONIC, hardware)).isEqualTo(estimate(SPIKING, hardware));
    }

    @Test
    void aReadoutBesideIonicDevicesPaysForItsMemory() {
        Tally readout =
                tally("readout", Precision.INT8, Map.of(Count.EFFECTIVE_MACS, 400.0, Count.WEIGHT_READ_BITS, 3200.0));

        EnergyEstimate both = estimate(IONIC.plus(readout), "ionic-periphery");

        assertThat(both.terms())
                .filteredOn(term -> term.count() == Count.WEIGHT_READ_BITS)
                .singleElement()
                .satisfies(term -> {
                    assertThat(term.part()).isEqualTo("readout");
                    assertThat(term.typical()).isCloseTo(500e-12, within(1e-21)); // 3200 bits x 5/32 pJ
                });
        assertThat(both.unpriced()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmos45-sram", "loihi", "ionic-periphery", "ionic-slit", "spinnaker"})
    void theTermsAddUpToTheSums(String hardware) {
        EnergyEstimate estimate = estimate(IONIC, hardware);
        double low = 0;
        double typical = 0;
        double high = 0;
        for (EnergyEstimate.Term term : estimate.terms()) {
            low += term.amount() * term.price().low();
            typical += term.amount() * term.price().typical();
            high += term.amount() * term.price().high();
        }

        assertThat(estimate.low()).isEqualTo(low).isPositive();
        assertThat(estimate.typical()).isEqualTo(typical).isGreaterThanOrEqualTo(low);
        assertThat(estimate.high()).isEqualTo(high).isGreaterThan(typical);
    }

    @Test
    void pricesByTheNarrowestItemAndPartByPart() {
        HardwareProfile own = table("conventional", "computed", "mac 1 2 3 nJ\nmac-int8 10 20 30 pJ");
        Tally two = tally("first", Precision.FLOAT32, Map.of(Count.DENSE_MACS, 5.0))
                .plus(tally("second", Precision.INT8, Map.of(Count.DENSE_MACS, 7.0)));

        EnergyEstimate estimate = EnergyEstimate.of(two, own).orElseThrow();

        // 1e-24 J is rounding
        assertThat(estimate.low()).isCloseTo(5e-9 + 70e-12, within(1e-24));
        assertThat(estimate.typical()).isCloseTo(10e-9 + 140e-12, within(1e-24));
        assertThat(estimate.high()).isCloseTo(15e-9 + 210e-12, within(1e-24));
        assertThat(estimate.latencySeconds()).isEmpty();
    }

    @Test
    void saysWhatWasCountedButHasNoPriceThere() {
        assertThat(estimate(MLP, "cmos45").unpriced()).containsExactly(Count.WEIGHT_READ_BITS);
        assertThat(estimate(MLP, "cmos45-sram").unpriced()).isEmpty();
        assertThat(estimate(SPIKING, "loihi").unpriced()).containsExactly(Count.DEVICE_SECONDS);
        assertThat(estimate(SPIKING, "brainscales2").unpriced()).isEmpty();
    }

    @Test
    void doesNotPriceAModelOfAKindThatTheHardwareCannotRun() {
        HardwareProfile loihi = Hardware.named("loihi");
        HardwareProfile slit = Hardware.named("ionic-slit");

        assertThat(EnergyEstimate.of(MLP, loihi)).isEmpty();
        assertThat(EnergyEstimate.gaps(MLP, loihi))
                .containsExactly("loihi runs spiking models only; this one is conventional.");
        assertThat(EnergyEstimate.gaps(SPIKING, slit))
                .containsExactly("ionic-slit runs ionic models only; this one is spiking.");
        assertThat(EnergyEstimate.gaps(Tally.NONE, loihi)).containsExactly("Nothing was counted.");
    }

    @Test
    void doesNotPriceSynapsesWithoutAPrice() {
        HardwareProfile own = table("conventional, spiking, ionic", "computed", "output-spike 1 2 3 pJ");
        Tally readout = tally("readout", Precision.INT8, Map.of(Count.DENSE_MACS, 400.0));

        assertThat(EnergyEstimate.gaps(SPIKING.plus(readout), own))
                .containsExactly(
                        "own has no price of ac-int8, which part 'layer' needs.",
                        "own has no price of mac-int8, which part 'readout' needs.");
        assertThat(EnergyEstimate.gaps(IONIC, own))
                .containsExactly("own has no price of device-read or read-joule, which part 'layer' needs.");
        assertThat(EnergyEstimate.of(IONIC, own)).isEmpty();
    }

    @Test
    void doesNotPriceATrainingOnDevicesWithoutAPriceOfWrites() {
        Tally training = IONIC.plus(tally("layer", INT5, Map.of(Count.DEVICE_WRITES, 148.0, Count.WRITE_JOULES, 1e-9)));

        assertThat(EnergyEstimate.gaps(training, Hardware.named("ionic-range")))
                .containsExactly("ionic-range has no price of device-write or write-joule, which part 'layer' needs.");
        assertThat(EnergyEstimate.gaps(training, Hardware.named("ionic-slit"))).isEmpty();
    }

    @Test
    void doesNotPriceWhatWasNotCounted() {
        Tally devicesOnly = tally("layer", INT5, Map.of(Count.READ_JOULES, 3e-9));
        Tally noInferences = tally("layer", INT5, Map.of(Count.EFFECTIVE_ACS, 45_700.0));

        assertThat(EnergyEstimate.gaps(devicesOnly, Hardware.named("cmos45")))
                .containsExactly(
                        "The additions that cmos45 would make in the place of the devices of part 'layer' were not counted.");
        assertThat(EnergyEstimate.gaps(noInferences, Hardware.named("brainscales2")))
                .containsExactly("brainscales2 has a price of whole inferences only, and none was counted.");
    }
}
