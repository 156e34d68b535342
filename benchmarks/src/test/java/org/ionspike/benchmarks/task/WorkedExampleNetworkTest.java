package org.ionspike.benchmarks.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.ionspike.benchmarks.energy.EnergyEstimate;
import org.ionspike.benchmarks.energy.Hardware;
import org.ionspike.benchmarks.metric.Count;
import org.ionspike.benchmarks.metric.Precision;
import org.ionspike.benchmarks.metric.Tally;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.simulation.BatchReader;
import org.ionspike.engine.simulation.BatchReader.Crossbar;
import org.ionspike.engine.simulation.SimulationSettings;
import org.ionspike.engine.spikes.LabelledRaster;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.ionspike.networks.architecture.WinnerTakeAll;
import org.ionspike.networks.readout.DeltaRuleReadout;
import org.junit.jupiter.api.Test;

/**
 * The networks of the worked example that docs/energy.md shows: 784 lines, of which an image switches on 114.25 in the mean,
 * without the reference column that the example does not count. Operations are those of networks that run.
 */
class WorkedExampleNetworkTest {
    private static final int LINES = 784;
    private static final int WINNERS = 40;
    private static final double NANO = 1e-9;

    private static Evaluation read(int neurons, DeviceVariability devices, int... spikes) {
        Network network = new WinnerTakeAll(
                        LINES, neurons, new ReducedIonicNeuron(), new IonicSynapse().withDevices(devices))
                .network(1);
        Network crossbar = new Network(
                network.name(),
                network.step(),
                network.presentationLimit(),
                network.groups(),
                network.sources(),
                network.currents(),
                ImmutableList.of(network.projection(WinnerTakeAll.CROSSBAR)));
        List<LabelledRaster> samples = Arrays.stream(spikes)
                .mapToObj(count -> new LabelledRaster(SpikeRaster.atOnset(LINES, lines(count)), 0))
                .toList();
        int winners = Math.min(neurons, WINNERS);
        var reader = new BatchReader(
                WinnerTakeAll.reading(crossbar, winners), new SimulationSettings(1), Crossbar.EVENTS, 1);
        var readout = new DeltaRuleReadout(winners, new float[neurons][10]);
        ImmutableList<String> classes =
                IntStream.range(0, 10).mapToObj(Integer::toString).collect(ImmutableList.toImmutableList());
        return Evaluation.of(
                crossbar, readout, Precision.FLOAT32, samples, reader.read(WinnerTakeAllRun.rasters(samples)), classes);
    }

    private static int[] lines(int count) {
        return new Random(count).ints(0, LINES).distinct().limit(count).sorted().toArray();
    }

    private static Tally layer(Tally tally) {
        return Tally.of(tally.parts().stream()
                .filter(part -> part.name().equals(NetworkTally.LAYER))
                .toArray(Tally.Part[]::new));
    }

    private static double joules(Tally tally, String hardware, Count... counts) {
        Set<Count> wanted = Set.of(counts);
        return EnergyEstimate.of(tally, Hardware.named(hardware)).orElseThrow().terms().stream()
                .filter(term -> wanted.contains(term.count()))
                .mapToDouble(EnergyEstimate.Term::typical)
                .sum();
    }

    @Test
    void fourHundredNeuronsAdd45700TimesAnImage() {
        Tally floats =
                layer(read(400, DeviceVariability.ideal(), 114, 114, 114, 115).tally());
        assertThat(floats.get(Count.DENSE_ACS)).isEqualTo(313_600);
        assertThat(floats.get(Count.EFFECTIVE_ACS)).isEqualTo(45_700);
        assertThat(floats.get(Count.DEVICE_READS)).isEqualTo(45_700);
        assertThat(joules(floats, "cmos45", Count.EFFECTIVE_ACS)).isCloseTo(41.13 * NANO, within(1e-6 * NANO));

        Tally fiveBits =
                layer(read(400, DeviceVariability.typical(), 114, 114, 114, 115).tally());
        assertThat(fiveBits.get(Count.EFFECTIVE_ACS)).isEqualTo(45_700);
        assertThat(joules(fiveBits, "cmos45", Count.EFFECTIVE_ACS)).isCloseTo(1.371 * NANO, within(1e-6 * NANO));
        // six weights of 5 bits in a word of 5 pJ
        assertThat(joules(fiveBits, "cmos45-sram", Count.WEIGHT_READ_BITS))
                .isCloseTo(45_700 / 6.0 * 5e-12, within(1e-6 * NANO));
        assertThat(joules(fiveBits, "cmos45-sram", Count.EFFECTIVE_ACS, Count.WEIGHT_READ_BITS))
                .isCloseTo(39.5 * NANO, within(0.5 * NANO)); // 40 nJ
        EnergyEstimate ionic =
                EnergyEstimate.of(fiveBits, Hardware.named("ionic-range")).orElseThrow();
        var reads = ionic.terms().stream()
                .filter(term -> term.count() == Count.DEVICE_READS)
                .findFirst()
                .orElseThrow();
        assertThat(reads.low()).isCloseTo(0.457 * NANO, within(1e-6 * NANO));
        assertThat(reads.typical()).isCloseTo(4.57e-6, within(1e-12));
        assertThat(reads.high()).isCloseTo(45.7e-3, within(1e-9));
    }

    @Test
    void twoThousandNeuronsAdd228000TimesAndTheReadoutMultiplies400Times() {
        Tally tally = read(2000, DeviceVariability.ideal(), 114).tally();
        assertThat(layer(tally).get(Count.DENSE_ACS)).isEqualTo(1_568_000);
        assertThat(layer(tally).get(Count.EFFECTIVE_ACS)).isEqualTo(228_000);
        assertThat(tally.get(Count.EFFECTIVE_MACS)).isEqualTo(400);
        assertThat(joules(layer(tally), "cmos45", Count.EFFECTIVE_ACS)).isCloseTo(205.2 * NANO, within(1e-6 * NANO));
    }

    @Test
    void oneMorePixelIsOneMoreSpikeAndOneMoreReadOfEveryNeuron() {
        Tally before = read(30, DeviceVariability.ideal(), 20).tally();
        Tally after = read(30, DeviceVariability.ideal(), 21).tally();
        assertThat(after.get(Count.INPUT_SPIKES)).isEqualTo(before.get(Count.INPUT_SPIKES) + 1);
        assertThat(after.get(Count.EFFECTIVE_ACS)).isEqualTo(before.get(Count.EFFECTIVE_ACS) + 30);
        assertThat(after.get(Count.DEVICE_READS)).isEqualTo(before.get(Count.DEVICE_READS) + 30);
        assertThat(after.get(Count.DENSE_ACS)).isEqualTo(before.get(Count.DENSE_ACS));
    }
}
