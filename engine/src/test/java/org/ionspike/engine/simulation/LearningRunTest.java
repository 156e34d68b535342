package org.ionspike.engine.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.ionspike.engine.units.Units.ms;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import org.ionspike.engine.network.Network;
import org.ionspike.engine.neuron.IonicNeuron;
import org.ionspike.engine.neuron.ReducedIonicNeuron;
import org.ionspike.engine.simulation.BatchReader.Crossbar;
import org.ionspike.engine.spikes.SpikeRaster;
import org.ionspike.engine.synapse.DeviceVariability;
import org.ionspike.engine.synapse.IonicSynapse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRunTest {
    private static final SimulationSettings SETTINGS = new SimulationSettings(11);

    private static Simulation trained(Network network, SimulationSettings settings, int count) {
        var simulation = new Simulation(network, settings);
        for (SpikeRaster sample : Networks.samples(count, 3)) {
            simulation.present(sample);
        }
        return simulation;
    }

    private static Network reading() {
        return trained(Networks.winnerTakeAll(new ReducedIonicNeuron()), SETTINGS, 300)
                .snapshot()
                .mapGroups(group ->
                        group.withInhibition(group.inhibition().orElseThrow().withWinners(10)));
    }

    @Test
    void parkingChangesNoBitOfALearningRun() {
        var network = Networks.winnerTakeAll(new IonicNeuron());
        Simulation on = trained(network, SETTINGS.withParking(true), 40);
        Simulation off = trained(network, SETTINGS.withParking(false), 40);
        assertThat(on.spikeCount()).isEqualTo(off.spikeCount()).isPositive();
        assertThat(on.deviceWrites("crossbar")).isPositive();
        // descriptions compare weights and biases bit for bit
        assertThat(on.snapshot()).isEqualTo(off.snapshot()).isNotEqualTo(network);
        assertThat(on.energy()).isEqualTo(off.energy());
    }

    @Test
    void theSameSeedGivesTheSameRunAndAnotherSeedAnother() {
        var network = Networks.winnerTakeAll(new ReducedIonicNeuron());
        assertThat(trained(network, SETTINGS, 50).snapshot())
                .isEqualTo(trained(network, new SimulationSettings(11), 50).snapshot())
                .isNotEqualTo(trained(network, new SimulationSettings(12), 50).snapshot());
    }

    @Test
    void addingAProjectionChangesNoDeviceOfAnother() {
        Network network = Networks.winnerTakeAll(new ReducedIonicNeuron());
        var more = new Network(
                network.name(),
                network.step(),
                network.presentationLimit(),
                network.groups(),
                network.sources(),
                network.currents(),
                ImmutableList.of(
                        Networks.projection("first", "input", "neurons", ms(1)),
                        network.projection("crossbar"),
                        network.projection("reference")));
        var with = new Simulation(more, SETTINGS);
        var without = new Simulation(network, SETTINGS);
        for (String name : List.of("crossbar", "reference")) {
            for (int line = 0; line < 64; line++) {
                assertThat(with.devices(name).conductances(line))
                        .isEqualTo(without.devices(name).conductances(line));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Crossbar.class)
    void readingsDependNeitherOnThreadsNorOnTheOrderOfSamples(Crossbar crossbar) {
        Network network = reading();
        List<SpikeRaster> samples = Networks.samples(300, 5);
        List<Reading> one = new BatchReader(network, SETTINGS, crossbar, 1).read(samples);
        assertThat(new BatchReader(network, SETTINGS, crossbar, 2).read(samples).equals(one))
                .isTrue();
        List<Reading> reversed = new BatchReader(network, SETTINGS, crossbar, 1).read(Lists.reverse(samples));
        for (int s = 0; s < one.size(); s++) {
            Reading back = reversed.get(one.size() - 1 - s);
            if (crossbar == Crossbar.EVENTS) {
                assertThat(back).as("sample %d", s).isEqualTo(one.get(s));
            }
            assertThat(back.response().neuron()).isEqualTo(one.get(s).response().neuron());
            // how a product rounds depends on the row: 1 nA to 1e-7 on a ramp of 50 nA/s
            assertTimesClose(back.response(), one.get(s).response(), 5e-9);
        }
    }

    @Test
    void theMatrixProductReadsWhatTheEventsRead() {
        Network network = reading();
        List<SpikeRaster> samples = Networks.samples(150, 7);
        List<Reading> events = new BatchReader(network, SETTINGS, Crossbar.EVENTS, 1).read(samples);
        List<Reading> product = new BatchReader(network, SETTINGS, Crossbar.MATRIX_PRODUCT, 1).read(samples);
        for (int s = 0; s < samples.size(); s++) {
            Response a = events.get(s).response();
            Response b = product.get(s).response();
            assertThat(a.size()).isGreaterThanOrEqualTo(10);
            assertThat(b.neuron()).isEqualTo(a.neuron());
            // 1 nA of summed currents to 1e-7 is 1e-16 A, and the ramp of 50 nA/s makes 2 ns of it
            assertTimesClose(a, b, 5e-9);
            assertThat(product.get(s).activity()).isEqualTo(events.get(s).activity());
            assertThat(product.get(s).activity().synapticOperations()).isEqualTo(20 * 31);
            EnergyBook exact = events.get(s).energy();
            EnergyBook single = product.get(s).energy();
            assertThat(single.synapses()).isCloseTo(exact.synapses(), within(1e-6 * exact.synapses()));
            assertThat(single.neurons()).isCloseTo(exact.neurons(), within(1e-6 * exact.neurons()));
            assertThat(single.programming()).isZero();
        }
    }

    private static void assertTimesClose(Response a, Response b, double seconds) {
        for (int k = 0; k < a.size(); k++) {
            assertThat(a.timeSeconds().get(k)).isCloseTo(b.timeSeconds().get(k), within(seconds));
        }
        assertThat(a.activeSeconds()).isEqualTo(b.activeSeconds());
    }

    @Test
    void whereAHeldLineDriftsTheReaderTakesEvents() {
        var base = new IonicSynapse();
        var undivided = new IonicSynapse(
                base.slit(),
                base.minConductance(),
                base.maxConductance(),
                1,
                base.coverage(),
                base.programmingPulse(),
                0.01,
                DeviceVariability.ideal());
        Network network = Networks.winnerTakeAll(new ReducedIonicNeuron(), undivided);
        List<SpikeRaster> samples = Networks.samples(20, 7);
        assertThat(new BatchReader(network, SETTINGS, Crossbar.MATRIX_PRODUCT, 1).read(samples))
                .isEqualTo(new BatchReader(network, SETTINGS, Crossbar.EVENTS, 1).read(samples));
    }

    @Test
    void readsWithoutEnergyWhenTheSettingsLeaveItOut() {
        var settings = new SimulationSettings(SETTINGS.streams(), SETTINGS.backend(), true, false);
        Network network = reading();
        assertThat(new BatchReader(network, settings, Crossbar.EVENTS, 1)
                        .read(Networks.samples(1, 1))
                        .get(0)
                        .energy())
                .isEqualTo(EnergyBook.ZERO);
        assertThatThrownBy(() -> new Simulation(network, settings).energy())
                .hasMessage("SimulationSettings.energy (false) must be true to read energy.");
    }

    @Test
    void rejectsSamplesOfAnotherShape() {
        var reader = new BatchReader(reading(), SETTINGS, Crossbar.MATRIX_PRODUCT, 1);
        assertThatThrownBy(() -> reader.read(List.of(SpikeRaster.atOnset(63, new int[] {1}))))
                .hasMessageContaining("Sample 0 (63 lines) must have as many lines as source 'input' (64)");
    }

    @Test
    void anEmptySampleIsReadTooAndAnswersByTheRampAlone() {
        List<Reading> readings = new BatchReader(reading(), SETTINGS, Crossbar.MATRIX_PRODUCT, 1)
                .read(List.of(SpikeRaster.atOnset(64, new int[0])));
        assertThat(readings.get(0).activity().synapticOperations()).isZero();
        assertThat(readings.get(0).energy().synapses()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void energyOfHeldLinesIsConductanceTimesSquaredVoltageTimesTime(int shown) {
        Network network = reading();
        var simulation = new Simulation(network.frozen(), SETTINGS);
        double expected = 0;
        var samples = new ArrayList<>(Networks.samples(shown, 9));
        for (SpikeRaster sample : samples) {
            simulation.reset(); // lines at rest, so that all transmit by the same factor
            double seconds = simulation.present(sample).activeSeconds();
            expected = 0;
            for (String name : List.of("crossbar", "reference")) {
                for (int line : sample.line().asList()) {
                    for (float siemens : simulation.devices(name).conductances(line)) {
                        expected += siemens * new IonicSynapse().restingFraction() * 0.01 * seconds;
                    }
                }
            }
            simulation.run(ms(1));
        }
        double actual = simulation.energy().synapses();
        assertThat(actual).isCloseTo(expected, within(1e-12 * expected)); // sums in double precision
    }
}
